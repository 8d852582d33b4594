import { AppError } from '../../../shared/api/problem.ts';
import type { CompiledScheme } from '../../../shared/domain/compiled-scheme.ts';
import type { QueryContext } from '../../api/context.ts';
import { slow, type Handlers, type Refusal } from '../../api/handler.ts';
import { insertOpenedSheet, insertOpening, type NewOpenedSheet } from '../../database/openings.ts';
import { paperEntriesOf, type PaperEntryRow } from '../../database/paper.ts';
import { setPhase } from '../../database/reviews.ts';
import { seatById, type SeatRow } from '../../database/seats.ts';
import { latestBlobs, type SheetBlobRow } from '../../database/sheets.ts';
import { openSheet } from '../../signing/sealed-sheet.ts';
import { noteAct, ownPerson } from '../act.ts';
import { scoreRowsOf } from './score-rows.ts';
import { conflict } from '../conflict.ts';
import { notReady } from '../sheets/desk.ts';
import { openBlockedBy } from '../sheets/board.ts';
import { requireKeeper } from '../sessions/keeper.ts';
import { pairsInState, pairsOf } from '../sheets/pairs.ts';
import { openPaperEntry } from '../sheets/paper-seal.ts';
import {
  countTries,
  gatherKeyHolder,
  tryPassphrase,
  type KeyHolder,
  type Tried,
} from '../sessions/passphrase-check.ts';
import { soundRecord } from '../review/sound-record.ts';
import { namedManifest, namedRoster, rosterKey, signedRosters } from '../panel/signed-rosters.ts';
import { requireSignedActs } from '../results/signed-acts.ts';
import { requireSheetManifests } from '../dossiers/signed-manifests.ts';
import { frozenScheme } from '../scheme/scheme-store.ts';

interface Gathered {
  readonly reviewId: string;
  readonly secretary: KeyHolder;
  readonly keeper: KeyHolder;
  readonly blobs: readonly SheetBlobRow[];
  readonly paper: readonly PaperEntryRow[];
  readonly scheme: CompiledScheme;
}

interface Prepared {
  readonly tries: readonly Tried[];
  readonly sheets: readonly NewOpenedSheet[];
  /** Says which sheets were opened, so that commit can tell whether they are still the latest. */
  readonly digest: string;
}

/**
 * Opening (启封): every sheet or a signed absence is in, two passphrases, all sheets or none. Score rows come
 * into being only here, each re-derived from signed bytes.
 */
export const openingHandlers: Pick<Handlers, 'opening.open'> = {
  'opening.open': slow({
    gather: (context, input): Gathered => {
      requireOpenable(context, input.reviewId);
      soundRecord(context.db, input.reviewId);
      const keeper = requireKeeper(context, input.reviewId, input.keeperSeatId);
      const counted = countedBlobs(context, input.reviewId);
      requireOwnSeal(context, keeper, counted.blobs);
      return {
        reviewId: input.reviewId,
        secretary: gatherKeyHolder(context, ownPerson(context).personId, input.secretaryPassphrase),
        keeper: gatherKeyHolder(context, keeper.person_id, input.keeperPassphrase),
        ...counted,
        scheme: frozenScheme(context.db, input.reviewId),
      };
    },
    prepare: (gathered) => openAll(gathered),
    commit: (context, { reviewId, keeperSeatId, witnessSeatIds }, prepared): { opened: number } | Refusal => {
      const refusal = countTries(context, prepared.tries, ['secretary', 'keeper']);
      if (refusal !== null) return refusal;
      requireOpenable(context, reviewId);
      if (digestOf(countedBlobs(context, reviewId)) !== prepared.digest) throw new AppError('stale');
      const keeper = requireKeeper(context, reviewId, keeperSeatId);
      const secretaryId = ownPerson(context).personId;
      const witnesses = witnessSeatIds.map((seatId) => requireSupervisor(context, reviewId, seatId).name);
      const openedMs = context.nowMs;
      insertOpening(context.db, { reviewId, secretaryId, keeperSeatId, openedMs, witnesses });
      setPhase(context.db, reviewId, 'opened');
      for (const sheet of prepared.sheets) insertOpenedSheet(context.db, sheet);
      const values = { keeper: keeper.name, count: prepared.sheets.length };
      if (witnesses.length === 0) noteAct(context, reviewId, 'opened', values);
      else noteAct(context, reviewId, 'opened-witnessed', { ...values, witnesses: witnesses.join('、') });
      return { opened: prepared.sheets.length };
    },
  }),
};

