import type { CommandContext, QueryContext } from '../../api/context.ts';
import { cardAt, insertCard, isRetiredKey } from '../../database/cards.ts';
import { seatsOf } from '../../database/seats.ts';
import type { CheckedCard } from '../../exchange/card.ts';
import { refused } from '../../exchange/parts.ts';

/**
 * Keeps a card until the secretary decides on it. @returns `already` for one that was kept before
 * @throws AppError `data-corrupt`, reasons `card-other-review`, `card-revoked`, `card-unknown-seat`
 */
export function keepCard(
  context: CommandContext,
  reviewId: string,
  { card, jws, fingerprint }: CheckedCard,
): 'accepted' | 'already' {
  if (card.review !== '' && card.review !== reviewId) throw refused('card-other-review', { name: card.name });
  if (isRetiredKey(context.db, card.signing)) throw refused('card-revoked', { name: card.name });
  if (cardAt(context.db, reviewId, fingerprint) !== undefined) return 'already';
  if (card.kind === 'seat' && !isSeated(context, reviewId, card.seat))
    throw refused('card-unknown-seat', { name: card.name });
  insertCard(context.db, { review_id: reviewId, fingerprint, jws, received_ms: context.nowMs });
  return 'accepted';
}

function isSeated({ db }: QueryContext, reviewId: string, seatId: string): boolean {
  return seatsOf(db, reviewId).some(({ id }) => id === seatId);
}
