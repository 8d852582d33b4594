import { AppError } from '../../../shared/api/problem.ts';
import type { CommandContext, QueryContext } from '../../api/context.ts';
import type { Sessions } from '../../api/sessions.ts';
import { cardAt, decideCard, type CardRow } from '../../database/cards.ts';
import { insertElsewhere, retireProfile } from '../../database/profiles.ts';
import { reviewById } from '../../database/reviews.ts';
import { seatById, seatsOfPerson, type SeatRow } from '../../database/seats.ts';
import { dropDrafts, hasSubmitted } from '../../database/sheets.ts';
import { readCard, type CheckedCard } from '../../exchange/card.ts';
import { readAloud } from '../../signing/fingerprint.ts';
import { noteAct } from '../act.ts';
import { conflict } from '../conflict.ts';

/** The card that waits, checked again. @throws AppError `not-found` when it was decided on meanwhile */
export function waitingCardAt(
  context: QueryContext,
  reviewId: string,
  fingerprint: string,
): { row: CardRow; checked: CheckedCard } {
  const row = cardAt(context.db, reviewId, fingerprint);
  if (row?.state !== 'waiting') throw new AppError('not-found', { what: 'card' });
  return { row, checked: readCard(row.jws) };
}

/**
 * These keys are this seat's from now on, and the roster says so; keys that the person had before are revoked.
 * @throws AppError `conflict`: the secretary's seat, sheets that are in (both a matter of more than one person),
 *   another running review of the same person; `bad-input` when a replacement lacks its reason
 */
export function confirmCard(
  context: CommandContext,
  sessions: Sessions,
  input: { reviewId: string; fingerprint: string; seatId: string; reason: string },
): Record<string, never> {
  const { reviewId, fingerprint, seatId, reason } = input;
  const { checked } = waitingCardAt(context, reviewId, fingerprint);
  const { card } = checked;
  const seat = seatById(context.db, reviewId, seatId);
  if (seat.role === 'secretary') throw conflict('', { what: 'secretary-recovery' });
  if (card.kind === 'seat' && card.seat !== seatId)
    throw conflict('', { what: 'card-other-seat', name: card.name });
  const replaces = seat.profile_id !== null;
  if (replaces) revoke(context, sessions, seat, reason);
  insertElsewhere(
    context.db,
    {
      id: context.environment.newId(),
      personId: seat.person_id,
      publicKey: card.signing,
      recipient: card.recipient,
      guard: card.kind === 'seat' ? 'pin' : 'passphrase',
    },
    context.nowMs,
  );
  const decided = { review_id: reviewId, fingerprint, state: 'confirmed', seat_id: seatId, reason } as const;
  decideCard(context.db, decided, context.nowMs);
  const values = { name: seat.name, digits: readAloud(fingerprint) };
  if (replaces) noteAct(context, reviewId, 'card-replaced', { ...values, reason });
  else noteAct(context, reviewId, 'card-confirmed', values);
  return {};
}

function revoke(context: CommandContext, sessions: Sessions, seat: SeatRow, reason: string): void {
  if (reason.trim() === '') throw new AppError('bad-input', { what: 'reason' });
  // New keys could replace sheets that are in: that takes the chair too, as a reseating.
  if (hasSubmitted(context.db, seat.id)) throw conflict('', { what: 'card-has-sheets', name: seat.name });
  for (const other of seatsOfPerson(context.db, seat.person_id)) {
    const review = reviewById(context.db, other.review_id);
    if (review.id !== seat.review_id && review.phase !== 'filed')
      throw conflict('', { what: 'reseat-elsewhere', name: seat.name, review: review.title });
  }
  retireProfile(context.db, seat.person_id, context.nowMs);
  dropDrafts(context.db, seat.id);
  sessions.lockPerson(seat.person_id);
}
