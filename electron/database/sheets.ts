import type { ReadDb, WriteDb } from './access.ts';

export interface DraftRow {
  readonly seat_id: string;
  readonly dossier_id: string;
  readonly revision: number;
  readonly sealed: string;
  readonly saved_ms: number;
}

/** Versions of a draft that are kept. */
const keptDrafts = 50;

export function latestDrafts(db: ReadDb, seatId: string): DraftRow[] {
  return db.all<DraftRow>(
    `SELECT d.* FROM draft d WHERE d.seat_id = ? AND d.revision =
       (SELECT max(revision) FROM draft WHERE seat_id = d.seat_id AND dossier_id = d.dossier_id)`,
    seatId,
  );
}

export function latestDraft(db: ReadDb, seatId: string, dossierId: string): DraftRow | undefined {
  return db.first<DraftRow>(
    'SELECT * FROM draft WHERE seat_id = ? AND dossier_id = ? ORDER BY revision DESC LIMIT 1',
    seatId,
    dossierId,
  );
}

export function insertDraft(db: WriteDb, row: DraftRow): void {
  db.run(
    'INSERT INTO draft (seat_id, dossier_id, revision, sealed, saved_ms) VALUES (?, ?, ?, ?, ?)',
    row.seat_id,
    row.dossier_id,
    row.revision,
    row.sealed,
    row.saved_ms,
  );
  db.run(
    'DELETE FROM draft WHERE seat_id = ? AND dossier_id = ? AND revision <= ?',
    row.seat_id,
    row.dossier_id,
    row.revision - keptDrafts,
  );
}

/** Pairs with a draft, for the board: never what it says. */
export function draftPairs(db: ReadDb, reviewId: string): { seat_id: string; dossier_id: string }[] {
  return db.all(
    'SELECT DISTINCT d.seat_id, d.dossier_id FROM draft d JOIN seat s ON s.id = d.seat_id WHERE s.review_id = ?',
    reviewId,
  );
}

/** Drafts of a forgotten passphrase can't be read by anybody any more. */
export function dropDrafts(db: WriteDb, seatId: string): void {
  db.run('DELETE FROM draft WHERE seat_id = ?', seatId);
}

export interface SheetBlobRow {
  readonly review_id: string;
  readonly seat_id: string;
  readonly dossier_id: string;
  readonly seq: number;
  readonly kind: 'sheet' | 'withdrawal';
  readonly envelope: string;
  readonly sealed: Uint8Array;
  readonly envelope_hash: string;
  readonly public_key: string;
  readonly received_ms: number;
}

/**
 * On a member's laptop: envelopes that the office refused because they were sealed to earlier keepers. They can't
 * be opened by anybody and count for nothing; their rows stay.
 */
const isVoid = (envelope: string): string =>
  `EXISTS (SELECT 1 FROM replica_receipt x WHERE x.envelope = ${envelope} AND x.outcome = 'refused' AND x.reason = 'older-roster')`;

const latest = `SELECT b.* FROM sheet_blob b WHERE NOT ${isVoid('b.envelope_hash')} AND b.seq =
  (SELECT max(m.seq) FROM sheet_blob m WHERE m.seat_id = b.seat_id AND m.dossier_id = b.dossier_id
     AND NOT ${isVoid('m.envelope_hash')})`;

/** The last version of each pair, withdrawals included, of seats in force. */
export function latestBlobs(db: ReadDb, reviewId: string): SheetBlobRow[] {
  return db.all<SheetBlobRow>(
    `${latest} AND b.review_id = ? AND EXISTS (SELECT 1 FROM seat s WHERE s.id = b.seat_id AND s.left_ms IS NULL)`,
    reviewId,
  );
}

export function latestBlob(db: ReadDb, seatId: string, dossierId: string): SheetBlobRow | undefined {
  return db.first<SheetBlobRow>(`${latest} AND b.seat_id = ? AND b.dossier_id = ?`, seatId, dossierId);
}

/** One version of a pair. */
export function blobAt(db: ReadDb, seatId: string, dossierId: string, seq: number): SheetBlobRow | undefined {
  return db.first<SheetBlobRow>(
    'SELECT * FROM sheet_blob WHERE seat_id = ? AND dossier_id = ? AND seq = ?',
    seatId,
    dossierId,
    seq,
  );
}

/** The number of the last row of a pair, 0 before the first. */
export function lastBlobNumber(db: ReadDb, seatId: string, dossierId: string): number {
  const sql = 'SELECT max(seq) AS last FROM sheet_blob WHERE seat_id = ? AND dossier_id = ?';
  return db.first<{ last: number | null }>(sql, seatId, dossierId)?.last ?? 0;
}

/** Every envelope of a seat that counts, in the order of dossiers and numbers. */
export function ownBlobsOf(db: ReadDb, seatId: string): SheetBlobRow[] {
  return db.all<SheetBlobRow>(
    `SELECT b.* FROM sheet_blob b WHERE b.seat_id = ? AND NOT ${isVoid('b.envelope_hash')} ORDER BY b.dossier_id, b.seq`,
    seatId,
  );
}

/** The envelope of this identity, if it is one of this pair. */
export function ownBlobOf(
  db: ReadDb,
  seatId: string,
  dossierId: string,
  envelopeHash: string,
): SheetBlobRow | undefined {
  const sql = 'SELECT * FROM sheet_blob WHERE seat_id = ? AND dossier_id = ? AND envelope_hash = ?';
  return db.first<SheetBlobRow>(sql, seatId, dossierId, envelopeHash);
}

export function anySheetSubmitted(db: ReadDb, reviewId: string): boolean {
  return db.first('SELECT 1 FROM sheet_blob WHERE review_id = ? LIMIT 1', reviewId) !== undefined;
}

/** Whether a seat has a sheet in force, i.e. submitted and not withdrawn. */
export function hasSubmitted(db: ReadDb, seatId: string): boolean {
  return db.first(`${latest} AND b.seat_id = ? AND b.kind = 'sheet' LIMIT 1`, seatId) !== undefined;
}

export function insertBlob(db: WriteDb, row: SheetBlobRow): void {
  db.run(
    'INSERT INTO sheet_blob VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    row.review_id,
    row.seat_id,
    row.dossier_id,
    row.seq,
    row.kind,
    row.envelope,
    row.sealed,
    row.envelope_hash,
    row.public_key,
    row.received_ms,
  );
}

export interface AbsenceRow {
  readonly seat_id: string;
  readonly dossier_id: string;
  readonly reason: string;
  readonly jws: string;
  readonly signer_seat_id: string;
  readonly made_ms: number;
}

export function absencesOf(db: ReadDb, reviewId: string): AbsenceRow[] {
  return db.all<AbsenceRow>(
    'SELECT a.* FROM absence a JOIN seat s ON s.id = a.seat_id WHERE s.review_id = ? AND s.left_ms IS NULL ORDER BY a.rowid',
    reviewId,
  );
}

export function insertAbsence(db: WriteDb, row: AbsenceRow): void {
  db.run(
    'INSERT INTO absence VALUES (?, ?, ?, ?, ?, ?)',
    row.seat_id,
    row.dossier_id,
    row.reason,
    row.jws,
    row.signer_seat_id,
    row.made_ms,
  );
}
