import type { ReadDb, WriteDb } from './access.ts';

/** A request of the office to open what is sealed to this laptop's chair or deputy. */
export interface OpeningRequestRow {
  readonly review_id: string;
  readonly digest: string;
  readonly jws: string;
  readonly count: number;
  readonly asked_ms: number;
  readonly answered_ms: number | null;
}

export function openingRequestsOf(db: ReadDb, reviewId: string): OpeningRequestRow[] {
  return db.all<OpeningRequestRow>(
    'SELECT * FROM opening_request WHERE review_id = ? ORDER BY asked_ms, rowid',
    reviewId,
  );
}

export interface OpeningInnerRow {
  readonly seat_id: string;
  readonly dossier_id: string;
  readonly seq: number;
  readonly sealed: Uint8Array;
}

/** The inner files of one request; empty once it was answered. */
export function openingInnersOf(db: ReadDb, reviewId: string, digest: string): OpeningInnerRow[] {
  return db.all<OpeningInnerRow>(
    'SELECT seat_id, dossier_id, seq, sealed FROM opening_inner WHERE review_id = ? AND digest = ? ORDER BY rowid',
    reviewId,
    digest,
  );
}

/** Asked again, e.g. because the answer was lost, it is open again. */
export function insertOpeningRequest(
  db: WriteDb,
  row: Omit<OpeningRequestRow, 'answered_ms'>,
  inners: readonly OpeningInnerRow[],
): void {
  db.run(
    `INSERT INTO opening_request VALUES (?, ?, ?, ?, ?, NULL) ON CONFLICT (review_id, digest)
     DO UPDATE SET jws = excluded.jws, asked_ms = excluded.asked_ms, answered_ms = NULL`,
    row.review_id,
    row.digest,
    row.jws,
    row.count,
    row.asked_ms,
  );
  db.run('DELETE FROM opening_inner WHERE review_id = ? AND digest = ?', row.review_id, row.digest);
  for (const { seat_id: seatId, dossier_id: dossierId, seq, sealed } of inners) {
    const sql = 'INSERT INTO opening_inner VALUES (?, ?, ?, ?, ?, ?)';
    db.run(sql, row.review_id, row.digest, seatId, dossierId, seq, sealed);
  }
}

/** The sheets of others don't stay on this laptop. */
export function markAnswered(db: WriteDb, reviewId: string, digest: string, nowMs: number): void {
  db.run('DELETE FROM opening_inner WHERE review_id = ? AND digest = ?', reviewId, digest);
  const sql = 'UPDATE opening_request SET answered_ms = ? WHERE review_id = ? AND digest = ?';
  db.run(sql, nowMs, reviewId, digest);
}
