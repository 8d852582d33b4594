import type { ReactNode } from 'react';
import { Button } from '../components/button.tsx';
import { saveBeforeLock } from '../stores/before-lock.ts';
import { confirm } from '../stores/confirm.ts';
import { useAppearance, useText } from '../stores/language.ts';
import { go, homeRoute } from '../stores/router.ts';
import { handOver, lockSession, seatIn, useSession } from '../stores/session.ts';

/** Saves what is typed; asks before anything that can't be saved would be lost. */
async function mayLeave(verb: 'frame.lock' | 'frame.handOver'): Promise<boolean> {
  if (await saveBeforeLock()) return true;
  const t = useAppearance.getState().text;
  return confirm({
    title: t('frame.unsavedTitle'),
    sentence: t(verb === 'frame.lock' ? 'frame.unsavedLock' : 'frame.unsavedHandOver'),
    verb: t(verb),
    irreversible: true,
  });
}

async function lockHere(): Promise<void> {
  if (await mayLeave('frame.lock')) await lockSession();
}

/** Clears the screen and offers the seats of the review to the next person. */
export async function handOverFrom(reviewId: string | null): Promise<void> {
  if (!(await mayLeave('frame.handOver'))) return;
  go({ page: 'unlock', reviewId, onward: homeRoute });
  await handOver();
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
      <Button title={t('frame.lockHint')} onClick={() => void lockHere()}>
        {t('frame.lock')}
      </Button>
      <Button title={t('frame.handOverHint')} onClick={() => void handOverFrom(reviewId)}>
        {t('frame.handOver')}
      </Button>
    </>
  );
}
