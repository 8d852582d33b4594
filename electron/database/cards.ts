import { changedOne, type ReadDb, type WriteDb } from './access.ts';

export interface CardRow {
  readonly review_id: string;
  /** Of the signing key that the card names (hex). */
  readonly fingerprint: string;
  readonly jws: string;
  readonly state: 'waiting' | 'confirmed' | 'set-aside';
  readonly seat_id: string | null;
  readonly reason: string;
  readonly received_ms: number;
  readonly decided_ms: number | null;
}

export function cardsOf(db: ReadDb, reviewId: string): CardRow[] {
  return db.all<CardRow>('SELECT * FROM card WHERE review_id = ? ORDER BY rowid', reviewId);
}

export function cardAt(db: ReadDb, reviewId: string, fingerprint: string): CardRow | undefined {
  return db.first<CardRow>(
    'SELECT * FROM card WHERE review_id = ? AND fingerprint = ?',
    reviewId,
    fingerprint,
  );
}

export function insertCard(
  db: WriteDb,
  card: Pick<CardRow, 'review_id' | 'fingerprint' | 'jws' | 'received_ms'>,
): void {
  db.run(
    "INSERT INTO card (review_id, fingerprint, jws, state, received_ms) VALUES (?, ?, ?, 'waiting', ?)",
    card.review_id,
    card.fingerprint,
    card.jws,
    card.received_ms,
  );
}

export function decideCard(
  db: WriteDb,
  card: Pick<CardRow, 'review_id' | 'fingerprint' | 'state' | 'seat_id' | 'reason'>,
  nowMs: number,
): void {
  changedOne(
    db.run(
      "UPDATE card SET state = ?, seat_id = ?, reason = ?, decided_ms = ? WHERE review_id = ? AND fingerprint = ? AND state = 'waiting'",
      card.state,
      card.seat_id,
      card.reason,
      nowMs,
      card.review_id,
      card.fingerprint,
    ),
  );
}

/** Whether this key was somebody's here before and was replaced since. */
export function isRetiredKey(db: ReadDb, publicKey: string): boolean {
  return (
    db.first('SELECT 1 FROM profile WHERE public_key = ? AND retired_ms IS NOT NULL LIMIT 1', publicKey) !==
    undefined
  );
}
