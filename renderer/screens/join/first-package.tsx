import { useState } from 'react';
import type { ReactNode } from 'react';
import type { OutputOf } from '../../../shared/api/contract.ts';
import type { Problem } from '../../../shared/api/problem.ts';
import { uploadFile } from '../../api/bytes.ts';
import { useCommand } from '../../api/use-command.ts';
import { useTask } from '../../api/use-task.ts';
import { Button } from '../../components/button.tsx';
import { FileDrop } from '../../components/file-drop.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { Progress } from '../../components/words.tsx';
import { useText } from '../../stores/language.ts';
import { goReview } from '../../stores/router.ts';
import { readSession } from '../../stores/session.ts';

type Claim = OutputOf<'member.readFirst'> & { readonly uploadId: string };

/** The first package: whose it is, the authority's digits to compare aloud, and only then it is taken in. */
export function FirstPackage(): ReactNode {
  const t = useText();
  const read = useTask('member.readFirst');
  const confirm = useCommand('member.confirm');
  const forget = useCommand('member.forget');
  const deliver = useTask('exchange.deliver');
  const [claim, setClaim] = useState<Claim | null>(null);
  const [problem, setProblem] = useState<Problem>();
  const [refusal, setRefusal] = useState('');
  const take = async (file: File): Promise<void> => {
    setProblem(undefined);
    const upload = await uploadFile(file);
    if (!upload.ok) return setProblem(upload.problem);
    const reply = await read.start({ uploadId: upload.value.id });
    if (reply.ok) setClaim({ ...reply.value, uploadId: upload.value.id });
  };
  const accept = async ({ reviewId, uploadId }: Claim): Promise<void> => {
    if (!(await confirm.run({ reviewId })).ok) return;
    const reply = await deliver.start({ reviewId, uploadIds: [uploadId] });
    await readSession();
    const [file] = reply.ok ? reply.value.files : [];
    if (file?.outcome === 'accepted') goReview(reviewId, 'recusal');
    else if (file !== undefined) setRefusal(t.of(`exchange.reason.${file.reason}`, file.values));
  };
  const drop = async ({ reviewId }: Claim): Promise<void> => {
    if ((await forget.run({ reviewId })).ok) setClaim(null);
  };
  return (
    <section className="panel stack" aria-label={t('join.packageTitle')}>
      <h2>{t('join.packageTitle')}</h2>
      {claim === null ? (
        <>
          <p className="soft">{t('join.packageText')}</p>
          <FileDrop accept=".panel" sentence={t('join.dropPackage')} onFile={(file) => void take(file)} />
          <Progress task={read} />
        </>
      ) : (
        <>
          <p>{t('join.packageOf', { title: claim.title, organiser: claim.organiser })}</p>
          <p className="soft">{t('join.compare')}</p>
          <p className="big-digits">{claim.digits}</p>
          <div className="row">
            <Button
              kind="primary"
              pending={confirm.pending || deliver.running}
              onClick={() => void accept(claim)}
            >
              {t('join.same')}
            </Button>
            <Button kind="danger" pending={forget.pending} onClick={() => void drop(claim)}>
              {t('join.differs')}
            </Button>
          </div>
          <Progress task={deliver} />
          {refusal !== '' && <p className="warn">{refusal}</p>}
        </>
      )}
      <ProblemNote
        problem={problem ?? read.problem ?? confirm.problem ?? deliver.problem ?? forget.problem}
      />
    </section>
  );
}
