import type { ReadDb, WriteDb } from './access.ts';

/** A package that the office made for one member. */
export interface PackageRow {
  readonly review_id: string;
  /** Over all members: a later one replaces an earlier one. */
  readonly version: number;
  readonly seat_id: string;
  readonly kind: 'package' | 'supplement';
  /** `addresseeOf` the recipient. */
  readonly addressee: string;
  /** SHA-256 of what it says apart from its version, so that nothing is made twice for nothing. */
  readonly state: string;
  /** JSON: hashes of the materials inside. */
  readonly materials: string;
  readonly made_ms: number;
}

export function packagesOf(db: ReadDb, reviewId: string): PackageRow[] {
  return db.all<PackageRow>('SELECT * FROM package WHERE review_id = ? ORDER BY version', reviewId);
}

export function nextPackageVersion(db: ReadDb, reviewId: string): number {
  return (packagesOf(db, reviewId).at(-1)?.version ?? 0) + 1;
}

export function insertPackage(db: WriteDb, row: PackageRow): void {
  db.run(
    'INSERT INTO package VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    row.review_id,
    row.version,
    row.seat_id,
    row.kind,
    row.addressee,
    row.state,
    row.materials,
    row.made_ms,
  );
}
