import type { QueryContext } from '../../api/context.ts';
import { receiptsOf, resealedOf } from '../../database/replica-receipts.ts';
import { replicaOf } from '../../database/replicas.ts';
import type { SheetBlobRow } from '../../database/sheets.ts';

export interface Delivery {
  readonly state: 'waiting' | 'received' | 'refused';
  /** Key of text subject `exchange`, empty unless it was refused. */
  readonly reason: string;
}

/** Envelope → what the office said of it; a receipt outweighs a refusal that came before. */
export function deliveriesOf(context: QueryContext, seatId: string): ReadonlyMap<string, Delivery> {
  const deliveries = new Map<string, Delivery>();
  for (const { envelope, outcome, reason } of receiptsOf(context.db, seatId))
    if (deliveries.get(envelope)?.state !== 'received') deliveries.set(envelope, { state: outcome, reason });
  return deliveries;
}

/**
 * How the last version of a sheet stands with the office; null where the office is on this laptop, and where
 * nothing was handed in. One that came back because chair or deputy changed says so until it is handed in again.
 */
export function deliveryOf(
  context: QueryContext,
  place: { readonly reviewId: string; readonly seatId: string; readonly dossierId: string },
  deliveries: ReadonlyMap<string, Delivery>,
  blob: SheetBlobRow | undefined,
): Delivery | null {
  if (replicaOf(context.db, place.reviewId) === undefined) return null;
  const returned = resealedOf(context.db, place.seatId, place.dossierId);
  if (returned > (blob?.seq ?? 0)) return { state: 'refused', reason: 'older-roster' };
  if (blob?.kind !== 'sheet') return null;
  return deliveries.get(blob.envelope_hash) ?? { state: 'waiting', reason: '' };
}
