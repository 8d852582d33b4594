import type { ReadDb, WriteDb } from './access.ts';

export interface DrawRow {
  readonly seq: number;
  readonly seed: string;
  /** JSON of the domain's DrawInput and DrawResult. */
  readonly input: string;
  readonly result: string;
  readonly made_ms: number;
}

/** Draws of a review, the last one first. */
export function drawsOf(db: ReadDb, reviewId: string): DrawRow[] {
  return db.all<DrawRow>('SELECT * FROM draw WHERE review_id = ? ORDER BY seq DESC', reviewId);
}

export function insertDraw(
  db: WriteDb,
  reviewId: string,
  draw: { readonly seed: string; readonly input: unknown; readonly result: unknown },
  nowMs: number,
): void {
  db.run(
    `INSERT INTO draw (review_id, seq, seed, input, result, made_ms) VALUES (?,
       (SELECT coalesce(max(seq), 0) + 1 FROM draw WHERE review_id = ?), ?, ?, ?, ?)`,
    reviewId,
    reviewId,
    draw.seed,
    JSON.stringify(draw.input),
    JSON.stringify(draw.result),
    nowMs,
  );
}
