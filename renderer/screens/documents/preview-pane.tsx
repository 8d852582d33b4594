import { useState } from 'react';
import type { ReactNode } from 'react';
import type { InputOf } from '../../../shared/api/contract.ts';
import { useTask } from '../../api/use-task.ts';
import { Button } from '../../components/button.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { Progress } from '../../components/words.tsx';
import { useText } from '../../stores/language.ts';
import { Preview } from './preview.tsx';

type Input = InputOf<'document.preview'>;

export interface PreviewPaneProps {
  readonly reviewId: string;
  readonly kind: Input['kind'];
  readonly notice: Input['notice'];
  readonly template: Input['template'];
  /** How it reads, shown until pages are asked for. */
  readonly children: ReactNode;
}

/** The text at once, and on request the pages as they will be printed; nothing is stored. */
export function PreviewPane({ reviewId, kind, notice, template, children }: PreviewPaneProps): ReactNode {
  const t = useText();
  const task = useTask('document.preview');
  const [fileId, setFileId] = useState<string | null>(null);
  const draw = async (): Promise<void> => {
    const reply = await task.start({ reviewId, kind, signing: 'electronic', notice, template });
    if (reply.ok) setFileId(reply.value.fileId);
  };
  const back = (): void => {
    task.clear();
    setFileId(null);
  };
  return (
    <section className="preview stack" aria-label={t('template.preview')}>
      <div className="spread">
        <strong>{t('template.preview')}</strong>
        <span className="row">
          {fileId !== null && (
            <Button kind="quiet" onClick={back}>
              {t('template.previewBack')}
            </Button>
          )}
          <Button pending={task.running} onClick={() => void draw()}>
            {t('template.previewPages')}
          </Button>
        </span>
      </div>
      <Progress task={task} />
      <ProblemNote problem={task.problem} />
      {fileId === null ? (
        children
      ) : (
        <Preview key={fileId} fileId={fileId} version={fileId} name={t('template.preview')} />
      )}
    </section>
  );
}
