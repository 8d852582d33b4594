import type { ReadDb, WriteDb } from './access.ts';

export interface ManifestRow {
  readonly version: number;
  readonly jws: string;
  /** SHA-256 of the payload, lower-case hex: what sheets name. */
  readonly hash: string;
}

/** Every version of the dossier manifest, the first one first. */
export function manifestsOf(db: ReadDb, reviewId: string): ManifestRow[] {
  return db.all<ManifestRow>(
    'SELECT version, jws, hash FROM manifest WHERE review_id = ? ORDER BY version',
    reviewId,
  );
}

export function latestManifest(db: ReadDb, reviewId: string): ManifestRow | undefined {
  return db.first<ManifestRow>(
    'SELECT version, jws, hash FROM manifest WHERE review_id = ? ORDER BY version DESC LIMIT 1',
    reviewId,
  );
}

export function insertManifest(db: WriteDb, reviewId: string, row: ManifestRow, nowMs: number): void {
  db.run(
    'INSERT INTO manifest (review_id, version, jws, hash, made_ms) VALUES (?, ?, ?, ?, ?)',
    reviewId,
    row.version,
    row.jws,
    row.hash,
    nowMs,
  );
}
