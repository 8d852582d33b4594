import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Problem } from '../../../shared/api/problem.ts';
import type { Seat } from '../../../shared/schema/people.ts';
import type { Board } from '../../../shared/schema/sheet.ts';
import { Button } from '../../components/button.tsx';
import { PassphraseField, useSamplePassphrase } from '../../components/passphrase-field.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useTop } from '../../components/use-top.ts';
import { useText } from '../../stores/language.ts';
import { showNotice } from '../../stores/notices.ts';
import { goReview } from '../../stores/router.ts';
import { useSession } from '../../stores/session.ts';
import { BelowQuorum } from './below-quorum.tsx';
import { Blocked } from './blocked.tsx';
import { KeeperChoice, KeeperFields, wrongOf } from './keeper.tsx';
import { AskedNote, type Asked } from './asked-note.tsx';
import { useOpening } from './use-opening.ts';
import { WitnessFields, type Witnesses } from './witnesses.tsx';

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
  const open = useOpening(reviewId);
  const sampleOf = useSamplePassphrase(reviewId);
  const [own, setOwn] = useState('');
  const [keeperSeatId, setKeeper] = useState('');
  const [other, setOther] = useState('');
  const [witnesses, setWitnesses] = useState<Witnesses>(new Map());
  const keeper = keepers.find(({ seatId }) => seatId === keeperSeatId) ?? keepers[0];
  const wrongOwn = wrongOf(t, open.problem, 'secretary');
  const wrongOther = wrongOf(t, open.problem, 'keeper');
  const [asked, setAsked] = useState<Asked | null>(null);
  const wrongWitness = wrongWitnessOf(open.problem, supervisors);
  const blocked = board.openBlockedBy.length > 0;
  const ready = !blocked && keeper !== undefined && own !== '' && (keeper.elsewhere || other !== '');
  const choose = (seatId: string): void => {
    setKeeper(seatId);
    setOther('');
  };
  const send = async (): Promise<void> => {
    if (keeper === undefined) return;
    const done = await open.run({ keeper, own, other, witnesses });
    if (done === null) return;
    if (keeper.elsewhere) {
      setAsked({ count: done.count, digest: done.digest, name: keeper.name });
      return;
    }
    showNotice(t('board.opened', { count: done.count }));
    goReview(reviewId, 'results');
  };
  if (asked !== null) return <AskedNote asked={asked} onBack={onBack} />;
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
          ) : keeper.elsewhere ? (
            <>
              <KeeperChoice
                label={t('board.keeperOpen')}
                keepers={keepers}
                chosen={keeper}
                onChosen={choose}
              />
              <p className="soft">{t('board.openElsewhere', { name: keeper.name })}</p>
            </>
          ) : (
            <KeeperFields
              label={t('board.keeperOpen')}
              keepers={keepers}
              chosen={keeper}
              onChosen={choose}
              passphrase={other}
              onPassphrase={setOther}
              sample={sampleOf(keeper.personId)}
              wrong={wrongOther}
            />
          )}
        </>
      )}
      {!blocked && (
        <WitnessFields
          supervisors={supervisors}
          witnesses={witnesses}
          onWitnesses={setWitnesses}
          sampleOf={sampleOf}
          wrong={wrongWitness}
        />
      )}
      {open.pending && (
        <p className="soft" role="status">
          {t('board.opening')}
        </p>
      )}
      {wrongOwn === undefined && wrongOther === undefined && wrongWitness === null && (
        <ProblemNote problem={open.problem} />
      )}
      <div className="row">
        <Button kind="primary" submits pending={open.pending} disabled={!ready}>
          {t('board.open')}
        </Button>
        <Button onClick={onBack}>{t('board.back')}</Button>
      </div>
    </form>
  );
}

/** The supervisor whose passphrase was wrong; null for any other problem. */
function wrongWitnessOf(problem: Problem | undefined, supervisors: readonly Seat[]): string | null {
  const who = problem?.code === 'wrong-passphrase' ? problem.values?.['who'] : undefined;
  return supervisors.find(({ seatId }) => seatId === who)?.seatId ?? null;
}
