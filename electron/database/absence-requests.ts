import { changedOne, type ReadDb, type WriteDb } from './access.ts';

/** A request of the office to sign absences. */
export interface AbsenceRequestRow {
  readonly review_id: string;
  /** SHA-256 of the signed payload. */
  readonly id: string;
  readonly jws: string;
  readonly asked_ms: number;
  readonly answered_ms: number | null;
}

export function absenceRequestsOf(db: ReadDb, reviewId: string): AbsenceRequestRow[] {
  return db.all<AbsenceRequestRow>(
    'SELECT * FROM absence_request WHERE review_id = ? ORDER BY rowid',
    reviewId,
  );
}

/** Asked again, e.g. because the answer was lost, it is open again. */
export function insertAbsenceRequest(db: WriteDb, row: Omit<AbsenceRequestRow, 'answered_ms'>): void {
  db.run(
    `INSERT INTO absence_request VALUES (?, ?, ?, ?, NULL) ON CONFLICT (review_id, id)
     DO UPDATE SET asked_ms = excluded.asked_ms, answered_ms = NULL`,
    row.review_id,
    row.id,
    row.jws,
    row.asked_ms,
  );
}

export function markAbsenceAnswered(db: WriteDb, reviewId: string, id: string, nowMs: number): void {
  changedOne(
    db.run('UPDATE absence_request SET answered_ms = ? WHERE review_id = ? AND id = ?', nowMs, reviewId, id),
  );
}
