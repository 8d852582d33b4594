import { AppError } from '../../../shared/api/problem.ts';
import type { PaperSheet, SheetContent } from '../../../shared/schema/sheet.ts';
import type { CommandContext, QueryContext } from '../../api/context.ts';
import { slow, type Handlers, type Refusal } from '../../api/handler.ts';
import { requireDossier } from '../../database/dossiers.ts';
import {
  paperEntriesOf,
  paperSheetsOf,
  removePaperSheet,
  savePaperEntry,
  savePaperSheet,
  setDifferences,
  type PaperEntryRow,
} from '../../database/paper.ts';
import { requireMember, seatById, seatsOf } from '../../database/seats.ts';
import { noteAct, ownSeat } from '../act.ts';
import { isRosterStale } from '../panel/roster.ts';
import { notReady } from './desk.ts';
import { fullContent } from './full-content.ts';
import { pairsOf, requireScored } from './pairs.ts';
import { openPaperEntry, sealPaperEntry } from './paper-seal.ts';
import { placeOfReview, requireFreshManifest } from './sheet-place.ts';
import {
  countTries,
  gatherKeyHolder,
  tryPassphrase,
  type KeyHolder,
  type Tried,
} from '../sessions/passphrase-check.ts';
import { keepScan } from '../documents/scans.ts';
import { frozenScheme } from '../scheme/scheme-store.ts';

type Names = 'paper.list' | 'paper.register' | 'paper.unregister' | 'paper.enter';

export const paperHandlers: Pick<Handlers, Names> = {
  'paper.list': (context, { reviewId }) => listPaper(context, reviewId),
  'paper.register': (context, { reviewId, seatId, dossierIds, uploadId }) => {
    const seat = requireMember(context.db, reviewId, seatId);
    const pairs = pairsOf(context.db, reviewId);
    const scan = uploadId === null ? null : keepScan(context, reviewId, uploadId);
    for (const dossierId of dossierIds) {
      requireScored(pairs, dossierId);
      const state = pairs.stateOf(seatId, dossierId);
      if (!['missing', 'draft', 'paper'].includes(state))
        throw new AppError('conflict', { what: 'paper-state', state });
      savePaperSheet(
        context.db,
        { seat_id: seatId, dossier_id: dossierId, scan_id: scan?.id ?? null },
        context.nowMs,
      );
    }
    noteAct(context, reviewId, 'paper-registered', {
      name: seat.name,
      count: dossierIds.length,
      hash: scan?.sha256 ?? '',
    });
    return {};
  },
  'paper.unregister': (context, { reviewId, seatId, dossierId, reason }) => {
    const seat = seatById(context.db, reviewId, seatId);
    if (removePaperSheet(context.db, seatId, dossierId) !== 1)
      throw new AppError('not-found', { what: 'paper' });
    noteAct(context, reviewId, 'paper-unregistered', { name: seat.name, reason });
    return {};
  },
  'paper.enter': slow({
    gather: (context, input) => gather(context, input),
    prepare: (gathered) => prepare(gathered),
    commit: (context, { reviewId, seatId, dossierId }, prepared): Entered | Refusal => {
      const refusal = countTries(context, [prepared.tried], ['own']);
      return refusal ?? store(context, reviewId, seatId, dossierId, prepared);
    },
  }),
};

interface Entered {
  readonly state: 'typed-once' | 'differs' | 'agreed';
  readonly differences: string[];
}

interface Gathered {
  readonly holder: KeyHolder;
  readonly content: SheetContent;
  readonly items: readonly string[];
  readonly place: Readonly<Record<string, string>>;
  readonly recipients: readonly string[];
  /** What the other typist entered, if it has been. */
  readonly other: PaperEntryRow | undefined;
  readonly nowMs: number;
}

interface Prepared {
  readonly tried: Tried;
  readonly sealed: Uint8Array;
  readonly differences: readonly string[];
  readonly other: PaperEntryRow | undefined;
}

