import type { Scheme } from '../../../shared/domain/scheme.ts';
import type { CommandContext } from '../../api/context.ts';
import type { ReadDb } from '../../database/access.ts';
import { putReplicaReview, putReplicaSeat } from '../../database/replica-state.ts';
import { allReviews } from '../../database/reviews.ts';
import { leaveSeat, seatsOf } from '../../database/seats.ts';
import { conflict } from '../conflict.ts';

/** Stands until the first package brings the frozen one. */
const blankScheme = JSON.stringify({
  title: '—',
  total: '100',
  categories: [],
  tally: { aggregate: 'mean' },
} satisfies Scheme);

/**
 * The bare review and the own seat, so that carriers work before the first package: nothing of it is known yet.
 * Whoever was seated here before by mistake leaves.
 */
export function beginReplica(
  context: CommandContext,
  about: {
    readonly reviewId: string;
    readonly title: string;
    readonly organiser: string;
    readonly seatId: string;
    readonly personId: string;
  },
): void {
  const { db, nowMs } = context;
  const { reviewId, title, organiser, seatId, personId } = about;
  const nothingYet = { phase: 'setup', sample: false, scheme: blankScheme } as const;
  putReplicaReview(db, { ...nothingYet, review: reviewId, title, organiser, nowMs });
  for (const { id } of seatsOf(db, reviewId)) leaveSeat(db, id, 'chosen anew', nowMs);
  const blank = { code: null, chair: 0, deputy: 0, elected_ms: null, position: 1 } as const;
  const place = {
    id: seatId,
    review_id: reviewId,
    person_id: personId,
    role: 'member',
    kind: 'expert',
  } as const;
  putReplicaSeat(db, { ...place, ...blank });
}

/** The office's own laptop joins nothing: there its people hand over to each other. */
export function requireNoReview(db: ReadDb, reviewId: string): void {
  const here = allReviews(db).find(({ id }) => id === reviewId);
  // A copy that was begun and forgotten again has no seat left.
  if (here !== undefined && seatsOf(db, reviewId).length === 0) return;
  if (here !== undefined) throw conflict('', { what: 'review-here', title: here.title });
}
