import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Problem } from '../../../shared/api/problem.ts';
import type { DocumentView } from '../../../shared/schema/result.ts';
import { downloadFile } from '../../api/bytes.ts';
import { useTask } from '../../api/use-task.ts';
import { Button } from '../../components/button.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useText } from '../../stores/language.ts';

export interface WordButtonProps {
  readonly reviewId: string;
  readonly document: DocumentView;
}

/** An editable copy of a document, made from the present data. */
export function WordButton({ reviewId, document }: WordButtonProps): ReactNode {
  const t = useText();
  const task = useTask('document.export');
  const [problem, setProblem] = useState<Problem>();
  const { kind, signing } = document;
  const save = async (): Promise<void> => {
    const items = [{ kind, format: 'docx' as const, split: false }];
    const reply = await task.start({
      reviewId,
      signing: signing === 'electronic' ? 'electronic' : 'paper',
      items,
    });
    if (!reply.ok) return;
    const saved = await downloadFile(reply.value.fileId, reply.value.name);
    setProblem(saved.ok ? undefined : saved.problem);
  };
  return (
    <>
      <ProblemNote problem={task.problem ?? problem} />
      <Button pending={task.running} onClick={() => void save()}>
        {t('exporting.word')}
      </Button>
    </>
  );
}
