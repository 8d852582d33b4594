import { AppError } from '../../../shared/api/problem.ts';
import type { CommandContext } from '../../api/context.ts';
import { insertAttachment } from '../../database/attachments.ts';

const kinds: readonly { readonly mediaType: string; readonly magic: readonly number[] }[] = [
  { mediaType: 'application/pdf', magic: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { mediaType: 'image/jpeg', magic: [0xff, 0xd8, 0xff] },
  { mediaType: 'image/png', magic: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
];

/**
 * Keeps an uploaded scan in the store; its kind is told by its first bytes, never by its name.
 * @returns id and SHA-256 of the attachment
 * @throws AppError `not-found` for an unknown upload, `file-type`
 */
export function keepScan(
  context: CommandContext,
  reviewId: string,
  uploadId: string,
): { id: string; sha256: string } {
  const upload = context.session.uploads.get(uploadId);
  if (upload === undefined) throw new AppError('not-found', { what: 'upload' });
  const kind = kinds.find(({ magic }) => magic.every((byte, index) => upload.bytes[index] === byte));
  if (kind === undefined) throw new AppError('file-type', { name: upload.name });
  const { name, bytes, sha256 } = upload;
  const id = context.environment.newId();
  insertAttachment(
    context.db,
    { id, review_id: reviewId, name, media_type: kind.mediaType, sha256, bytes },
    context.nowMs,
  );
  return { id, sha256 };
}
