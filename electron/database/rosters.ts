import { AppError } from '../../shared/api/problem.ts';
import type { ReadDb, WriteDb } from './access.ts';

export interface RosterRow {
  readonly version: number;
  readonly jws: string;
  readonly hash: string;
  /** JSON: seat id → certificate (DER, base64). */
  readonly certificates: string;
}

export function rostersOf(db: ReadDb, reviewId: string): RosterRow[] {
  return db.all<RosterRow>('SELECT * FROM roster WHERE review_id = ? ORDER BY version', reviewId);
}

export function latestRoster(db: ReadDb, reviewId: string): RosterRow | undefined {
  return db.first<RosterRow>(
    'SELECT * FROM roster WHERE review_id = ? ORDER BY version DESC LIMIT 1',
    reviewId,
  );
}

/** @throws AppError `not-ready` before the first roster */
export function currentRoster(db: ReadDb, reviewId: string): RosterRow {
  const row = latestRoster(db, reviewId);
  if (row === undefined) throw new AppError('not-ready', { what: 'roster' });
  return row;
}

export function insertRoster(db: WriteDb, reviewId: string, row: RosterRow, nowMs: number): void {
  db.run(
    'INSERT INTO roster (review_id, version, jws, hash, certificates, made_ms) VALUES (?, ?, ?, ?, ?, ?)',
    reviewId,
    row.version,
    row.jws,
    row.hash,
    row.certificates,
    nowMs,
  );
}