/** A supervisor (监督人员) who is present witnesses the opening. @throws AppError `bad-input` */
function requireSupervisor(context: QueryContext, reviewId: string, seatId: string): SeatRow {
  const seat = seatById(context.db, reviewId, seatId);
  if (seat.role !== 'supervisor') throw new AppError('bad-input', { what: 'supervisor', name: seat.name });
  return seat;
}

function requireOpenable(context: QueryContext, reviewId: string): void {
  const blocked = openBlockedBy(context, reviewId, pairsOf(context.db, reviewId));
  if (blocked.length > 0) throw notReady(blocked);
}

/** Sheets that are going to be counted: not of a recused pair, not of an application that left. */
function countedBlobs(context: QueryContext, reviewId: string): Pick<Gathered, 'blobs' | 'paper'> {
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
function requireOwnSeal(context: QueryContext, keeper: SeatRow, blobs: readonly SheetBlobRow[]): void {
  const rosters = signedRosters(context.db, keeper.review_id);
  const sealedTo = blobs.map(({ envelope }) => rosterKey(rosters, namedRoster(envelope), keeper.id));
  if (sealedTo.some((key) => key !== keeper.public_key)) {
    throw conflict('', { what: 'keeper-new-key', name: keeper.name });
  }
}

function digestOf({ blobs, paper }: Pick<Gathered, 'blobs' | 'paper'>): string {
  return JSON.stringify([
    blobs.map((row) => row.envelope_hash).toSorted(),
    paper.map((row) => [row.seat_id, row.dossier_id, row.typist_id, row.made_ms]),
  ]);
}

async function openAll(gathered: Gathered): Promise<Prepared> {
  const secretary = await tryPassphrase(gathered.secretary);
  const keeper = await tryPassphrase(gathered.keeper);
  const tries = [secretary, keeper];
  const digest = digestOf(gathered);
  if (secretary.keys === null || keeper.keys === null) return { tries, sheets: [], digest };
  const sheets: NewOpenedSheet[] = [];
  for (const blob of gathered.blobs) {
    sheets.push(await openBlob(gathered, blob, secretary.keys.ageIdentity, keeper.keys.ageIdentity));
  }
  for (const entries of Map.groupBy(gathered.paper, (row) => `${row.seat_id}\n${row.dossier_id}`).values()) {
    sheets.push(await openPaper(gathered, entries, secretary.keys.ageIdentity));
  }
  return { tries, sheets, digest };
}

async function openBlob(
  gathered: Gathered,
  blob: SheetBlobRow,
  secretaryIdentity: string,
  chairIdentity: string,
): Promise<NewOpenedSheet> {
  const expected = {
    review: gathered.reviewId,
    dossier: blob.dossier_id,
    member: blob.seat_id,
    seq: blob.seq,
  };
  const { envelope, sealed, public_key: memberSpki } = blob;
  const opened = await openSheet({
    envelope,
    sealed,
    memberSpki,
    expected,
    secretaryIdentity,
    chairIdentity,
  });
  const payload = JSON.parse(opened.payload.toString('utf8')) as { scores: Record<string, string | null> };
  return {
    reviewId: gathered.reviewId,
    seatId: blob.seat_id,
    dossierId: blob.dossier_id,
    seq: blob.seq,
    source: 'laptop',
    jws: opened.jws,
    secondJws: null,
    payloadHash: opened.payloadHash,
    envelopeHash: opened.envelopeHash,
    hundredths: scoreRowsOf(gathered.scheme, payload.scores),
  };
}

/** Two typists' entries without a difference. @throws AppError `conflict` when they differ after all */
async function openPaper(
  gathered: Gathered,
  entries: readonly PaperEntryRow[],
  identity: string,
): Promise<NewOpenedSheet> {
  const [first, second] = entries;
  if (first === undefined || second === undefined) throw new AppError('not-ready', { what: 'typed-once' });
  const one = await openPaperEntry(first, identity);
  const two = await openPaperEntry(second, identity);
  const scores = scoreRowsOf(gathered.scheme, one.payload.scores);
  if (JSON.stringify(scores) !== JSON.stringify(scoreRowsOf(gathered.scheme, two.payload.scores))) {
    throw new AppError('conflict', { what: 'paper-differs' });
  }
  const place = { reviewId: gathered.reviewId, seatId: first.seat_id, dossierId: first.dossier_id, seq: 1 };
  const signed = { jws: one.jws, secondJws: two.jws, payloadHash: one.payloadHash, envelopeHash: null };
  return { ...place, ...signed, source: 'paper', hundredths: scores };
}
