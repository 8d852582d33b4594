import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Dissent } from '../../../shared/schema/result.ts';
import { useCommand } from '../../api/use-command.ts';
import { Button } from '../../components/button.tsx';
import { LongTextField } from '../../components/field.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { WhenText } from '../../components/words.tsx';
import { confirm } from '../../stores/confirm.ts';
import { useText } from '../../stores/language.ts';
import { showNotice } from '../../stores/notices.ts';

interface OwnDissentProps {
  readonly reviewId: string;
  readonly own: Dissent | undefined;
}

function OwnDissent({ reviewId, own }: OwnDissentProps): ReactNode {
  const t = useText();
  const command = useCommand('opinion.dissent');
  const [text, setText] = useState(own?.text ?? '');
  const send = async (sent: string): Promise<void> => {
    const reply = await command.run({ reviewId, text: sent });
    if (!reply.ok) return;
    setText(sent);
    showNotice(t(sent === '' ? 'opinions.dissentWithdrawn' : 'opinions.dissentSaved'));
  };
  const withdraw = async (): Promise<void> => {
    const question = {
      title: t('opinions.dissentWithdraw'),
      sentence: t('opinions.dissentWithdrawText'),
      verb: t('opinions.dissentWithdraw'),
    };
    if (await confirm(question)) await send('');
  };
  const changed = text.trim() !== '' && text !== (own?.text ?? '');
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (changed) void send(text);
      }}
    >
      <LongTextField
        label={t('opinions.dissentOwn')}
        hint={t('opinions.dissentHint')}
        rows={5}
        value={text}
        onValue={setText}
      />
      <div className="row">
        <Button submits pending={command.pending} disabled={!changed}>
          {t(own === undefined ? 'opinions.dissentSave' : 'opinions.dissentChange')}
        </Button>
        {own !== undefined && (
          <Button kind="danger" pending={command.pending} onClick={() => void withdraw()}>
            {t('opinions.dissentWithdraw')}
          </Button>
        )}
      </div>
      <ProblemNote problem={command.problem} />
    </form>
  );
}

export interface DissentsProps {
  readonly reviewId: string;
  readonly dissents: readonly Dissent[];
  /** The unlocked member's seat while dissents are taken, otherwise null. */
  readonly ownSeatId: string | null;
}

/** 不同意见 of the members in full, and the own one. */
export function Dissents({ reviewId, dissents, ownSeatId }: DissentsProps): ReactNode {
  const t = useText();
  const others = dissents.filter(({ seatId }) => seatId !== ownSeatId);
  const own = dissents.find(({ seatId }) => seatId === ownSeatId);
  return (
    <section className="panel stack" aria-label={t('opinions.dissents')}>
      <h2>{t('opinions.dissents')}</h2>
      {dissents.length === 0 && <p className="soft">{t('opinions.dissentNone')}</p>}
      {others.map((dissent) => (
        <div key={dissent.seatId}>
          <p>
            <strong>{dissent.name}</strong>{' '}
            <span className="soft small">
              <WhenText timeMs={dissent.atMs} />
            </span>
          </p>
          <p className="plain-text">{dissent.text}</p>
        </div>
      ))}
      {ownSeatId !== null && <OwnDissent reviewId={reviewId} own={own} />}
    </section>
  );
}
