import type { ReadDb } from '../../database/access.ts';
import { currentDocument, signaturesOf } from '../../database/documents.ts';
import { seatsOf } from '../../database/seats.ts';

/** Who has still to sign the archive minutes; null while there are none to sign. */
export function signaturesWaiting(db: ReadDb, reviewId: string): { seatId: string; name: string }[] | null {
  const minutes = currentDocument(db, reviewId, 'minutes-archive');
  if (minutes === undefined) return null;
  const names = new Map(seatsOf(db, reviewId).map((seat) => [seat.id, seat.name]));
  return signaturesOf(db, minutes.id)
    .filter(({ state }) => state === 'waiting')
    .map((row) => ({ seatId: row.seat_id, name: names.get(row.seat_id) ?? row.seat_id }));
}
