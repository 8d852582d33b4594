import type { ReadDb, WriteDb } from './access.ts';

/** A request of the office to sign that a member is absent, on a keeper's own laptop. */
export interface AbsenceRequestRow {
  readonly review_id: string;
  /** SHA-256 of the signed payload. */
  readonly hash: string;
  readonly jws: string;
  readonly asked_ms: number;
  readonly answered_ms: number | null;
}

export function absenceRequestsOf(db: ReadDb, reviewId: string): AbsenceRequestRow[] {
  const sql = 'SELECT * FROM absence_request WHERE review_id = ? ORDER BY asked_ms, rowid';
  return db.all<AbsenceRequestRow>(sql, reviewId);
}

/** Asked again, e.g. because the answer was lost, it is open again. */
export function insertAbsenceRequest(db: WriteDb, row: Omit<AbsenceRequestRow, 'answered_ms'>): void {
  db.run(
    `INSERT INTO absence_request VALUES (?, ?, ?, ?, NULL)
     ON CONFLICT (review_id, hash) DO UPDATE SET asked_ms = excluded.asked_ms, answered_ms = NULL`,
    row.review_id,
    row.hash,
    row.jws,
    row.asked_ms,
  );
}

export function markAbsenceAnswered(db: WriteDb, reviewId: string, hash: string, nowMs: number): void {
  const sql = 'UPDATE absence_request SET answered_ms = ? WHERE review_id = ? AND hash = ?';
  db.run(sql, nowMs, reviewId, hash);
}
