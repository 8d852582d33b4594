import { create } from 'zustand';
import type { OutputOf } from '../../shared/api/contract.ts';
import type { Session } from '../../shared/schema/session.ts';
import { call } from '../api/client.ts';
import { forgetTyped, saveBeforeLock } from './before-lock.ts';
import { dropQuestion } from './confirm.ts';
import { forgetHandwriting } from './handwriting.ts';
import { clearNotices } from './notices.ts';
import { refreshRevisions } from './revisions.ts';
import { forgetVerification } from './verification.ts';

interface SessionState {
  /** undefined until first asked. */
  readonly session: Session | null | undefined;
  /** Grows at each unlock and lock; the screens are keyed by it, so that nothing of a person is carried over. */
  readonly generation: number;
  /** Whom a lock waits for, so that the same person needs no choosing; null after a hand-over. */
  readonly awaited: string | null;
}

export const useSessionStore = create<SessionState>(() => ({
  session: undefined,
  generation: 0,
  awaited: null,
}));

/** Who is unlocked in this tab; null when nobody is. */
export function useSession(): Session | null {
  return useSessionStore((state) => state.session ?? null);
}

export type Seat = Session['seats'][number];

/** The unlocked person's seat in one review. */
export function seatIn(session: Session | null, reviewId: string): Seat | undefined {
  return session?.seats.find((seat) => seat.reviewId === reviewId);
}

export function useSeat(reviewId: string): Seat | undefined {
  return seatIn(useSession(), reviewId);
}

/** Takes a session as answered by unlock, create or current. A different person starts a new generation. */
export function takeSession(session: OutputOf<'session.current'>): void {
  const before = useSessionStore.getState();
  const samePerson = before.session?.personId === session?.personId && before.session !== undefined;
  if (!samePerson) {
    clearNotices();
    dropQuestion();
    forgetVerification();
    forgetHandwriting();
  }
  useSessionStore.setState({
    session,
    generation: samePerson ? before.generation : before.generation + 1,
  });
}

/** Asks the backend who is unlocked: after a start, a reload, or when the topic `session` changed. */
export async function readSession(): Promise<void> {
  const reply = await call('session.current', {});
  if (reply.ok) takeSession(reply.value);
}

/** What is typed is saved first, then the screen is cleared, whatever the backend answers to the lock. */
async function endSession(awaited: string | null): Promise<void> {
  await saveBeforeLock();
  if (awaited === null) forgetTyped();
  takeSession(null);
  useSessionStore.setState({ awaited });
  await call('session.lock', {});
  await refreshRevisions();
}

let ending: Promise<void> | undefined;

/** Locks this tab; the same person goes on after unlocking. */
export function lockSession(): Promise<void> {
  const personId = useSessionStore.getState().session?.personId ?? null;
  ending ??= endSession(personId).finally(() => {
    ending = undefined;
  });
  return ending;
}

/** Locks and waits for nobody in particular: the laptop goes to the next person. */
export async function handOver(): Promise<void> {
  await endSession(null);
}
