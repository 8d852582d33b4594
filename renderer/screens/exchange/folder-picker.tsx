import { useState } from 'react';
import type { ReactNode } from 'react';
import { useQuery } from '../../api/use-query.ts';
import { Button } from '../../components/button.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useText } from '../../stores/language.ts';

export interface FolderPickerProps {
  readonly chosen: string;
  readonly onChosen: (path: string) => void;
}

/** Walks through the folders of this computer: plugged-in media and home first, nothing needs typing. */
export function FolderPicker({ chosen, onChosen }: FolderPickerProps): ReactNode {
  const t = useText();
  const [path, setPath] = useState<string | null>(null);
  const view = useQuery('carrier.folders', { path }, []);
  const here = view.value;
  return (
    <div className="folder-picker">
      <div className="spread">
        <span className="folder-here" title={path ?? ''}>
          {path ?? t('exchange.folderStart')}
        </span>
        <span className="row">
          {path !== null && (
            <Button onClick={() => setPath(here?.parent ?? null)}>{t('exchange.folderUp')}</Button>
          )}
          {path !== null && (
            <Button disabled={path === chosen} onClick={() => onChosen(path)}>
              {t('exchange.folderTake')}
            </Button>
          )}
        </span>
      </div>
      <ProblemNote problem={view.problem} />
      <ul className="folder-list" aria-label={t('exchange.folderList')}>
        {here?.folders.map((folder) => (
          <li key={folder.path}>
            <button type="button" onClick={() => setPath(folder.path)}>
              {folder.name}
              {path === null && <span className="soft">{folder.path}</span>}
            </button>
          </li>
        ))}
        {here !== undefined && here.folders.length === 0 && (
          <li className="soft">{t('exchange.folderEmpty')}</li>
        )}
      </ul>
      {chosen !== '' && <p role="status">{t('exchange.folderChosen', { path: chosen })}</p>}
    </div>
  );
}
