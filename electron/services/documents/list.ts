import type { DocumentView } from '../../../shared/schema/result.ts';
import type { ReadDb } from '../../database/access.ts';
import { documentsOf, latestRevisionFacts, scansOf, signaturesOf } from '../../database/documents.ts';
import { seatsOf } from '../../database/seats.ts';
import { roleLabel } from './print.ts';

/** Every document of a review with its signatures, newest first. */
export function documentViews(db: ReadDb, reviewId: string): DocumentView[] {
  const seats = new Map(seatsOf(db, reviewId).map((seat) => [seat.id, seat]));
  return documentsOf(db, reviewId).map((row): DocumentView => {
    const facts = latestRevisionFacts(db, row.id);
    return {
      documentId: row.id,
      kind: row.kind,
      title: row.title,
      fileName: row.file_name,
      fileId: `document-${row.id}`,
      mediaType: row.media_type,
      sizeBytes: facts.size,
      sha256: facts.sha256,
      createdMs: row.created_ms,
      superseded: row.superseded_ms !== null,
      signing: row.signing,
      signatures: signaturesOf(db, row.id).map(({ seat_id: seatId, state, reason, made_ms: atMs }) => {
        const seat = seats.get(seatId);
        const role = seat === undefined ? '' : roleLabel(seat);
        return { seatId, name: seat?.name ?? '', role, state, reason, atMs };
      }),
      scans: scansOf(db, row.id).map(({ id, name, sha256 }) => ({
        fileId: `attachment-${id}`,
        name,
        sha256,
      })),
    };
  });
}