function gather(
  context: QueryContext,
  input: { reviewId: string; seatId: string; dossierId: string; content: SheetContent; passphrase: string },
): Gathered {
  const { reviewId, seatId, dossierId } = input;
  const typist = ownSeat(context);
  const paper = paperSheetsOf(context.db, reviewId).find(
    (row) => row.seat_id === seatId && row.dossier_id === dossierId,
  );
  if (paper === undefined) throw new AppError('not-found', { what: 'paper' });
  // Every typist's key stands in the roster that the entry names, so that nobody else's entry counts.
  if (isRosterStale(context, reviewId)) throw notReady(['desk.rosterStale']);
  requireFreshManifest(context.db, reviewId, [dossierId]);
  if (paper.scan_hash === null) throw new AppError('not-ready', { what: 'scan' });
  const scheme = frozenScheme(context.db, reviewId);
  const content = fullContent(scheme, input.content);
  const entries = paperEntriesOf(context.db, reviewId).filter(
    (row) => row.seat_id === seatId && row.dossier_id === dossierId,
  );
  const others = entries.filter((row) => row.typist_id !== typist.person_id);
  if (others.length > 1) throw new AppError('conflict', { what: 'two-typists' });
  return {
    holder: gatherKeyHolder(context, typist.person_id, input.passphrase),
    content,
    items: scheme.items.map(({ id }) => id),
    place: {
      ...placeOfReview(context.db, reviewId),
      dossier: dossierId,
      member: seatId,
      typist: typist.id,
      scanHash: paper.scan_hash,
      nonce: context.environment.newId(),
    },
    // Every office seat can open an entry, so that the second typing is compared at once.
    recipients: seatsOf(context.db, reviewId).flatMap(({ role, recipient }) =>
      role === 'member' || recipient === null ? [] : [recipient],
    ),
    other: others[0],
    nowMs: context.environment.nowMs(),
  };
}

async function prepare(gathered: Gathered): Promise<Prepared> {
  const { holder, content, place, other } = gathered;
  const tried = await tryPassphrase(holder);
  if (tried.keys === null) return { tried, sealed: new Uint8Array(), differences: [], other };
  const { scores, comments, overall } = content;
  const body = {
    format: 2,
    kind: 'paper-sheet',
    ...place,
    seq: 1,
    scores,
    comments,
    overall,
    claimedMs: gathered.nowMs,
  };
  const sealed = await sealPaperEntry(tried.keys, body, gathered.recipients);
  if (other === undefined) return { tried, sealed, differences: [], other };
  const known = await openPaperEntry(other, tried.keys.ageIdentity);
  const differences = gathered.items.filter((id) => known.payload.scores[id] !== scores[id]);
  return { tried, sealed, differences, other };
}

function store(
  context: CommandContext,
  reviewId: string,
  seatId: string,
  dossierId: string,
  prepared: Prepared,
): Entered {
  const typist = ownSeat(context);
  const entries = paperEntriesOf(context.db, reviewId).filter(
    (row) => row.seat_id === seatId && row.dossier_id === dossierId,
  );
  const other = entries.find((row) => row.typist_id !== typist.person_id);
  if (other?.made_ms !== prepared.other?.made_ms) throw new AppError('stale');
  const differences = JSON.stringify(prepared.differences);
  const row = {
    seat_id: seatId,
    dossier_id: dossierId,
    typist_id: typist.person_id,
    differences,
    made_ms: context.nowMs,
  };
  const publicKey = prepared.tried.keys?.signingPublicSpki ?? '';
  savePaperEntry(context.db, { ...row, sealed: prepared.sealed, public_key: publicKey });
  setDifferences(context.db, seatId, dossierId, differences);
  const state = other === undefined ? 'typed-once' : prepared.differences.length > 0 ? 'differs' : 'agreed';
  noteAct(context, reviewId, 'paper-typed', {
    name: seatById(context.db, reviewId, seatId).name,
    dossier: requireDossier(context.db, reviewId, dossierId).name,
    state,
  });
  return { state, differences: [...prepared.differences] };
}

function listPaper(context: QueryContext, reviewId: string): PaperSheet[] {
  const entries = paperEntriesOf(context.db, reviewId);
  return paperSheetsOf(context.db, reviewId).map((row) => {
    const own = entries.filter(
      (entry) => entry.seat_id === row.seat_id && entry.dossier_id === row.dossier_id,
    );
    const differences = JSON.parse(own[0]?.differences ?? '[]') as string[];
    const typed = own.length >= 2 ? (differences.length > 0 ? 'differs' : 'agreed') : 'typed-once';
    const { number, name } = requireDossier(context.db, reviewId, row.dossier_id);
    return {
      seatId: row.seat_id,
      member: seatById(context.db, reviewId, row.seat_id).name,
      dossierId: row.dossier_id,
      number,
      name,
      scanFile: row.scan_id === null ? null : `attachment-${row.scan_id}`,
      scanHash: row.scan_hash,
      typedBy: own.map(({ typist }) => typist),
      state: own.length === 0 ? 'registered' : typed,
      differences,
    };
  });
}
