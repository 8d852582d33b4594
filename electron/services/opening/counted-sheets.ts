import { AppError } from '../../../shared/api/problem.ts';
import type { QueryContext } from '../../api/context.ts';
import { paperEntriesOf, type PaperEntryRow } from '../../database/paper.ts';
import type { SeatRow } from '../../database/seats.ts';
import { latestBlobs, type SheetBlobRow } from '../../database/sheets.ts';
import { sha256Hex } from '../../signing/fingerprint.ts';
import { conflict } from '../conflict.ts';
import { requireSheetManifests } from '../dossiers/signed-manifests.ts';
import { namedManifest, namedRoster, rosterKey, signedRosters } from '../panel/signed-rosters.ts';
import { requireSignedActs } from '../results/signed-acts.ts';
import { openBlockedBy } from '../sheets/board.ts';
import { notReady } from '../sheets/desk.ts';
import { pairsInState, pairsOf } from '../sheets/pairs.ts';

/** Sheets that are going to be counted: not of a recused pair, not of an application that left. */
export interface CountedSheets {
  readonly blobs: readonly SheetBlobRow[];
  /** Two entries for each sheet on paper. */
  readonly paper: readonly PaperEntryRow[];
}

/** @throws AppError `not-ready` while a sheet or a signed absence is missing or two envelopes contradict */
export function requireOpenable(context: QueryContext, reviewId: string): void {
  const blocked = openBlockedBy(context, reviewId, pairsOf(context.db, reviewId));
  if (blocked.length > 0) throw notReady(blocked);
}

export function countedSheets(context: QueryContext, reviewId: string): CountedSheets {
  const pairs = pairsOf(context.db, reviewId);
  const keys = new Set(
    pairsInState(pairs, ['received', 'paper-typed']).map(({ seat, dossier }) => `${seat.id}\n${dossier.id}`),
  );
  const isCounted = (row: { seat_id: string; dossier_id: string }): boolean =>
    keys.has(`${row.seat_id}\n${row.dossier_id}`);
  const blobs = latestBlobs(context.db, reviewId).filter((row) => row.kind === 'sheet' && isCounted(row));
  const onLaptop = new Set(blobs.map((row) => `${row.seat_id}\n${row.dossier_id}`));
  const paper = paperEntriesOf(context.db, reviewId).filter(
    (row) => isCounted(row) && !onLaptop.has(`${row.seat_id}\n${row.dossier_id}`),
  );
  requireRosterKeys(context, reviewId, blobs);
  requireSheetManifests(
    context.db,
    reviewId,
    blobs.map((row) => ({ dossierId: row.dossier_id, manifestHash: namedManifest(row.envelope) })),
  );
  requireSignedActs(context.db, reviewId);
  return { blobs, paper };
}

/** Sheets, not entries: two typists make one. */
export function countOf({ blobs, paper }: CountedSheets): number {
  return blobs.length + new Set(paper.map((row) => `${row.seat_id}\n${row.dossier_id}`)).size;
}

/** Every sheet's key must stand in the roster version that the sheet names. @throws AppError `signature-invalid` */
function requireRosterKeys(context: QueryContext, reviewId: string, blobs: readonly SheetBlobRow[]): void {
  const rosters = signedRosters(context.db, reviewId);
  for (const { envelope, seat_id: seatId, public_key: key } of blobs) {
    if (rosterKey(rosters, namedRoster(envelope), seatId) !== key) {
      throw new AppError('signature-invalid', { reason: 'roster-key' });
    }
  }
}

/** Sheets stay sealed to the key of their day: who was reseated since can't open them, the other keeper can. */
export function requireOwnSeal(context: QueryContext, keeper: SeatRow, blobs: readonly SheetBlobRow[]): void {
  const rosters = signedRosters(context.db, keeper.review_id);
  const sealedTo = blobs.map(({ envelope }) => rosterKey(rosters, namedRoster(envelope), keeper.id));
  if (sealedTo.some((key) => key !== keeper.public_key)) {
    throw conflict('', { what: 'keeper-new-key', name: keeper.name });
  }
}

/** SHA-256 (hex) over which sheets are counted, as resources/spec/exchange.md (Opening) says. */
export function digestOf({ blobs, paper }: CountedSheets): string {
  const byPair = Map.groupBy(paper, (row) => `${row.seat_id}.${row.dossier_id}`);
  const onPaper = [...byPair].map(([pair, entries]) => {
    const identities = entries.map(({ sealed }) => sha256Hex(sealed)).toSorted();
    return [pair, ...identities].join('.');
  });
  return sha256Hex([...blobs.map((row) => row.envelope_hash).toSorted(), ...onPaper.toSorted()].join('\n'));
}
