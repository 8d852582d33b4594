import { AppError } from '../../../shared/api/problem.ts';
import type { PaperCorrection } from '../../../shared/schema/result.ts';
import type { CommandContext, QueryContext } from '../../api/context.ts';
import { slow, type Handlers, type Refusal } from '../../api/handler.ts';
import type { ReadDb } from '../../database/access.ts';
import { requireDossier } from '../../database/dossiers.ts';
import { openedVersionsOf } from '../../database/opened-sheets.ts';
import { insertOpenedSheet } from '../../database/openings.ts';
import {
  correctionEntriesOf,
  paperCorrectionsOf,
  saveCorrectionEntry,
  savePaperCorrection,
  type CorrectionPlace,
} from '../../database/paper-corrections.ts';
import { reopeningsOf, type ReopeningRow } from '../../database/reopenings.ts';
import { seatById } from '../../database/seats.ts';
import { noteAct } from '../act.ts';
import { outdateMinutes } from '../documents/outdate.ts';
import { keepScan } from '../documents/scans.ts';
import { scoreRowsOf } from '../opening/score-rows.ts';
import { frozenScheme } from '../scheme/scheme-store.ts';
import { countTries } from '../sessions/passphrase-check.ts';
import {
  enteredOf,
  gatherTyping,
  prepareTyping,
  typedRow,
  typingState,
  type Entered,
  type Typed,
  type TypedPaper,
  type TypingInput,
} from '../sheets/paper-typing.ts';

/**
 * A reopened paper sheet is corrected as it was made: the scorer signs a new paper, two people of the office
 * type it from its scan, and the new version comes into being with the second entry that agrees.
 */
export const paperCorrectionHandlers: Pick<Handlers, 'correction.attach' | 'correction.enter'> = {
  'correction.attach': (context, input) => {
    const { reviewId, uploadId } = input;
    const { seat_id, dossier_id, seq } = requireReopenedPaper(context, input);
    const scan = keepScan(context, reviewId, uploadId);
    savePaperCorrection(context.db, { seat_id, dossier_id, seq, scan_id: scan.id }, context.nowMs);
    noteAct(context, reviewId, 'correction-scanned', { ...namesOf(context, input), hash: scan.sha256 });
    return {};
  },
  'correction.enter': slow({
    gather: (context, input: TypingInput) => gatherTyping(context, input, paperOf(context, input)),
    prepare: (typing) => prepareTyping(typing),
    commit: (context, input, typed): Entered | Refusal =>
      countTries(context, [typed.tried], ['own']) ?? store(context, input, typed),
  }),
};

interface Pair {
  readonly reviewId: string;
  readonly seatId: string;
  readonly dossierId: string;
}

/** @throws AppError `conflict` unless the chair reopened this very sheet and it was on paper */
function requireReopenedPaper(context: QueryContext, { reviewId, seatId, dossierId }: Pair): ReopeningRow {
  const open = reopeningsOf(context.db, reviewId).find(
    (row) => row.seat_id === seatId && row.dossier_id === dossierId && row.done === 0,
  );
  if (open === undefined) throw new AppError('conflict', { what: 'not-reopened' });
  if (!isOnPaper(context.db, seatId, dossierId))
    throw new AppError('conflict', { what: 'correction-laptop' });
  return open;
}

/** Whether the version in force was on paper, so that the next one is too. */
export function isOnPaper(db: ReadDb, seatId: string, dossierId: string): boolean {
  return openedVersionsOf(db, seatId, dossierId).at(-1)?.source === 'paper';
}

function paperOf(context: QueryContext, pair: Pair): TypedPaper {
  const reopening = requireReopenedPaper(context, pair);
  const scan = scanOf(context.db, pair.reviewId, reopening);
  const entries = correctionEntriesOf(context.db, reopening);
  return { seq: reopening.seq, scanHash: scan?.scan_hash ?? null, entries };
}

function scanOf(
  db: ReadDb,
  reviewId: string,
  { seat_id: seatId, dossier_id: dossierId, seq }: CorrectionPlace,
): { readonly scan_id: string; readonly scan_hash: string } | undefined {
  return paperCorrectionsOf(db, reviewId).find(
    (row) => row.seat_id === seatId && row.dossier_id === dossierId && row.seq === seq,
  );
}

function namesOf(context: QueryContext, { reviewId, seatId, dossierId }: Pair): Record<string, string> {
  const name = seatById(context.db, reviewId, seatId).name;
  return { name, dossier: requireDossier(context.db, reviewId, dossierId).name };
}

function store(context: CommandContext, input: TypingInput, typed: Typed): Entered {
  const { reviewId } = input;
  const paper = paperOf(context, input);
  const row = typedRow(context, input, paper, typed);
  saveCorrectionEntry(context.db, { ...row, seq: paper.seq });
  const entered = enteredOf(typed);
  const names = namesOf(context, input);
  noteAct(context, reviewId, 'correction-typed', { ...names, state: entered.state });
  if (entered.state === 'agreed') addVersion(context, input, paper.seq, typed);
  return entered;
}

/** The new version of both typists' signed entries; the first one stays beside it. */
function addVersion(context: CommandContext, input: TypingInput, seq: number, typed: Typed): void {
  const { reviewId, seatId, dossierId } = input;
  const { known, jws, scores } = typed;
  if (known === null) throw new AppError('stale');
  outdateMinutes(context, reviewId);
  insertOpenedSheet(context.db, {
    reviewId,
    seatId,
    dossierId,
    seq,
    source: 'paper',
    jws: known.jws,
    secondJws: jws,
    payloadHash: known.payloadHash,
    envelopeHash: null,
    hundredths: scoreRowsOf(frozenScheme(context.db, reviewId), scores),
  });
  const place = { seat_id: seatId, dossier_id: dossierId, seq };
  const typists = correctionEntriesOf(context.db, place).map(({ typist }) => typist);
  const values = { ...namesOf(context, input), seq, typists: typists.join('、') };
  noteAct(context, reviewId, 'sheet-corrected-on-paper', values);
}

/** Where a correction on paper stands; null for a sheet that was signed on a laptop. */
export function paperCorrectionOf(
  db: ReadDb,
  reviewId: string,
  place: CorrectionPlace,
): PaperCorrection | null {
  const before = openedVersionsOf(db, place.seat_id, place.dossier_id).filter(({ seq }) => seq < place.seq);
  if (before.at(-1)?.source !== 'paper') return null;
  const scan = scanOf(db, reviewId, place);
  const entries = correctionEntriesOf(db, place);
  return {
    scanFile: scan === undefined ? null : `attachment-${scan.scan_id}`,
    typedBy: entries.map(({ typist }) => typist),
    ...typingState(entries),
  };
}
