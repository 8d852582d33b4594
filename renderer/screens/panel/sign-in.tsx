import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Problem } from '../../../shared/api/problem.ts';
import { downloadFile } from '../../api/bytes.ts';
import { useQuery } from '../../api/use-query.ts';
import { useTask } from '../../api/use-task.ts';
import { Button } from '../../components/button.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { Progress, WhenText } from '../../components/words.tsx';
import { useText } from '../../stores/language.ts';
import { goReview } from '../../stores/router.ts';

/** The printable sign-in sheet of the latest meeting: made, downloaded, or looked at among the documents. */
export function SignIn(props: { readonly reviewId: string; readonly mayMake: boolean }): ReactNode {
  const t = useText();
  const { reviewId, mayMake } = props;
  const make = useTask('document.make');
  const documents = useQuery('document.list', { reviewId }, ['documents']);
  const [refused, setRefused] = useState<Problem>();
  const sheet = documents.value?.find(({ kind, superseded }) => kind === 'sign-in' && !superseded);
  const download = async (): Promise<void> => {
    if (sheet === undefined) return;
    const reply = await downloadFile(sheet.fileId, sheet.fileName);
    setRefused(reply.ok ? undefined : reply.problem);
  };
  if (sheet === undefined && !mayMake) return null;
  return (
    <div className="stack-tight">
      <div className="row">
        {sheet !== undefined && (
          <>
            <span className="soft">
              {t('panel.signInMade')} <WhenText timeMs={sheet.createdMs} />
            </span>
            <Button onClick={() => void download()}>{t('panel.signInDownload')}</Button>
            <Button onClick={() => goReview(reviewId, 'documents', sheet.documentId)}>
              {t('panel.signInView')}
            </Button>
          </>
        )}
        {mayMake && (
          <Button
            title={t('panel.signInHelp')}
            pending={make.running}
            onClick={() => void make.start({ reviewId, kind: 'sign-in', signing: 'paper' })}
          >
            {t(sheet === undefined ? 'panel.signIn' : 'panel.signInAgain')}
          </Button>
        )}
      </div>
      <Progress task={make} />
      <ProblemNote problem={make.problem ?? refused ?? documents.problem} />
    </div>
  );
}
