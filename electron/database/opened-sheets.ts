import type { ReadDb } from './access.ts';

export interface OpeningRow {
  readonly secretary_id: string;
  readonly keeper_seat_id: string;
  readonly opened_ms: number;
  /** JSON: names of the supervisors who were present. */
  readonly witnesses: string;
}

export interface OpenedSheetRow {
  readonly seat_id: string;
  readonly dossier_id: string;
  readonly seq: number;
  readonly source: 'laptop' | 'paper';
  readonly jws: string;
  /** The other typist's entry of a paper sheet. */
  readonly second_jws: string | null;
  readonly payload_hash: string;
}

/** A sheet with the keys that may have signed it, as stored when it was handed in: SPKI, base64url. */
export interface OpenedSheetWithKeys extends OpenedSheetRow {
  /** JSON array: the member's key for a laptop sheet, the typists' keys for a paper one. */
  readonly public_keys: string;
}

/** The score rows of one sheet in force. */
export interface SheetScoresRow {
  readonly seat_id: string;
  readonly dossier_id: string;
  /** JSON object: item id → whole hundredths. */
  readonly scores: string;
}

/** The version in force: a correction adds one with the next number. */
function latest(alias: string): string {
  return `${alias}.seq = (SELECT max(seq) FROM opened_sheet WHERE seat_id = ${alias}.seat_id AND dossier_id = ${alias}.dossier_id)`;
}

export function openingOf(db: ReadDb, reviewId: string): OpeningRow | undefined {
  return db.first<OpeningRow>('SELECT * FROM opening WHERE review_id = ?', reviewId);
}

/** The opened sheets of a review with the keys that they must verify under. */
export function openedSheetsOf(db: ReadDb, reviewId: string): OpenedSheetWithKeys[] {
  return db.all<OpenedSheetWithKeys>(
    `SELECT o.seat_id, o.dossier_id, o.seq, o.source, o.jws, o.second_jws, o.payload_hash, CASE o.source
       WHEN 'laptop' THEN (SELECT json_group_array(b.public_key) FROM sheet_blob b
         WHERE b.seat_id = o.seat_id AND b.dossier_id = o.dossier_id AND b.seq = o.seq)
       ELSE (SELECT json_group_array(e.public_key) FROM (
           SELECT seat_id, dossier_id, 1 AS seq, public_key FROM paper_entry
           UNION ALL SELECT seat_id, dossier_id, seq, public_key FROM paper_correction_entry) e
         WHERE e.seat_id = o.seat_id AND e.dossier_id = o.dossier_id AND e.seq = o.seq) END AS public_keys
     FROM opened_sheet o WHERE o.review_id = ? AND ${latest('o')} ORDER BY o.rowid`,
    reviewId,
  );
}

/** One row a sheet: asking for the version in force and crossing into JavaScript cost more than adding up. */
export function openedScoresOf(db: ReadDb, reviewId: string): SheetScoresRow[] {
  return db.all<SheetScoresRow>(
    `SELECT o.seat_id, o.dossier_id, (SELECT json_group_object(s.item_id, s.hundredths) FROM score s
       WHERE s.seat_id = o.seat_id AND s.dossier_id = o.dossier_id AND s.seq = o.seq AND s.review_id = o.review_id) AS scores
     FROM opened_sheet o WHERE o.review_id = ? AND ${latest('o')}`,
    reviewId,
  );
}

/** Every version of an opened sheet, the first one first. */
export function openedVersionsOf(db: ReadDb, seatId: string, dossierId: string): OpenedSheetRow[] {
  return db.all<OpenedSheetRow>(
    'SELECT * FROM opened_sheet WHERE seat_id = ? AND dossier_id = ? ORDER BY seq',
    seatId,
    dossierId,
  );
}
