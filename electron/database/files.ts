import type { ReadDb } from './access.ts';

/** Bytes that leave the store by an address of their own. */
export interface FileRow {
  readonly review_id: string;
  readonly name: string;
  readonly media_type: string;
  readonly bytes: Uint8Array;
}

/** The newest revision of a document. */
export function documentFile(db: ReadDb, documentId: string): FileRow | undefined {
  return db.first<FileRow>(
    `SELECT d.review_id, d.file_name AS name, d.media_type, r.bytes FROM document d
     JOIN document_revision r ON r.document_id = d.id WHERE d.id = ? ORDER BY r.revision DESC LIMIT 1`,
    documentId,
  );
}

export function attachmentFile(db: ReadDb, attachmentId: string): FileRow | undefined {
  return db.first<FileRow>(
    'SELECT review_id, name, media_type, bytes FROM attachment WHERE id = ?',
    attachmentId,
  );
}

/** The recovery file made at the freezing, named after its review. */
export function recoveryFile(db: ReadDb, reviewId: string): FileRow | undefined {
  return db.first<FileRow>(
    `SELECT r.id AS review_id, '数据恢复文件-' || r.title || '.json' AS name,
       'application/json' AS media_type, f.recovery AS bytes
     FROM freezing f JOIN review r ON r.id = f.review_id WHERE f.review_id = ?`,
    reviewId,
  );
}
