import type { ReadDb, WriteDb } from './access.ts';
import type { PaperEntryRow } from './paper.ts';

/** Place of a version that a reopening leads to. */
export interface CorrectionPlace {
  readonly seat_id: string;
  readonly dossier_id: string;
  readonly seq: number;
}

export interface PaperCorrectionRow extends CorrectionPlace {
  readonly scan_id: string;
  readonly scan_hash: string;
}

export interface PaperCorrectionEntryRow extends PaperEntryRow {
  readonly seq: number;
}

/** Scans of corrected paper sheets of a review, done or not. */
export function paperCorrectionsOf(db: ReadDb, reviewId: string): PaperCorrectionRow[] {
  return db.all<PaperCorrectionRow>(
    `SELECT c.seat_id, c.dossier_id, c.seq, c.scan_id, a.sha256 AS scan_hash FROM paper_correction c
     JOIN attachment a ON a.id = c.scan_id WHERE a.review_id = ? ORDER BY c.rowid`,
    reviewId,
  );
}

/** What was typed of one corrected sheet, the first entry first. */
export function correctionEntriesOf(db: ReadDb, place: CorrectionPlace): PaperCorrectionEntryRow[] {
  return db.all<PaperCorrectionEntryRow>(
    `SELECT e.*, p.name AS typist FROM paper_correction_entry e JOIN person p ON p.id = e.typist_id
     WHERE e.seat_id = ? AND e.dossier_id = ? AND e.seq = ? ORDER BY e.made_ms, e.rowid`,
    place.seat_id,
    place.dossier_id,
    place.seq,
  );
}

/** Another scan takes the place of the last one; what was typed from that one goes. */
export function savePaperCorrection(
  db: WriteDb,
  row: Omit<PaperCorrectionRow, 'scan_hash'>,
  nowMs: number,
): void {
  db.run(
    'DELETE FROM paper_correction_entry WHERE seat_id = ? AND dossier_id = ? AND seq = ?',
    row.seat_id,
    row.dossier_id,
    row.seq,
  );
  db.run(
    `INSERT INTO paper_correction (seat_id, dossier_id, seq, scan_id, made_ms) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (seat_id, dossier_id, seq) DO UPDATE SET scan_id = excluded.scan_id, made_ms = excluded.made_ms`,
    row.seat_id,
    row.dossier_id,
    row.seq,
    row.scan_id,
    nowMs,
  );
}

/** Keeps an entry in place of the same typist's last one; `differences` then stands in every entry. */
export function saveCorrectionEntry(db: WriteDb, row: Omit<PaperCorrectionEntryRow, 'typist'>): void {
  db.run(
    `INSERT INTO paper_correction_entry (seat_id, dossier_id, seq, typist_id, sealed, public_key, differences, made_ms)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (seat_id, dossier_id, seq, typist_id) DO UPDATE SET
     sealed = excluded.sealed, public_key = excluded.public_key, differences = excluded.differences, made_ms = excluded.made_ms`,
    row.seat_id,
    row.dossier_id,
    row.seq,
    row.typist_id,
    row.sealed,
    row.public_key,
    row.differences,
    row.made_ms,
  );
  db.run(
    'UPDATE paper_correction_entry SET differences = ? WHERE seat_id = ? AND dossier_id = ? AND seq = ?',
    row.differences,
    row.seat_id,
    row.dossier_id,
    row.seq,
  );
}
