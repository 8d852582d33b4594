import type { ReadDb, WriteDb } from './access.ts';

export interface ReopeningRow {
  readonly review_id: string;
  readonly seat_id: string;
  readonly dossier_id: string;
  /** Number of the version that the reopening leads to. */
  readonly seq: number;
  readonly reason: string;
  readonly note: string;
  readonly jws: string;
  readonly signer_seat_id: string;
  readonly made_ms: number;
}

/** Reopenings with whether the corrected sheet has come. */
export function reopeningsOf(db: ReadDb, reviewId: string): (ReopeningRow & { readonly done: 0 | 1 })[] {
  return db.all(
    `SELECT r.*, EXISTS (SELECT 1 FROM opened_sheet o WHERE o.seat_id = r.seat_id
       AND o.dossier_id = r.dossier_id AND o.seq = r.seq) AS done
     FROM reopening r WHERE r.review_id = ? ORDER BY r.made_ms, r.rowid`,
    reviewId,
  );
}

export function insertReopening(db: WriteDb, row: ReopeningRow): void {
  db.run(
    'INSERT INTO reopening VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    row.review_id,
    row.seat_id,
    row.dossier_id,
    row.seq,
    row.reason,
    row.note,
    row.jws,
    row.signer_seat_id,
    row.made_ms,
  );
}
