import type { ReactNode } from 'react';
import { Button } from '../../components/button.tsx';
import { useText } from '../../stores/language.ts';
import { totalLine } from './check-scheme.ts';
import type { Checked } from './check-scheme.ts';
import { goToPlace, placeWords, sumWords } from './editing.ts';
import type { Editing } from './editing.ts';
import { ExampleView } from './example-view.tsx';

export interface SideProps {
  readonly editing: Editing;
  readonly checked: Checked;
  /** Save and freeze. */
  readonly children: ReactNode;
}

/** Always in sight: the sum against the total, what is wrong, saving, and a computed example. */
export function Side({ editing, checked, children }: SideProps): ReactNode {
  const t = useText();
  const line = totalLine(editing.scheme);
  const { problems, scheme } = checked;
  return (
    <aside className="scheme-side stack" aria-label={t('scheme.check')}>
      <div className="panel stack">
        <p className={line.state === 'exact' ? 'sum good' : 'sum bad'} role="status">
          {sumWords(t, line)}
        </p>
        {children}
      </div>
      {problems.length > 0 && (
        <div className="panel stack-tight">
          <h2>{t('scheme.problems', { count: problems.length })}</h2>
          <ul className="problem-places">
            {problems.map(({ path, reason, values }) => (
              <li key={`${path} ${reason}`}>
                <button type="button" onClick={() => goToPlace(path)}>
                  <strong>{placeWords(t, editing.scheme, path)}</strong>
                  <span>{t.of(reason, values)}</span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      {scheme === null ? (
        <p className="soft small">{t('scheme.exampleLater')}</p>
      ) : (
        <ExampleView scheme={scheme} />
      )}
    </aside>
  );
}

export interface SaveBarProps {
  readonly dirty: boolean;
  readonly saving: boolean;
  readonly onSave: () => void;
  readonly onFreeze: () => void;
  readonly freezable: boolean;
}

/** 保存 while there are edits, then 定稿. */
export function SaveBar({ dirty, saving, onSave, onFreeze, freezable }: SaveBarProps): ReactNode {
  const t = useText();
  return (
    <>
      <p className={dirty ? 'warn' : 'soft'} role="status">
        {dirty ? t('scheme.unsaved') : t('scheme.savedState')}
      </p>
      <div className="row">
        <Button kind={dirty ? 'primary' : 'plain'} disabled={!dirty} pending={saving} onClick={onSave}>
          {t('action.save')}
        </Button>
        <Button kind={dirty ? 'plain' : 'primary'} disabled={dirty || !freezable} onClick={onFreeze}>
          {t('scheme.freezeOpen')}
        </Button>
      </div>
      {(dirty || !freezable) && (
        <p className="soft small">{dirty ? t('scheme.saveFirst') : t('scheme.repairFirst')}</p>
      )}
    </>
  );
}
