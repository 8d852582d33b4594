import type { ReadDb, WriteDb } from './access.ts';

export interface OpeningBegunRow {
  readonly review_id: string;
  readonly seq: number;
  readonly digest: string;
  readonly keeper_seat_id: string;
  readonly begun_ms: number;
}

/** The last beginning of an opening; undefined before the first. */
export function openingBegunOf(db: ReadDb, reviewId: string): OpeningBegunRow | undefined {
  return db.first<OpeningBegunRow>(
    'SELECT * FROM opening_begun WHERE review_id = ? ORDER BY seq DESC LIMIT 1',
    reviewId,
  );
}

export function insertOpeningBegun(db: WriteDb, row: Omit<OpeningBegunRow, 'seq'>): void {
  db.run(
    `INSERT INTO opening_begun VALUES (?, (SELECT coalesce(max(seq), 0) + 1 FROM opening_begun WHERE review_id = ?),
       ?, ?, ?)`,
    row.review_id,
    row.review_id,
    row.digest,
    row.keeper_seat_id,
    row.begun_ms,
  );
}

export interface OpeningWitnessRow {
  readonly review_id: string;
  readonly digest: string;
  readonly seat_id: string;
  readonly jws: string;
  readonly public_key: string;
  readonly made_ms: number;
}

export function openingWitnessesOf(db: ReadDb, reviewId: string, digest: string): OpeningWitnessRow[] {
  return db.all<OpeningWitnessRow>(
    'SELECT * FROM opening_witness WHERE review_id = ? AND digest = ? ORDER BY rowid',
    reviewId,
    digest,
  );
}

/** False when this seat has signed this digest before. */
export function insertOpeningWitness(db: WriteDb, row: OpeningWitnessRow): boolean {
  const changes = db.run(
    'INSERT INTO opening_witness VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
    row.review_id,
    row.digest,
    row.seat_id,
    row.jws,
    row.public_key,
    row.made_ms,
  );
  return changes === 1;
}

export interface OpeningLetterRow {
  readonly review_id: string;
  readonly digest: string;
  readonly kind: 'request' | 'answer';
  readonly jws: string;
  readonly made_ms: number;
}

export function openingLettersOf(db: ReadDb, reviewId: string, digest: string): OpeningLetterRow[] {
  return db.all<OpeningLetterRow>(
    'SELECT * FROM opening_letter WHERE review_id = ? AND digest = ? ORDER BY rowid',
    reviewId,
    digest,
  );
}

/** A request that is sent again says the same; the first one stays. */
export function keepOpeningLetter(db: WriteDb, row: OpeningLetterRow): void {
  db.run(
    'INSERT INTO opening_letter VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
    row.review_id,
    row.digest,
    row.kind,
    row.jws,
    row.made_ms,
  );
}
