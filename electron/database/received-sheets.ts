import type { ReadDb, WriteDb } from './access.ts';

/** An envelope of a letter that isn't in the chain: it waits, or it is evidence. */
export interface LooseSheetRow {
  readonly review_id: string;
  readonly seat_id: string;
  readonly dossier_id: string;
  readonly seq: number;
  readonly envelope: string;
  /** Empty for a withdrawal. */
  readonly sealed: Uint8Array;
  readonly envelope_hash: string;
  readonly public_key: string;
  readonly received_ms: number;
}

type LooseTable = 'waiting_sheet' | 'conflicting_sheet';

function insertLoose(db: WriteDb, table: LooseTable, row: LooseSheetRow): boolean {
  const changes = db.run(
    `INSERT INTO ${table} VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    row.review_id,
    row.seat_id,
    row.dossier_id,
    row.seq,
    row.envelope,
    row.sealed,
    row.envelope_hash,
    row.public_key,
    row.received_ms,
  );
  return changes === 1;
}

/** False when it was kept before. */
export function insertConflicting(db: WriteDb, row: LooseSheetRow): boolean {
  return insertLoose(db, 'conflicting_sheet', row);
}

export function insertWaiting(db: WriteDb, row: LooseSheetRow): void {
  insertLoose(db, 'waiting_sheet', row);
}

export function deleteWaiting(db: WriteDb, row: Pick<LooseSheetRow, 'seat_id' | 'envelope_hash'>): void {
  db.run('DELETE FROM waiting_sheet WHERE seat_id = ? AND envelope_hash = ?', row.seat_id, row.envelope_hash);
}

export function waitingOf(db: ReadDb, seatId: string): LooseSheetRow[] {
  return db.all<LooseSheetRow>(
    'SELECT * FROM waiting_sheet WHERE seat_id = ? ORDER BY dossier_id, seq',
    seatId,
  );
}

export function conflictingOf(db: ReadDb, seatId: string, dossierId: string, seq: number): LooseSheetRow[] {
  return db.all<LooseSheetRow>(
    'SELECT * FROM conflicting_sheet WHERE seat_id = ? AND dossier_id = ? AND seq = ? ORDER BY rowid',
    seatId,
    dossierId,
    seq,
  );
}

interface PairRow {
  readonly seat_id: string;
  readonly dossier_id: string;
}

/** Pairs whose last number has two envelopes: open until a higher one arrives or an absence is signed. */
export function openConflicts(db: ReadDb, reviewId: string): PairRow[] {
  return db.all<PairRow>(
    `SELECT DISTINCT c.seat_id, c.dossier_id FROM conflicting_sheet c JOIN seat s ON s.id = c.seat_id
     WHERE c.review_id = ? AND s.left_ms IS NULL AND c.seq =
       (SELECT max(seq) FROM sheet_blob WHERE seat_id = c.seat_id AND dossier_id = c.dossier_id)`,
    reviewId,
  );
}

/** Pairs with an envelope that waits for the one in front of it. */
export function waitingPairs(db: ReadDb, reviewId: string): PairRow[] {
  return db.all<PairRow>(
    'SELECT DISTINCT seat_id, dossier_id FROM waiting_sheet WHERE review_id = ? ORDER BY seat_id, dossier_id',
    reviewId,
  );
}

export interface ReceiptRow extends PairRow {
  readonly review_id: string;
  readonly seq: number;
  readonly jws: string;
  readonly made_ms: number;
}

export function receiptOf(
  db: ReadDb,
  { seat_id, dossier_id, seq }: PairRow & { seq: number },
): ReceiptRow | undefined {
  return db.first<ReceiptRow>(
    'SELECT * FROM receipt WHERE seat_id = ? AND dossier_id = ? AND seq = ?',
    seat_id,
    dossier_id,
    seq,
  );
}

export function insertReceipt(db: WriteDb, row: ReceiptRow): void {
  db.run(
    'INSERT INTO receipt VALUES (?, ?, ?, ?, ?, ?)',
    row.review_id,
    row.seat_id,
    row.dossier_id,
    row.seq,
    row.jws,
    row.made_ms,
  );
}

/** Receipts of a seat that no letter carries yet. */
export function unsentReceipts(db: ReadDb, seatId: string): ReceiptRow[] {
  return db.all<ReceiptRow>(
    `SELECT r.* FROM receipt r WHERE r.seat_id = ? AND NOT EXISTS (SELECT 1 FROM receipt_letter l
       WHERE l.seat_id = r.seat_id AND l.dossier_id = r.dossier_id AND l.seq = r.seq) ORDER BY r.rowid`,
    seatId,
  );
}

export function insertReceiptLetter(db: WriteDb, letterId: string, row: PairRow & { seq: number }): void {
  db.run('INSERT INTO receipt_letter VALUES (?, ?, ?, ?)', letterId, row.seat_id, row.dossier_id, row.seq);
}

/** Pairs whose last envelope has a receipt that no carrier has handed over yet. */
export function unacknowledgedPairs(db: ReadDb, reviewId: string): PairRow[] {
  return db.all<PairRow>(
    `SELECT r.seat_id, r.dossier_id FROM receipt r WHERE r.review_id = ? AND r.seq =
       (SELECT max(seq) FROM sheet_blob WHERE seat_id = r.seat_id AND dossier_id = r.dossier_id)
     AND NOT EXISTS (SELECT 1 FROM receipt_letter l WHERE l.seat_id = r.seat_id AND l.dossier_id = r.dossier_id
       AND l.seq = r.seq AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.id = l.letter_id))`,
    reviewId,
  );
}

/** Pairs whose last envelope came in a letter. */
export function pairsByLetter(db: ReadDb, reviewId: string): PairRow[] {
  return db.all<PairRow>(
    `SELECT r.seat_id, r.dossier_id FROM receipt r WHERE r.review_id = ? AND r.seq =
       (SELECT max(seq) FROM sheet_blob WHERE seat_id = r.seat_id AND dossier_id = r.dossier_id)`,
    reviewId,
  );
}
