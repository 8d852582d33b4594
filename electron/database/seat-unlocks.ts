import type { ReadDb, WriteDb } from './access.ts';

interface SeatUnlockRow {
  readonly review_id: string;
  readonly seat_id: string;
  readonly number: number;
  readonly used_ms: number;
}

/** Whether this permission to try a PIN again was taken in before. */
export function isSeatUnlockUsed(db: ReadDb, reviewId: string, seatId: string, number: number): boolean {
  const sql = 'SELECT 1 FROM seat_unlock WHERE review_id = ? AND seat_id = ? AND number = ?';
  return db.first(sql, reviewId, seatId, number) !== undefined;
}

export function insertSeatUnlock(db: WriteDb, row: SeatUnlockRow): void {
  db.run('INSERT INTO seat_unlock VALUES (?, ?, ?, ?)', row.review_id, row.seat_id, row.number, row.used_ms);
}
