import { AppError } from '../../../shared/api/problem.ts';
import type { PaperSheet } from '../../../shared/schema/sheet.ts';
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
} from '../../database/paper.ts';
import { requireMember, seatById } from '../../database/seats.ts';
import { noteAct } from '../act.ts';
import { keepScan } from '../documents/scans.ts';
import { countTries } from '../sessions/passphrase-check.ts';
import { pairsOf, requireScored } from './pairs.ts';
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
} from './paper-typing.ts';

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
    gather: (context, input) => gatherTyping(context, input, paperOf(context, input)),
    prepare: (typing) => prepareTyping(typing),
    commit: (context, input, typed): Entered | Refusal =>
      countTries(context, [typed.tried], ['own']) ?? store(context, input, typed),
  }),
};

/** @throws AppError `not-found` for a sheet that isn't registered as paper */
function paperOf(
  context: QueryContext,
  { reviewId, seatId, dossierId }: { reviewId: string; seatId: string; dossierId: string },
): TypedPaper {
  const ofPair = (row: { seat_id: string; dossier_id: string }): boolean =>
    row.seat_id === seatId && row.dossier_id === dossierId;
  const paper = paperSheetsOf(context.db, reviewId).find(ofPair);
  if (paper === undefined) throw new AppError('not-found', { what: 'paper' });
  const entries = paperEntriesOf(context.db, reviewId).filter(ofPair);
  return { seq: 1, scanHash: paper.scan_hash, entries };
}

function store(context: CommandContext, input: TypingInput, typed: Typed): Entered {
  const { reviewId, seatId, dossierId } = input;
  const row = typedRow(context, input, paperOf(context, input), typed);
  savePaperEntry(context.db, row);
  setDifferences(context.db, seatId, dossierId, row.differences);
  const entered = enteredOf(typed);
  noteAct(context, reviewId, 'paper-typed', {
    name: seatById(context.db, reviewId, seatId).name,
    dossier: requireDossier(context.db, reviewId, dossierId).name,
    state: entered.state,
  });
  return entered;
}

function listPaper(context: QueryContext, reviewId: string): PaperSheet[] {
  const entries = paperEntriesOf(context.db, reviewId);
  return paperSheetsOf(context.db, reviewId).map((row) => {
    const own = entries.filter(
      (entry) => entry.seat_id === row.seat_id && entry.dossier_id === row.dossier_id,
    );
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
      ...typingState(own),
    };
  });
}
