import type { ReadDb, WriteDb } from './access.ts';

export interface PaperSheetRow {
  readonly seat_id: string;
  readonly dossier_id: string;
  readonly scan_id: string | null;
  readonly scan_hash: string | null;
}

export interface PaperEntryRow {
  readonly seat_id: string;
  readonly dossier_id: string;
  readonly typist_id: string;
  readonly typist: string;
  readonly sealed: Uint8Array;
  readonly public_key: string;
  /** JSON: item ids in which this entry differs from the other typist's. */
  readonly differences: string;
  readonly made_ms: number;
}

export function paperSheetsOf(db: ReadDb, reviewId: string): PaperSheetRow[] {
  return db.all<PaperSheetRow>(
    `SELECT p.seat_id, p.dossier_id, p.scan_id, a.sha256 AS scan_hash FROM paper_sheet p
     JOIN seat s ON s.id = p.seat_id LEFT JOIN attachment a ON a.id = p.scan_id
     WHERE s.review_id = ? AND s.left_ms IS NULL ORDER BY p.rowid`,
    reviewId,
  );
}

/** A new scan takes the place of the last one; what was typed from that one goes. */
export function savePaperSheet(
  db: WriteDb,
  row: { seat_id: string; dossier_id: string; scan_id: string | null },
  nowMs: number,
): void {
  if (row.scan_id !== null) {
    db.run('DELETE FROM paper_entry WHERE seat_id = ? AND dossier_id = ?', row.seat_id, row.dossier_id);
  }
  db.run(
    `INSERT INTO paper_sheet (seat_id, dossier_id, scan_id, made_ms) VALUES (?, ?, ?, ?)
     ON CONFLICT (seat_id, dossier_id) DO UPDATE SET scan_id = coalesce(excluded.scan_id, scan_id)`,
    row.seat_id,
    row.dossier_id,
    row.scan_id,
    nowMs,
  );
}

export function removePaperSheet(db: WriteDb, seatId: string, dossierId: string): number {
  db.run('DELETE FROM paper_entry WHERE seat_id = ? AND dossier_id = ?', seatId, dossierId);
  return db.run('DELETE FROM paper_sheet WHERE seat_id = ? AND dossier_id = ?', seatId, dossierId);
}

export function paperEntriesOf(db: ReadDb, reviewId: string): PaperEntryRow[] {
  return db.all<PaperEntryRow>(
    `SELECT e.*, p.name AS typist FROM paper_entry e JOIN seat s ON s.id = e.seat_id
     JOIN person p ON p.id = e.typist_id WHERE s.review_id = ? AND s.left_ms IS NULL ORDER BY e.made_ms, e.rowid`,
    reviewId,
  );
}

export function savePaperEntry(db: WriteDb, row: Omit<PaperEntryRow, 'typist'>): void {
  db.run(
    `INSERT INTO paper_entry (seat_id, dossier_id, typist_id, sealed, public_key, differences, made_ms)
     VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (seat_id, dossier_id, typist_id) DO UPDATE SET
     sealed = excluded.sealed, public_key = excluded.public_key, differences = excluded.differences, made_ms = excluded.made_ms`,
    row.seat_id,
    row.dossier_id,
    row.typist_id,
    row.sealed,
    row.public_key,
    row.differences,
    row.made_ms,
  );
}

export function setDifferences(db: WriteDb, seatId: string, dossierId: string, differences: string): void {
  db.run(
    'UPDATE paper_entry SET differences = ? WHERE seat_id = ? AND dossier_id = ?',
    differences,
    seatId,
    dossierId,
  );
}
