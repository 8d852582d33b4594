import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Session } from '../../../shared/schema/session.ts';
import type { Tile } from '../../../shared/schema/session.ts';
import { useQuery } from '../../api/use-query.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState, Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useText } from '../../stores/language.ts';
import { go, homeRoute, replaceRoute } from '../../stores/router.ts';
import type { Route } from '../../stores/router.ts';
import { seatIn, takeSession, useSessionStore } from '../../stores/session.ts';
import { landingPage } from '../review-access.ts';
import { FirstPassphrase } from './first-passphrase.tsx';
import { NameTiles } from './name-tiles.tsx';
import { PassphraseForm } from './passphrase-form.tsx';
import { RecoverForm } from './recover-form.tsx';

export interface UnlockScreenProps {
  /** The review whose seats are offered; null offers every profile of this laptop. */
  readonly reviewId: string | null;
  readonly onward: Route;
}

function afterUnlock(session: Session, { reviewId, onward }: UnlockScreenProps): Route {
  if (onward.page !== 'home' || reviewId === null) return onward;
  const seat = seatIn(session, reviewId);
  return seat === undefined ? homeRoute : { page: 'review', reviewId, tab: landingPage(seat) };
}

/** Name tiles by role, then one field. Nothing of anyone's data is behind it. */
export function UnlockScreen(props: UnlockScreenProps): ReactNode {
  const t = useText();
  const awaited = useSessionStore((state) => state.awaited);
  const tiles = useQuery('session.tiles', { reviewId: props.reviewId }, ['session', 'people', 'panel']);
  const [chosen, setChosen] = useState<string | null>(awaited);
  const [recovering, setRecovering] = useState(false);
  const choose = (personId: string): void => {
    setChosen(personId);
    setRecovering(false);
  };
  const tile: Tile | undefined = tiles.value?.find((candidate) => candidate.personId === chosen);
  const enter = (session: Session): void => {
    replaceRoute(afterUnlock(session, props));
    takeSession(session);
  };
  return (
    <Page title={t('unlock.title')} note={t('unlock.hint')}>
      <div className="unlock stack">
        <ProblemNote problem={tiles.problem} />
        {tiles.value?.length === 0 && (
          <EmptyState sentence={t('unlock.none')}>
            <Button kind="primary" onClick={() => go(homeRoute)}>
              {t('frame.crashBack')}
            </Button>
          </EmptyState>
        )}
        <div className="unlock-columns">
          <div className="stack">
            {tiles.value !== undefined && <NameTiles tiles={tiles.value} chosen={chosen} onChoose={choose} />}
          </div>
          {tile !== undefined && (
            <div className="panel">
              {recovering && props.reviewId !== null ? (
                <RecoverForm
                  reviewId={props.reviewId}
                  tile={tile}
                  onEnter={enter}
                  onBack={() => setRecovering(false)}
                />
              ) : tile.elsewhere ? (
                <p>{t('unlock.elsewhere', { name: tile.name })}</p>
              ) : tile.hasProfile ? (
                <>
                  <PassphraseForm key={tile.personId} tile={tile} onEnter={enter} />
                  {tile.role === 'secretary' && props.reviewId !== null && tile.samplePassphrase === null && (
                    <Button kind="quiet" onClick={() => setRecovering(true)}>
                      {t('unlock.recover')}
                    </Button>
                  )}
                </>
              ) : (
                <FirstPassphrase key={tile.personId} tile={tile} onEnter={enter} />
              )}
            </div>
          )}
        </div>
      </div>
    </Page>
  );
}
