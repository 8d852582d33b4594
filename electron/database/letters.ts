import type { ReadDb, WriteDb } from './access.ts';

export interface OutboxRow {
  readonly id: string;
  readonly review_id: string;
  readonly kind: string;
  /** Addressee as the letter names it, 16 hex digits. */
  readonly addressee: string;
  /** Name of whom it is for, for people. */
  readonly party: string;
  readonly size: number;
  readonly sha256: string;
  readonly made_ms: number;
}

/** Letters that wait for a carrier, oldest first. */
export function outboxOf(db: ReadDb, reviewId: string): OutboxRow[] {
  return db.all<OutboxRow>('SELECT * FROM outbox WHERE review_id = ? ORDER BY rowid', reviewId);
}

export function insertOutbox(db: WriteDb, row: OutboxRow): void {
  db.run(
    'INSERT INTO outbox VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    row.id,
    row.review_id,
    row.kind,
    row.addressee,
    row.party,
    row.size,
    row.sha256,
    row.made_ms,
  );
}

export function deleteOutbox(db: WriteDb, id: string): void {
  db.run('DELETE FROM outbox WHERE id = ?', id);
}

export interface HandoverRow {
  readonly seq: number;
  readonly direction: 'in' | 'out';
  readonly kind: string;
  readonly party: string;
  readonly file_name: string;
  readonly size: number;
  readonly sha256: string;
  readonly carrier: string;
  readonly outcome: 'sent' | 'accepted' | 'already' | 'refused';
  readonly reason: string;
  /** JSON: values of the sentence. */
  readonly details: string;
  readonly made_ms: number;
}

export function handoversOf(db: ReadDb, reviewId: string): HandoverRow[] {
  return db.all<HandoverRow>('SELECT * FROM handover WHERE review_id = ? ORDER BY seq', reviewId);
}

export function insertHandover(db: WriteDb, reviewId: string, row: Omit<HandoverRow, 'seq'>): void {
  db.run(
    `INSERT INTO handover VALUES (?, (SELECT coalesce(max(seq), 0) + 1 FROM handover WHERE review_id = ?),
       ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    reviewId,
    reviewId,
    row.direction,
    row.kind,
    row.party,
    row.file_name,
    row.size,
    row.sha256,
    row.carrier,
    row.outcome,
    row.reason,
    row.details,
    row.made_ms,
  );
}

/** Refused for the moment only: the sender may be enrolled, the addressee unlocked, the program renewed. */
const forNow = "('unknown-sender', 'not-for-us', 'other-review', 'no-receiver', 'newer')";

export interface JudgedLine {
  readonly sha256: string;
  readonly outcome: HandoverRow['outcome'];
}

/** How exactly these bytes were judged, in whatever review; undefined when they are still to be judged. */
export function judgedBytes(db: ReadDb, sha256: string): JudgedLine | undefined {
  return db.first<JudgedLine>(
    `SELECT sha256, outcome FROM handover WHERE sha256 = ? AND direction = 'in'
       AND NOT (outcome = 'refused' AND reason IN ${forNow}) ORDER BY outcome LIMIT 1`,
    sha256,
  );
}

/** The same by name and size, where the name was given by this program. */
export function judgedName(db: ReadDb, fileName: string, size: number): JudgedLine | undefined {
  return db.first<JudgedLine>(
    `SELECT sha256, outcome FROM handover WHERE file_name = ? AND size = ? AND direction = 'in'
       AND NOT (outcome = 'refused' AND reason IN ${forNow}) ORDER BY outcome LIMIT 1`,
    fileName,
    size,
  );
}

/** The same file was refused before for the same reason: a folder that is looked into daily fills no register. */
export function isSameLine(
  db: ReadDb,
  { sha256, outcome, reason }: Pick<HandoverRow, 'sha256' | 'outcome' | 'reason'>,
): boolean {
  return (
    db.first(
      "SELECT 1 FROM handover WHERE sha256 = ? AND direction = 'in' AND outcome = ? AND reason = ? LIMIT 1",
      sha256,
      outcome,
      reason,
    ) !== undefined
  );
}

/** The number that `takeLetterNumber` is going to answer. */
export function nextLetterNumber(db: ReadDb, reviewId: string, addressee: string): number {
  const row = db.first<{ last: number }>(
    'SELECT last FROM letter_number WHERE review_id = ? AND addressee = ?',
    reviewId,
    addressee,
  );
  return (row?.last ?? 0) + 1;
}

export function outboxLetter(db: ReadDb, id: string): OutboxRow | undefined {
  return db.first<OutboxRow>('SELECT * FROM outbox WHERE id = ?', id);
}

/** The next number of an own letter to this addressee. */
export function takeLetterNumber(db: WriteDb, reviewId: string, addressee: string): number {
  db.run(
    `INSERT INTO letter_number VALUES (?, ?, 1)
     ON CONFLICT (review_id, addressee) DO UPDATE SET last = last + 1`,
    reviewId,
    addressee,
  );
  const row = db.first<{ last: number }>(
    'SELECT last FROM letter_number WHERE review_id = ? AND addressee = ?',
    reviewId,
    addressee,
  );
  return row?.last ?? 1;
}
