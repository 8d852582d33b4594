import type { ReadDb } from '../../database/access.ts';
import { lastBlobNumber, latestBlob } from '../../database/sheets.ts';
import { readUnverifiedJws } from '../../signing/jws.ts';

export interface NextLink {
  /** Number of the row on this laptop. */
  readonly row: number;
  /** Number that the envelope carries. */
  readonly seq: number;
  /** Identity of the envelope before, null for the first. */
  readonly previous: string | null;
}

/**
 * Where the next envelope of a pair joins. On a member's laptop an envelope that the office refused because it
 * was sealed to earlier keepers counts for nothing: its number is used again, its row stays.
 */
export function nextLink(db: ReadDb, seatId: string, dossierId: string): NextLink {
  const before = latestBlob(db, seatId, dossierId);
  return {
    row: lastBlobNumber(db, seatId, dossierId) + 1,
    seq: before === undefined ? 1 : envelopeSeq(before.envelope) + 1,
    previous: before?.envelope_hash ?? null,
  };
}

/** The number inside an envelope of this laptop's own store. */
export function envelopeSeq(envelope: string): number {
  const { payload } = readUnverifiedJws(envelope);
  return (JSON.parse(payload.toString('utf8')) as { seq: number }).seq;
}
