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

/** True when exactly this file was accepted before. */
export function wasAccepted(db: ReadDb, reviewId: string, sha256: string): boolean {
  return (
    db.first(
      "SELECT 1 FROM handover WHERE review_id = ? AND sha256 = ? AND direction = 'in' AND outcome = 'accepted' LIMIT 1",
      reviewId,
      sha256,
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
