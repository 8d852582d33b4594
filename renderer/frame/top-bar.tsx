import type { ReactNode } from 'react';
import { Button } from '../components/button.tsx';
import { useText } from '../stores/language.ts';
import { go, homeRoute } from '../stores/router.ts';
import { handOver, lockSession, seatIn, useSession } from '../stores/session.ts';

/** Clears the screen and offers the seats of the review to the next person. */
export function handOverFrom(reviewId: string | null): void {
  go({ page: 'unlock', reviewId, onward: homeRoute });
  void handOver();
}

/** Who is unlocked, with lock and hand-over. `reviewId` names the seat to show. */
export function WhoIsHere({ reviewId }: { readonly reviewId: string | null }): ReactNode {
  const t = useText();
  const session = useSession();
  if (session === null) return <span className="who soft">{t('frame.nobody')}</span>;
  const seat = reviewId === null ? undefined : seatIn(session, reviewId);
  const role = seat === undefined ? null : t(seat.chair ? 'role.chair' : `role.${seat.role}`);
  return (
    <>
      <span className="who">
        {role === null ? session.name : t('frame.unlocked', { name: session.name, role })}
      </span>
      <Button title={t('frame.lockHint')} onClick={() => void lockSession()}>
        {t('frame.lock')}
      </Button>
      <Button title={t('frame.handOverHint')} onClick={() => handOverFrom(reviewId)}>
        {t('frame.handOver')}
      </Button>
    </>
  );
}
