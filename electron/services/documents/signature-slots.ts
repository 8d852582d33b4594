import type { SignatureSlot } from '../../documents/data.ts';
import type { ReadDb } from '../../database/access.ts';
import { documentsOf, signaturesOf } from '../../database/documents.ts';
import { seatsOf, type SeatRow } from '../../database/seats.ts';
import { roleLabel } from './print.ts';

/** A seat's place in the signature block; `left` carries the reason over from the version before. */
export interface SeatSlot {
  readonly seat: SeatRow;
  readonly field: string;
  readonly left: string | null;
}

export type MinutesKind = 'minutes-archive' | 'minutes-public';

/** Who signs a version of the minutes: chair, members, recorder, supervisor, in this order. */
export function slotsOf(db: ReadDb, reviewId: string, kind: MinutesKind): readonly SeatSlot[] {
  const order = (seat: SeatRow): number =>
    seat.chair === 1 ? 0 : ['member', 'recorder', 'supervisor'].indexOf(seat.role) + 1;
  const before = documentsOf(db, reviewId).find(
    (document) => document.kind === kind || document.kind === 'minutes-archive',
  );
  const left = new Map(
    (before === undefined ? [] : signaturesOf(db, before.id))
      .filter(({ state }) => state === 'left')
      .map((row) => [row.seat_id, row.reason]),
  );
  return seatsOf(db, reviewId)
    .filter(({ role }) => role !== 'secretary')
    .toSorted((one, other) => order(one) - order(other) || one.position - other.position)
    .map((seat, index) => ({ seat, field: `${seat.role}-${index + 1}`, left: left.get(seat.id) ?? null }));
}

export function printedSlot({ seat, field, left }: SeatSlot): SignatureSlot {
  return {
    field,
    name: seat.name,
    role: roleLabel(seat),
    organisation: seat.organisation === '' ? undefined : seat.organisation,
    leftEarly: left === null ? undefined : { reason: left },
  };
}
