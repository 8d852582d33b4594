import { AppError } from '../../shared/api/problem.ts';
import { changedOne, type ReadDb, type WriteDb } from './access.ts';

export interface DossierRow {
  readonly id: string;
  readonly review_id: string;
  /** Order number of the application, 1…n; never given twice. */
  readonly number: number;
  readonly name: string;
  readonly credit_code: string;
  /** JSON of `DossierFields`, canonical values. */
  readonly fields: string;
  readonly source: 'import' | 'manual';
  readonly revision: number;
  readonly withdrawn_reason: string | null;
  readonly preference_confirmed: 0 | 1 | null;
  readonly preference_reason: string;
  /** Recusals of members who still sit. */
  readonly recusals: number;
}

export interface DossierContent {
  readonly name: string;
  readonly credit_code: string;
  readonly fields: string;
}

const select = `SELECT d.*, (SELECT count(*) FROM recusal r JOIN seat s ON s.id = r.seat_id
    WHERE r.dossier_id = d.id AND s.left_ms IS NULL) AS recusals FROM dossier d`;

/** All applications of a review in the order of their numbers, withdrawn ones included. */
export function dossiersOf(db: ReadDb, reviewId: string): DossierRow[] {
  return db.all<DossierRow>(`${select} WHERE d.review_id = ? ORDER BY d.number`, reviewId);
}

/** Applications that were not withdrawn, in the order of their numbers. */
export function activeDossiers(db: ReadDb, reviewId: string): DossierRow[] {
  return dossiersOf(db, reviewId).filter((row) => row.withdrawn_reason === null);
}

/** @throws AppError `not-found` when the dossier isn't of this review */
export function requireDossier(db: ReadDb, reviewId: string, dossierId: string): DossierRow {
  const row = db.first<DossierRow>(`${select} WHERE d.id = ? AND d.review_id = ?`, dossierId, reviewId);
  if (row === undefined) throw new AppError('not-found', { what: 'dossier' });
  return row;
}

export function dossierByCode(db: ReadDb, reviewId: string, creditCode: string): DossierRow | undefined {
  return db.first<DossierRow>(`${select} WHERE d.review_id = ? AND d.credit_code = ?`, reviewId, creditCode);
}

/** Gives the next number of the review. */
export function insertDossier(
  db: WriteDb,
  dossier: DossierContent & Pick<DossierRow, 'id' | 'review_id' | 'source'>,
): void {
  db.run(
    `INSERT INTO dossier (id, review_id, number, name, credit_code, fields, source) VALUES (?, ?,
       (SELECT coalesce(max(number), 0) + 1 FROM dossier WHERE review_id = ?), ?, ?, ?, ?)`,
    dossier.id,
    dossier.review_id,
    dossier.review_id,
    dossier.name,
    dossier.credit_code,
    dossier.fields,
    dossier.source,
  );
}

/** @throws AppError `stale` when somebody saved in between */
export function updateDossier(db: WriteDb, id: string, revision: number, content: DossierContent): void {
  const changed = db.run(
    'UPDATE dossier SET name = ?, credit_code = ?, fields = ?, revision = revision + 1 WHERE id = ? AND revision = ?',
    content.name,
    content.credit_code,
    content.fields,
    id,
    revision,
  );
  if (changed === 0) throw new AppError('stale');
}

export function withdrawDossier(db: WriteDb, id: string, reason: string): void {
  changedOne(
    db.run('UPDATE dossier SET withdrawn_reason = ?, revision = revision + 1 WHERE id = ?', reason, id),
  );
}
