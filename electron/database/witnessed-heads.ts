import type { ReadDb, WriteDb } from './access.ts';

/** Where the office's record ended when it wrote one of its letters to this laptop. */
export interface WitnessedHead {
  /** Number of the letter: the order in which the office wrote. */
  readonly letter: number;
  readonly size: number;
  readonly head: string;
  readonly seen_ms: number;
}

export function headsOf(db: ReadDb, reviewId: string): WitnessedHead[] {
  return db.all<WitnessedHead>(
    'SELECT letter, size, head, seen_ms FROM witnessed_head WHERE review_id = ? ORDER BY letter, size',
    reviewId,
  );
}

/** Keeps an end of the office's record for ever; the same one twice is one. */
export function noteHead(
  db: WriteDb,
  reviewId: string,
  letter: { readonly number: number; readonly log: { readonly size: number; readonly head: string } | null },
  nowMs: number,
): void {
  if (letter.log === null) return;
  db.run(
    'INSERT INTO witnessed_head VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
    reviewId,
    letter.number,
    letter.log.size,
    letter.log.head,
    nowMs,
  );
}
