import { AppError } from '../../shared/api/problem.ts';
import type { DocumentKind } from '../../shared/schema/result.ts';
import { changedOne, type ReadDb, type WriteDb } from './access.ts';

export interface DocumentRow {
  readonly id: string;
  readonly review_id: string;
  readonly kind: DocumentKind;
  readonly title: string;
  readonly file_name: string;
  readonly media_type: string;
  readonly signing: 'none' | 'electronic' | 'paper';
  readonly superseded_ms: number | null;
  readonly created_ms: number;
}

export interface SignatureRow {
  readonly document_id: string;
  readonly seat_id: string;
  /** Name of the PDF field. */
  readonly field: string;
  readonly state: 'waiting' | 'signed' | 'paper' | 'left';
  readonly reason: string;
  readonly made_ms: number | null;
}

export interface RevisionRow {
  readonly revision: number;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly made_ms: number;
}

/** Documents of a review, newest first. */
export function documentsOf(db: ReadDb, reviewId: string): DocumentRow[] {
  return db.all<DocumentRow>(
    'SELECT * FROM document WHERE review_id = ? ORDER BY created_ms DESC, rowid DESC',
    reviewId,
  );
}

/** @throws AppError `not-found` */
export function documentById(db: ReadDb, reviewId: string, id: string): DocumentRow {
  const row = db.first<DocumentRow>('SELECT * FROM document WHERE id = ? AND review_id = ?', id, reviewId);
  if (row === undefined) throw new AppError('not-found', { what: 'document' });
  return row;
}

/** The one of this kind that isn't superseded. */
export function currentDocument(db: ReadDb, reviewId: string, kind: DocumentKind): DocumentRow | undefined {
  return db.first<DocumentRow>(
    `SELECT * FROM document WHERE review_id = ? AND kind = ? AND superseded_ms IS NULL
     ORDER BY rowid DESC LIMIT 1`,
    reviewId,
    kind,
  );
}

export function insertDocument(db: WriteDb, row: Omit<DocumentRow, 'superseded_ms'>): void {
  db.run(
    `INSERT INTO document (id, review_id, kind, title, file_name, media_type, signing, created_ms)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    row.id,
    row.review_id,
    row.kind,
    row.title,
    row.file_name,
    row.media_type,
    row.signing,
    row.created_ms,
  );
}

export function supersedeDocument(db: WriteDb, id: string, nowMs: number): void {
  changedOne(
    db.run('UPDATE document SET superseded_ms = ? WHERE id = ? AND superseded_ms IS NULL', nowMs, id),
  );
}

/** The newest bytes of a document. Throws AppError `data-corrupt` when there are none. */
export function latestRevision(db: ReadDb, documentId: string): RevisionRow {
  const row = db.first<RevisionRow>(
    'SELECT * FROM document_revision WHERE document_id = ? ORDER BY revision DESC LIMIT 1',
    documentId,
  );
  if (row === undefined) throw new AppError('data-corrupt', { detail: `document ${documentId}` });
  return row;
}

/** Size and hash of the newest bytes, without reading them. */
export function latestRevisionFacts(
  db: ReadDb,
  documentId: string,
): { readonly revision: number; readonly size: number; readonly sha256: string } {
  const row = db.first<{ revision: number; size: number; sha256: string }>(
    `SELECT revision, length(bytes) AS size, sha256 FROM document_revision WHERE document_id = ?
     ORDER BY revision DESC LIMIT 1`,
    documentId,
  );
  return row ?? { revision: 0, size: 0, sha256: '' };
}

export function insertRevision(db: WriteDb, documentId: string, row: RevisionRow): void {
  db.run(
    'INSERT INTO document_revision (document_id, revision, bytes, sha256, made_ms) VALUES (?, ?, ?, ?, ?)',
    documentId,
    row.revision,
    row.bytes,
    row.sha256,
    row.made_ms,
  );
}

/** In the order in which the fields are printed. */
export function signaturesOf(db: ReadDb, documentId: string): SignatureRow[] {
  return db.all<SignatureRow>('SELECT * FROM signature WHERE document_id = ? ORDER BY rowid', documentId);
}

export function insertSignature(db: WriteDb, row: SignatureRow): void {
  db.run(
    'INSERT INTO signature (document_id, seat_id, field, state, reason, made_ms) VALUES (?, ?, ?, ?, ?, ?)',
    row.document_id,
    row.seat_id,
    row.field,
    row.state,
    row.reason,
    row.made_ms,
  );
}

export function setSignature(
  db: WriteDb,
  documentId: string,
  seatId: string,
  change: Pick<SignatureRow, 'state' | 'reason' | 'made_ms'>,
): void {
  changedOne(
    db.run(
      'UPDATE signature SET state = ?, reason = ?, made_ms = ? WHERE document_id = ? AND seat_id = ?',
      change.state,
      change.reason,
      change.made_ms,
      documentId,
      seatId,
    ),
  );
}

export interface ScanRow {
  readonly id: string;
  readonly name: string;
  readonly sha256: string;
}

export function scansOf(db: ReadDb, documentId: string): ScanRow[] {
  return db.all<ScanRow>(
    `SELECT a.id, a.name, a.sha256 FROM document_scan s JOIN attachment a ON a.id = s.attachment_id
     WHERE s.document_id = ? ORDER BY s.rowid`,
    documentId,
  );
}

export function insertScan(db: WriteDb, documentId: string, attachmentId: string): void {
  db.run('INSERT INTO document_scan (document_id, attachment_id) VALUES (?, ?)', documentId, attachmentId);
}
