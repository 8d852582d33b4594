import type { ReadDb, WriteDb } from './access.ts';

export interface DeviationNoteRow {
  readonly seat_id: string;
  readonly dossier_id: string;
  readonly text: string;
}

export function deviationNotesOf(db: ReadDb, reviewId: string): DeviationNoteRow[] {
  return db.all<DeviationNoteRow>(
    'SELECT n.* FROM deviation_note n JOIN seat s ON s.id = n.seat_id WHERE s.review_id = ? ORDER BY n.rowid',
    reviewId,
  );
}

export function saveDeviationNote(db: WriteDb, row: DeviationNoteRow, nowMs: number): void {
  db.run(
    `INSERT INTO deviation_note (seat_id, dossier_id, text, saved_ms) VALUES (?, ?, ?, ?)
     ON CONFLICT (seat_id, dossier_id) DO UPDATE SET text = excluded.text, saved_ms = excluded.saved_ms`,
    row.seat_id,
    row.dossier_id,
    row.text,
    nowMs,
  );
}
