import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Seat } from '../../../shared/schema/people.ts';
import type { Board } from '../../../shared/schema/sheet.ts';
import { useCommand } from '../../api/use-command.ts';
import { Button } from '../../components/button.tsx';
import { CheckField } from '../../components/field.tsx';
import { PassphraseField, useSamplePassphrase } from '../../components/passphrase-field.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useTop } from '../../components/use-top.ts';
import { useText } from '../../stores/language.ts';
import { showNotice } from '../../stores/notices.ts';
import { goReview } from '../../stores/router.ts';
import { useSession } from '../../stores/session.ts';
import { BelowQuorum } from './below-quorum.tsx';
import { Blocked } from './blocked.tsx';
import { KeeperFields, wrongOf } from './keeper.tsx';

export interface OpeningProps {
  readonly reviewId: string;
  readonly board: Board;
  readonly keepers: readonly Seat[];
  readonly supervisors: readonly Seat[];
  readonly onBack: () => void;
}

/** 启封: what will happen, two people, two passphrases. */
export function Opening({ reviewId, board, keepers, supervisors, onBack }: OpeningProps): ReactNode {
  const t = useText();
  useTop();
  const session = useSession();
  const open = useCommand('opening.open');
  const sampleOf = useSamplePassphrase(reviewId);
  const [own, setOwn] = useState('');
  const [keeperSeatId, setKeeper] = useState('');
  const [other, setOther] = useState('');
  const [witnesses, setWitnesses] = useState<readonly string[]>([]);
  const keeper = keepers.find(({ seatId }) => seatId === keeperSeatId) ?? keepers[0];
  const wrongOwn = wrongOf(t, open.problem, 'secretary');
  const wrongOther = wrongOf(t, open.problem, 'keeper');
  const blocked = board.openBlockedBy.length > 0;
  const ready = !blocked && keeper !== undefined && own !== '' && other !== '';
  const send = async (): Promise<void> => {
    if (keeper === undefined) return;
    const passphrases = { secretaryPassphrase: own, keeperSeatId: keeper.seatId, keeperPassphrase: other };
    const reply = await open.run({ reviewId, ...passphrases, witnessSeatIds: [...witnesses] });
    if (!reply.ok) return;
    showNotice(t('board.opened', { count: reply.value.opened }));
    goReview(reviewId, 'results');
  };
  return (
    <form
      className="panel form-page opening"
      aria-label={t('board.openTitle')}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) void send();
      }}
    >
      <h2>{t('board.openTitle')}</h2>
      <ul className="plain-rules">
        <li>{t('board.openMeans1', { count: board.received })}</li>
        <li>{t('board.openMeans2')}</li>
        <li>{t('board.openMeans3')}</li>
      </ul>
      <BelowQuorum board={board} />
      <Blocked reviewId={reviewId} sentence={t('board.openBlocked')} reasons={board.openBlockedBy} />
      {!blocked && (
        <>
          <PassphraseField
            label={t('board.secretaryPassphrase', { name: session?.name ?? '' })}
            value={own}
            onValue={setOwn}
            sample={sampleOf(session?.personId)}
            wrong={wrongOwn}
          />
          {keeper === undefined ? (
            <p className="bad">{t('board.noKeeper')}</p>
          ) : (
            <KeeperFields
              label={t('board.keeperOpen')}
              keepers={keepers}
              chosen={keeper}
              onChosen={(seatId) => {
                setKeeper(seatId);
                setOther('');
              }}
              passphrase={other}
              onPassphrase={setOther}
              sample={sampleOf(keeper.personId)}
              wrong={wrongOther}
            />
          )}
        </>
      )}
      {!blocked &&
        supervisors.map(({ seatId, name }) => (
          <CheckField
            key={seatId}
            label={t('board.witness', { name })}
            value={witnesses.includes(seatId)}
            onValue={(present) =>
              setWitnesses((known) =>
                present ? [...known, seatId] : known.filter((seat) => seat !== seatId),
              )
            }
          />
        ))}
      {open.pending && (
        <p className="soft" role="status">
          {t('board.opening')}
        </p>
      )}
      {wrongOwn === undefined && wrongOther === undefined && <ProblemNote problem={open.problem} />}
      <div className="row">
        <Button kind="primary" submits pending={open.pending} disabled={!ready}>
          {t('board.open')}
        </Button>
        <Button onClick={onBack}>{t('board.back')}</Button>
      </div>
    </form>
  );
}
