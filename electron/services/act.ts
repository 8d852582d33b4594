import { AppError } from '../../shared/api/problem.ts';
import { addRecord } from '../database/record.ts';
import { touchReview } from '../database/reviews.ts';
import type { SeatRow } from '../database/seats.ts';
import type { CommandContext, QueryContext } from '../api/context.ts';
import { renewRoster } from './panel/roster.ts';

/** Writes an act into the record under the name of who is unlocked. `type` is a key of text `record`. */
export function noteAct(
  context: CommandContext,
  reviewId: string,
  type: string,
  values: Readonly<Record<string, string | number>> = {},
): void {
  addRecord(context.db, reviewId, {
    type,
    values,
    actor: context.session.person?.name ?? '',
    role: context.seat?.role ?? null,
    claimedMs: context.nowMs,
  });
  touchReview(context.db, reviewId, context.nowMs);
  renewRoster(context, reviewId);
}

/** An act of a member that came in a letter, under the member's own name. */
export function noteMemberAct(
  context: CommandContext,
  seat: SeatRow,
  type: string,
  values: Readonly<Record<string, string | number>>,
): void {
  const entry = { type, values, actor: seat.name, role: seat.role, claimedMs: context.nowMs };
  addRecord(context.db, seat.review_id, entry);
  touchReview(context.db, seat.review_id, context.nowMs);
  renewRoster(context, seat.review_id);
}

/** The caller's seat; the permission table has already made sure that there is one. */
export function ownSeat(context: QueryContext): SeatRow {
  if (context.seat === null) throw new AppError('not-permitted');
  return context.seat;
}

export function ownPerson(context: QueryContext): NonNullable<QueryContext['session']['person']> {
  if (context.session.person === null) throw new AppError('locked');
  return context.session.person;
}
