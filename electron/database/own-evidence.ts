import type { ReadDb } from './access.ts';

/** What this laptop, a member's, keeps of a review: its own envelopes and the ends of the record that it has seen. */
export interface OwnEvidenceRows {
  readonly envelopes: readonly { readonly envelope_hash: string }[];
  /** Signed receipts; each names an end of the record. */
  readonly receipts: readonly { readonly jws: string }[];
  readonly heads: readonly { readonly size: number; readonly head: string }[];
}

/** Null on a laptop that isn't a member's, where nothing is only the own. */
export function ownEvidenceOf(db: ReadDb, reviewId: string): OwnEvidenceRows | null {
  const replica = db.first<{ seat_id: string }>('SELECT seat_id FROM replica WHERE review_id = ?', reviewId);
  if (replica === undefined) return null;
  return {
    envelopes: db.all(
      'SELECT envelope_hash FROM sheet_blob WHERE seat_id = ? ORDER BY rowid',
      replica.seat_id,
    ),
    receipts: db.all(
      "SELECT jws FROM replica_receipt WHERE seat_id = ? AND outcome = 'received' ORDER BY rowid",
      replica.seat_id,
    ),
    heads: db.all(
      'SELECT DISTINCT size, head FROM witnessed_head WHERE review_id = ? ORDER BY size',
      reviewId,
    ),
  };
}
