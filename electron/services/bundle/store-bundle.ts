import type { CommandContext } from '../../api/context.ts';
import {
  currentDocument,
  insertDocument,
  insertRevision,
  supersedeDocument,
} from '../../database/documents.ts';
import { reviewById } from '../../database/reviews.ts';
import { sha256Hex } from '../../signing/fingerprint.ts';
import { noteAct } from '../act.ts';
import { chinaDay, fileNameOf, titleWith } from '../documents/print.ts';

export const BUNDLE_TYPE = 'application/octet-stream';

export interface NewBundle {
  readonly kind: 'result-bundle' | 'reduced-bundle';
  /** What stands behind the review's title. */
  readonly word: string;
  readonly bytes: Uint8Array;
}

/** Stores a bundle as a document; a whole one supersedes the one before, reduced ones stand beside each other. */
export function storeBundle(
  context: CommandContext,
  reviewId: string,
  { kind, word, bytes }: NewBundle,
): { documentId: string } {
  const { db, nowMs } = context;
  const title = titleWith(reviewById(db, reviewId), word);
  const current = kind === 'result-bundle' ? currentDocument(db, reviewId, kind) : undefined;
  if (current !== undefined) supersedeDocument(db, current.id, nowMs);
  const documentId = context.environment.newId();
  insertDocument(db, {
    id: documentId,
    review_id: reviewId,
    kind,
    title,
    file_name: fileNameOf(title, chinaDay(nowMs), 'bundle'),
    media_type: BUNDLE_TYPE,
    signing: 'none',
    created_ms: nowMs,
  });
  const sha256 = sha256Hex(bytes);
  insertRevision(db, documentId, { revision: 1, bytes, sha256, made_ms: nowMs });
  noteAct(context, reviewId, 'document-made', { title, hash: sha256 });
  return { documentId };
}
