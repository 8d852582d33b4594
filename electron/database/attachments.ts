import type { WriteDb } from './access.ts';

interface AttachmentRow {
  readonly id: string;
  readonly review_id: string;
  readonly name: string;
  readonly media_type: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

export function insertAttachment(db: WriteDb, row: AttachmentRow, nowMs: number): void {
  db.run(
    'INSERT INTO attachment (id, review_id, name, media_type, sha256, bytes, made_ms) VALUES (?, ?, ?, ?, ?, ?, ?)',
    row.id,
    row.review_id,
    row.name,
    row.media_type,
    row.sha256,
    row.bytes,
    nowMs,
  );
}
