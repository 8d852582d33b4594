import { createHash } from 'node:crypto';
import type { ReadDb, WriteDb } from './access.ts';

export interface RecordBody {
  readonly type: string;
  readonly values: Readonly<Record<string, string | number>>;
  readonly actor: string;
  readonly role: string | null;
  readonly claimedMs: number;
}

export interface RecordRow {
  readonly seq: number;
  readonly prev_hash: string;
  readonly hash: string;
  readonly body: string;
}

/** The chain of a review starts at the hash of its id. */
export function startHash(reviewId: string): string {
  return createHash('sha256').update(`paneldesk record ${reviewId}`).digest('hex');
}

/** SHA-256 over 0x00, the number, the hash before and the exact text of the entry. */
export function entryHash(seq: number, previous: string, body: string): string {
  return createHash('sha256').update(`\0${seq}\n${previous}\n${body}`).digest('hex');
}

/** Adds an act to the review's record; order comes from the number, never from the clock. */
export function addRecord(db: WriteDb, reviewId: string, entry: RecordBody): void {
  const last = db.first<{ seq: number; hash: string }>(
    'SELECT seq, hash FROM record WHERE review_id = ? ORDER BY seq DESC LIMIT 1',
    reviewId,
  );
  const seq = (last?.seq ?? 0) + 1;
  const previous = last?.hash ?? startHash(reviewId);
  const body = JSON.stringify(entry);
  db.run(
    'INSERT INTO record (review_id, seq, prev_hash, hash, body) VALUES (?, ?, ?, ?, ?)',
    reviewId,
    seq,
    previous,
    entryHash(seq, previous, body),
    body,
  );
}

/** Hash of the last entry, hex: what stands for the whole record up to now. */
export function recordHead(db: ReadDb, reviewId: string): string {
  const last = db.first<{ hash: string }>(
    'SELECT hash FROM record WHERE review_id = ? ORDER BY seq DESC LIMIT 1',
    reviewId,
  );
  return last?.hash ?? startHash(reviewId);
}

export function recordOf(db: ReadDb, reviewId: string): RecordRow[] {
  return db.all<RecordRow>('SELECT * FROM record WHERE review_id = ? ORDER BY seq', reviewId);
}

/** From and to of the plain steps between phases, in order; unreadable entries are passed over. */
export function phaseStepsOf(db: ReadDb, reviewId: string): { from: unknown; to: unknown }[] {
  return db.all(
    `SELECT json_extract(body, '$.values.from') AS "from", json_extract(body, '$.values.to') AS "to"
     FROM (SELECT seq, body FROM record WHERE review_id = ? AND json_valid(body) ORDER BY seq)
     WHERE json_extract(body, '$.type') IN ('advanced', 'stepped-back') ORDER BY seq`,
    reviewId,
  );
}

/** Number of the first entry whose hash doesn't follow, undefined when the chain holds. */
export function firstBrokenEntry(rows: readonly RecordRow[], reviewId: string): number | undefined {
  let previous = startHash(reviewId);
  let seq = 0;
  for (const row of rows) {
    seq += 1;
    if (row.seq !== seq || row.prev_hash !== previous || row.hash !== entryHash(seq, previous, row.body))
      return seq;
    previous = row.hash;
  }
  return undefined;
}
