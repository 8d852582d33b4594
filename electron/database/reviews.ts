import { AppError } from '../../shared/api/problem.ts';
import type { Phase } from '../../shared/domain/phase.ts';
import { changedOne, type ReadDb, type WriteDb } from './access.ts';

export interface ReviewRow {
  readonly id: string;
  readonly title: string;
  readonly organiser: string;
  readonly phase: Phase;
  readonly sample: 0 | 1;
  /** JSON of the scheme as edited; the frozen bytes stand in `freezing`. */
  readonly scheme: string;
  readonly scheme_revision: number;
  readonly notice: string | null;
  readonly created_ms: number;
  readonly updated_ms: number;
}

export interface FreezingRow {
  readonly scheme: Uint8Array;
  readonly scheme_hash: string;
  /** The authority's private key, sealed under the secretary's profile key. */
  readonly authority: string;
  readonly authority_public: string;
  readonly authority_certificate: string;
  readonly recovery: Uint8Array;
  readonly frozen_by: string;
  readonly frozen_ms: number;
}

export function allReviews(db: ReadDb): ReviewRow[] {
  return db.all<ReviewRow>('SELECT * FROM review ORDER BY updated_ms DESC, rowid DESC');
}

/** @throws AppError `not-found` */
export function reviewById(db: ReadDb, id: string): ReviewRow {
  const row = db.first<ReviewRow>('SELECT * FROM review WHERE id = ?', id);
  if (row === undefined) throw new AppError('not-found', { what: 'review' });
  return row;
}

export function reviewExists(db: ReadDb, id: string): boolean {
  return db.first('SELECT 1 FROM review WHERE id = ?', id) !== undefined;
}

export function insertReview(
  db: WriteDb,
  row: Omit<ReviewRow, 'scheme_revision' | 'notice' | 'updated_ms'>,
): void {
  db.run(
    'INSERT INTO review (id, title, organiser, phase, sample, scheme, created_ms, updated_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    row.id,
    row.title,
    row.organiser,
    row.phase,
    row.sample,
    row.scheme,
    row.created_ms,
    row.created_ms,
  );
}

/** Every page and document of a sample review says 示例; a real one never becomes a sample. */
export function markSample(db: WriteDb, id: string): void {
  changedOne(db.run("UPDATE review SET sample = 1 WHERE id = ? AND phase = 'setup'", id));
}

export function renameReview(db: WriteDb, id: string, title: string, organiser: string): void {
  changedOne(db.run('UPDATE review SET title = ?, organiser = ? WHERE id = ?', title, organiser, id));
}

export function setPhase(db: WriteDb, id: string, phase: Phase): void {
  changedOne(db.run('UPDATE review SET phase = ? WHERE id = ?', phase, id));
}

export function touchReview(db: WriteDb, id: string, nowMs: number): void {
  changedOne(db.run('UPDATE review SET updated_ms = ? WHERE id = ?', nowMs, id));
}

/** @throws AppError `stale` when somebody saved in between */
export function saveScheme(db: WriteDb, id: string, revision: number, scheme: string): void {
  const changed = db.run(
    'UPDATE review SET scheme = ?, scheme_revision = scheme_revision + 1 WHERE id = ? AND scheme_revision = ?',
    scheme,
    id,
    revision,
  );
  if (changed === 0) throw new AppError('stale');
}

export function saveNotice(db: WriteDb, id: string, notice: string): void {
  changedOne(db.run('UPDATE review SET notice = ? WHERE id = ?', notice, id));
}

export function freezingOf(db: ReadDb, reviewId: string): FreezingRow | undefined {
  return db.first<FreezingRow>('SELECT * FROM freezing WHERE review_id = ?', reviewId);
}

/** @throws AppError `not-ready` before the freezing */
export function frozen(db: ReadDb, reviewId: string): FreezingRow {
  const row = freezingOf(db, reviewId);
  if (row === undefined) throw new AppError('not-ready', { what: 'scheme-frozen' });
  return row;
}

export function insertFreezing(db: WriteDb, reviewId: string, row: FreezingRow): void {
  db.run(
    'INSERT INTO freezing VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    reviewId,
    row.scheme,
    row.scheme_hash,
    row.authority,
    row.authority_public,
    row.authority_certificate,
    row.recovery,
    row.frozen_by,
    row.frozen_ms,
  );
}
