import type { ReadDb, WriteDb } from './access.ts';

/** A declaration of conflicts as this laptop signed it for the office. */
export interface SentDeclarationRow {
  readonly review_id: string;
  readonly seq: number;
  readonly jws: string;
  readonly made_ms: number;
}

export function sentDeclarationsOf(db: ReadDb, reviewId: string): SentDeclarationRow[] {
  const sql = 'SELECT * FROM sent_declaration WHERE review_id = ? ORDER BY seq';
  return db.all<SentDeclarationRow>(sql, reviewId);
}

export function insertSentDeclaration(db: WriteDb, row: SentDeclarationRow): void {
  const sql = 'INSERT INTO sent_declaration VALUES (?, ?, ?, ?)';
  db.run(sql, row.review_id, row.seq, row.jws, row.made_ms);
}
