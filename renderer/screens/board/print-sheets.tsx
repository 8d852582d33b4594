import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Problem } from '../../../shared/api/problem.ts';
import { downloadFile } from '../../api/bytes.ts';
import { useTask } from '../../api/use-task.ts';
import { Button } from '../../components/button.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { Progress } from '../../components/words.tsx';
import { useText } from '../../stores/language.ts';
import { goReview } from '../../stores/router.ts';

/** 打印评分表: pre-filled sheets for those who score on paper. */
export function PrintSheets({ reviewId }: { readonly reviewId: string }): ReactNode {
  const t = useText();
  const make = useTask('document.make');
  const [made, setMade] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem>();
  const start = async (): Promise<void> => {
    setMade(null);
    const reply = await make.start({ reviewId, kind: 'score-sheets', signing: 'paper' });
    if (reply.ok) setMade(reply.value.documentId);
  };
  const save = async (documentId: string): Promise<void> => {
    const reply = await downloadFile(`document-${documentId}`, `${t('board.printName')}.pdf`);
    setProblem(reply.ok ? undefined : reply.problem);
  };
  return (
    <div className="stack-tight">
      <div className="row">
        <Button pending={make.running} onClick={() => void start()}>
          {t('board.print')}
        </Button>
        {made === null ? (
          <span className="soft small">{t('board.printText')}</span>
        ) : (
          <>
            <span className="good" role="status">
              {t('board.printed')}
            </span>
            <Button onClick={() => void save(made)}>{t('board.printDownload')}</Button>
            <Button kind="quiet" onClick={() => goReview(reviewId, 'documents', made)}>
              {t('board.printPreview')}
            </Button>
          </>
        )}
      </div>
      <Progress task={make} />
      <ProblemNote problem={make.problem ?? problem} />
    </div>
  );
}
