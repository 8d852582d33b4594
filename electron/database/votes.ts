import type { ReadDb, WriteDb } from './access.ts';

export interface VoteRow {
  readonly seq: number;
  /** JSON array of dossier ids, best first. */
  readonly dossiers: string;
  readonly note: string;
  readonly made_ms: number;
}

/** Votes of the panel, the last one first: it counts. */
export function votesOf(db: ReadDb, reviewId: string): VoteRow[] {
  return db.all<VoteRow>('SELECT * FROM vote WHERE review_id = ? ORDER BY seq DESC', reviewId);
}

export function insertVote(
  db: WriteDb,
  reviewId: string,
  vote: { dossierIds: readonly string[]; note: string },
  nowMs: number,
): void {
  db.run(
    `INSERT INTO vote (review_id, seq, dossiers, note, made_ms) VALUES (?,
       (SELECT coalesce(max(seq), 0) + 1 FROM vote WHERE review_id = ?), ?, ?, ?)`,
    reviewId,
    reviewId,
    JSON.stringify(vote.dossierIds),
    vote.note,
    nowMs,
  );
}
