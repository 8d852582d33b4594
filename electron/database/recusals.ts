import type { ReadDb, WriteDb } from './access.ts';

export interface RecusalRow {
  readonly seat_id: string;
  readonly dossier_id: string;
  readonly reason: string;
  readonly late: 0 | 1;
  readonly made_ms: number;
}

/** Recusals of seats in force. */
export function recusalsOf(db: ReadDb, reviewId: string): RecusalRow[] {
  return db.all<RecusalRow>(
    `SELECT r.* FROM recusal r JOIN seat s ON s.id = r.seat_id
     WHERE s.review_id = ? AND s.left_ms IS NULL ORDER BY r.rowid`,
    reviewId,
  );
}

export function insertRecusal(db: WriteDb, row: RecusalRow): void {
  db.run(
    `INSERT INTO recusal (seat_id, dossier_id, reason, late, made_ms) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (seat_id, dossier_id) DO UPDATE SET reason = excluded.reason`,
    row.seat_id,
    row.dossier_id,
    row.reason,
    row.late,
    row.made_ms,
  );
}
