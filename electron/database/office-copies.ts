import type { ReadDb, WriteDb } from './access.ts';

/** Size of the record when the last office copy was made; 0 before the first. */
export function copiedSizeOf(db: ReadDb, reviewId: string): number {
  return (
    db.first<{ size: number }>('SELECT record_size AS size FROM office_copy WHERE review_id = ?', reviewId)
      ?.size ?? 0
  );
}

export function noteCopy(db: WriteDb, reviewId: string, size: number, nowMs: number): void {
  db.run(
    `INSERT INTO office_copy VALUES (?, ?, ?)
     ON CONFLICT (review_id) DO UPDATE SET record_size = excluded.record_size, made_ms = excluded.made_ms`,
    reviewId,
    size,
    nowMs,
  );
}

/** Whether the record holds one of these acts behind the entry of that number. */
export function hasActAfter(db: ReadDb, reviewId: string, size: number, types: readonly string[]): boolean {
  return (
    db.first(
      `SELECT 1 FROM record WHERE review_id = ? AND seq > ?
       AND json_extract(body, '$.type') IN (SELECT value FROM json_each(?)) LIMIT 1`,
      reviewId,
      size,
      JSON.stringify(types),
    ) !== undefined
  );
}
