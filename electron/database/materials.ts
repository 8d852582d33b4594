import { AppError } from '../../shared/api/problem.ts';
import type { ReadDb, WriteDb } from './access.ts';

export interface MaterialRow {
  readonly id: string;
  readonly dossier_id: string;
  /** The same for all versions of one file. */
  readonly slot: string;
  readonly version: number;
  readonly kind: string;
  /** The scoring item that it is evidence for; empty for the other kinds. */
  readonly item_id: string;
  readonly name: string;
  readonly size: number;
  /** SHA-256 of the plain bytes, lower-case hex. */
  readonly sha256: string;
  readonly made_ms: number;
}

const latest = 'm.version = (SELECT max(version) FROM material WHERE slot = m.slot)';
const removed = 'EXISTS (SELECT 1 FROM material_removal x WHERE x.slot = m.slot AND x.version = m.version)';
const order = 'ORDER BY d.number, m.rowid';

/** The files in force of a review's dossiers, in the order of the dossiers and of their coming. */
export function materialsOf(db: ReadDb, reviewId: string, dossierIds?: ReadonlySet<string>): MaterialRow[] {
  const rows = db.all<MaterialRow>(
    `SELECT m.* FROM material m JOIN dossier d ON d.id = m.dossier_id
     WHERE d.review_id = ? AND ${latest} AND NOT ${removed} ${order}`,
    reviewId,
  );
  return dossierIds === undefined ? rows : rows.filter(({ dossier_id: id }) => dossierIds.has(id));
}

export interface MaterialVersion extends MaterialRow {
  readonly in_force: 0 | 1;
  /** Why it was taken out; null when it wasn't. */
  readonly removed_reason: string | null;
}

/** Every version of a dossier's files, older ones and those taken out included. */
export function materialVersionsOf(db: ReadDb, dossierId: string): MaterialVersion[] {
  return db.all<MaterialVersion>(
    `SELECT m.*, (${latest} AND NOT ${removed}) AS in_force,
       (SELECT reason FROM material_removal x WHERE x.slot = m.slot AND x.version = m.version) AS removed_reason
     FROM material m WHERE m.dossier_id = ? ORDER BY m.rowid`,
    dossierId,
  );
}

export interface MaterialPlace extends MaterialRow {
  readonly review_id: string;
  readonly in_force: 0 | 1;
}

/** @throws AppError `not-found` */
export function materialById(db: ReadDb, id: string): MaterialPlace {
  const row = db.first<MaterialPlace>(
    `SELECT m.*, d.review_id, (${latest} AND NOT ${removed}) AS in_force
     FROM material m JOIN dossier d ON d.id = m.dossier_id WHERE m.id = ?`,
    id,
  );
  if (row === undefined) throw new AppError('not-found', { what: 'material' });
  return row;
}

/** Whether some version of a dossier's files has this content. */
export function isListed(db: ReadDb, dossierId: string, sha256: string): boolean {
  return (
    db.first('SELECT 1 FROM material WHERE dossier_id = ? AND sha256 = ? LIMIT 1', dossierId, sha256) !==
    undefined
  );
}

export function insertMaterial(db: WriteDb, row: MaterialRow): void {
  db.run(
    'INSERT INTO material VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    row.id,
    row.dossier_id,
    row.slot,
    row.version,
    row.kind,
    row.item_id,
    row.name,
    row.size,
    row.sha256,
    row.made_ms,
  );
}

export function removeMaterial(
  db: WriteDb,
  { slot, version }: Pick<MaterialRow, 'slot' | 'version'>,
  reason: string,
  nowMs: number,
): void {
  db.run('INSERT INTO material_removal VALUES (?, ?, ?, ?)', slot, version, reason, nowMs);
}

/** Notes that a member opened a file; the first time counts. */
export function noteReading(db: WriteDb, seatId: string, materialId: string, nowMs: number): void {
  db.run(
    'INSERT INTO material_reading VALUES (?, ?, ?) ON CONFLICT (seat_id, material_id) DO NOTHING',
    seatId,
    materialId,
    nowMs,
  );
}

/** Ids of the files that a seat has opened. */
export function readingsOf(db: ReadDb, seatId: string): ReadonlySet<string> {
  return new Set(
    db
      .all<{ material_id: string }>('SELECT material_id FROM material_reading WHERE seat_id = ?', seatId)
      .map(({ material_id: id }) => id),
  );
}
