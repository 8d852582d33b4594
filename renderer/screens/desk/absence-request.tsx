import { useState } from 'react';
import type { ReactNode } from 'react';
import type { OutputOf } from '../../../shared/api/contract.ts';
import { useCommand } from '../../api/use-command.ts';
import { Button } from '../../components/button.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { WhenText } from '../../components/words.tsx';
import { useText } from '../../stores/language.ts';
import { OwnPassphrase, withoutPassphrase } from './own-passphrase.tsx';

export interface AbsenceRequestProps {
  readonly reviewId: string;
  readonly request: NonNullable<OutputOf<'member.state'>>['absenceRequests'][number];
  readonly onLater: () => void;
}

/** 缺席确认: who is absent, from what, why; one passphrase or PIN signs all of it. */
export function AbsenceRequest({ reviewId, request, onLater }: AbsenceRequestProps): ReactNode {
  const t = useText();
  const answer = useCommand('absence.answer');
  const [passphrase, setPassphrase] = useState('');
  const { id, name, dossiers, reason, askedMs } = request;
  const count = dossiers.length;
  const send = async (): Promise<void> => {
    const reply = await answer.run({ reviewId, request: id, passphrase });
    if (reply.ok || reply.problem.code === 'wrong-passphrase') setPassphrase('');
  };
  return (
    <section className="panel stack opening-request" aria-label={t('member.absenceTitle')}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (passphrase !== '') void send();
        }}
      >
        <p>
          {t('member.absenceText', { name, count, reason })} <WhenText timeMs={askedMs} />
        </p>
        <ul className="plain-rules">
          {dossiers.map((dossier) => (
            <li key={dossier}>{dossier}</li>
          ))}
        </ul>
        <OwnPassphrase
          reviewId={reviewId}
          value={passphrase}
          onValue={setPassphrase}
          problem={answer.problem}
        />
        <ProblemNote problem={withoutPassphrase(answer.problem)} />
        <div className="row">
          <Button kind="primary" submits pending={answer.pending} disabled={passphrase === ''}>
            {t('member.absenceSign')}
          </Button>
          <Button onClick={onLater}>{t('member.absenceLater')}</Button>
        </div>
      </form>
    </section>
  );
}
