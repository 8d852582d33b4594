import { useState } from 'react';
import type { ReactNode } from 'react';
import type { OutputOf } from '../../../shared/api/contract.ts';
import { useCommand } from '../../api/use-command.ts';
import { Button } from '../../components/button.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { WhenText } from '../../components/words.tsx';
import { useText } from '../../stores/language.ts';
import { OwnPassphrase, withoutPassphrase } from './own-passphrase.tsx';

export interface OpeningRequestProps {
  readonly reviewId: string;
  readonly request: NonNullable<NonNullable<OutputOf<'member.state'>>['request']>;
}

/** 启封请求: how many sheets, which ones in digits to compare, one passphrase or PIN, all or none. */
export function OpeningRequest({ reviewId, request }: OpeningRequestProps): ReactNode {
  const t = useText();
  const answer = useCommand('opening.answer');
  const [passphrase, setPassphrase] = useState('');
  const { digest, digits, count, askedMs } = request;
  const send = async (): Promise<void> => {
    const reply = await answer.run({ reviewId, digest, passphrase });
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
      <p>{t('member.requestText', { count })}</p>
      <p className="soft">
        {t('member.requestCame')} <WhenText timeMs={askedMs} />
      </p>
      <p className="soft">{t('member.requestDigits')}</p>
      <p className="big-digits">{digits}</p>
      <OwnPassphrase
        reviewId={reviewId}
        value={passphrase}
        onValue={setPassphrase}
        problem={answer.problem}
      />
      <ProblemNote problem={withoutPassphrase(answer.problem)} />
      <div className="row">
        <Button kind="primary" submits pending={answer.pending} disabled={passphrase === ''}>
          {t('member.requestOpen', { count })}
        </Button>
      </div>
    </form>
  );
}
