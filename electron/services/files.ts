import { AppError } from '../../shared/api/problem.ts';
import type { SessionState } from '../api/context.ts';
import type { ReadDb } from '../database/access.ts';
import { attachmentFile, documentFile, recoveryFile, type FileRow } from '../database/files.ts';
import { openingOf } from '../database/opened-sheets.ts';
import { seatOfPerson, type SeatRow } from '../database/seats.ts';

export interface StoredFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

interface FileKind {
  readonly find: (db: ReadDb, id: string) => FileRow | undefined;
  readonly mayRead: (seat: SeatRow, db: ReadDb) => boolean;
}

const office: ReadonlySet<string> = new Set(['secretary', 'recorder', 'supervisor']);

/** What an address below `/files/` may name, and whose seat in its review opens it. */
const kinds: ReadonlyMap<string, FileKind> = new Map<string, FileKind>([
  ['document', { find: documentFile, mayRead: () => true }],
  ['attachment', { find: attachmentFile, mayRead: mayReadScans }],
  ['recovery', { find: recoveryFile, mayRead: (seat) => seat.role === 'secretary' }],
]);

/** Scans of paper sheets show scores: the other members never see them, the chair, who scores too, not before the opening. */
function mayReadScans(seat: SeatRow, db: ReadDb): boolean {
  return office.has(seat.role) || (seat.chair === 1 && openingOf(db, seat.review_id) !== undefined);
}

/**
 * Reads `document-<id>` (newest revision), `attachment-<id>`, `recovery-<review>` or what was made for this tab
 * (`made-<id>`) for who is unlocked.
 * @throws AppError `locked`, `not-permitted`, `not-found`
 */
export function readStoredFile(db: ReadDb, session: SessionState, address: string): StoredFile {
  const dash = address.indexOf('-');
  const made = session.made.get(address);
  if (made !== undefined) return made;
  const kind = kinds.get(address.slice(0, Math.max(0, dash)));
  if (kind === undefined) throw new AppError('not-found', { what: 'file' });
  if (session.person === null) throw new AppError('locked');
  const file = kind.find(db, address.slice(dash + 1));
  if (file === undefined) throw new AppError('not-found', { what: 'file' });
  const seat = seatOfPerson(db, file.review_id, session.person.personId);
  if (seat === undefined || !kind.mayRead(seat, db)) throw new AppError('not-permitted');
  return { name: file.name, mediaType: file.media_type, bytes: file.bytes };
}
