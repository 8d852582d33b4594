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
  readonly request: NonNullable<NonNullable<OutputOf<'member.state'>>['absence']>;
}

/** 缺席确认: who is absent, for which enterprises and why; one passphrase or PIN signs them all. */
export function AbsenceRequest({ reviewId, request }: AbsenceRequestProps): ReactNode {
  const t = useText();
  const answer = useCommand('absence.answer');
  const [passphrase, setPassphrase] = useState('');
  const { hash, name, reason, dossiers, askedMs } = request;
  const send = async (): Promise<void> => {
    const reply = await answer.run({ reviewId, hash, passphrase });
    if (reply.ok || reply.problem.code === 'wrong-passphrase') setPassphrase('');
  };
  return (
    <form
      className="panel form-page"
      onSubmit={(event) => {
        event.preventDefault();
        if (passphrase !== '') void send();
      }}
    >
      <p>{t('member.absenceText', { name, count: dossiers.length, reason })}</p>
      <ul className="plain-list">
        {dossiers.map((dossier) => (
          <li key={dossier}>{dossier}</li>
        ))}
      </ul>
      <p className="soft">
        {t('member.requestCame')} <WhenText timeMs={askedMs} />
      </p>
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
      </div>
    </form>
  );
}
