import { between } from '../../shared/domain/phase.ts';
import type { Phase } from '../../shared/domain/phase.ts';
import type { Role } from '../../shared/schema/people.ts';
import type { NextStep, ReviewRow } from '../../shared/schema/review.ts';
import type { ReviewPage } from '../stores/router.ts';
import type { Seat } from '../stores/session.ts';

/** The tabs of each seat in the order of its work. The backend decides what may be read; this is only the way. */
const pages: Readonly<Record<Role, readonly ReviewPage[]>> = {
  secretary: ['overview', 'scheme', 'dossiers', 'panel', 'board', 'results', 'opinions', 'documents'],
  member: ['overview', 'scheme', 'recusal', 'desk', 'results', 'opinions', 'documents'],
  recorder: ['overview', 'scheme', 'dossiers', 'panel', 'board', 'results', 'opinions', 'documents'],
  supervisor: ['overview', 'scheme', 'dossiers', 'panel', 'board', 'results', 'opinions', 'documents'],
};

/** Pages that exist only in some phases; their methods answer nowhere else. */
const phasesOf: Readonly<Partial<Record<ReviewPage, readonly Phase[]>>> = {
  recusal: between('setup', 'closed'),
  results: between('opened', 'filed'),
  opinions: between('opened', 'filed'),
};

/** What a member's copy can't show: the office is on another laptop; before its first package nearly nothing. */
const notInCopy: readonly ReviewPage[] = ['board', 'results', 'opinions', 'documents'];
const onlyWithPackage: readonly ReviewPage[] = ['overview', 'scheme', 'recusal'];

/** The pages of a seat in a review as it stands on this laptop. */
export function pagesHere(
  seat: Pick<Seat, 'role' | 'chair'>,
  review: Pick<ReviewRow, 'phase' | 'replica' | 'next'>,
): readonly ReviewPage[] {
  const pages = pagesOf(seat, review.phase);
  if (!review.replica) return pages;
  const waits = review.next.key === 'next.replica-package';
  return pages.filter((page) => !notInCopy.includes(page) && !(waits && onlyWithPackage.includes(page)));
}

/** The pages a seat sees in a phase. The chair also follows the board, since the chair signs absences. */
export function pagesOf(seat: Pick<Seat, 'role' | 'chair'>, phase: Phase): readonly ReviewPage[] {
  const own = pages[seat.role].flatMap((page): readonly ReviewPage[] =>
    page === 'desk' && seat.chair ? ['desk', 'board'] : [page],
  );
  return own.filter((page) => phasesOf[page]?.includes(phase) ?? true);
}

/** The record names who did what, so it isn't shown to every member. */
export function mayReadRecord(seat: Pick<Seat, 'role' | 'chair'>): boolean {
  return seat.role === 'secretary' || seat.role === 'supervisor' || seat.chair;
}

/** Where a person lands after unlocking. */
export function landingPage(seat: Pick<Seat, 'role'>): ReviewPage {
  return seat.role === 'member' ? 'desk' : 'overview';
}

/** The page that a next step names; null when there is nothing to press. */
export function pageOfStep(screen: NextStep['screen']): ReviewPage | null {
  return screen === 'tally' ? 'results' : screen;
}

/** Whether the unlocked seat is the one that the next step waits for. */
export function isOwnStep(
  seat: Pick<Seat, 'seatId' | 'role' | 'chair'>,
  { who, seatIds }: Pick<NextStep, 'who' | 'seatIds'>,
): boolean {
  const named = seatIds?.includes(seat.seatId);
  if (who === 'signer') return named === true;
  return named !== false && (who === 'chair' ? seat.chair : who === seat.role);
}
