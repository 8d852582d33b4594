import { AppError } from '../../../shared/api/problem.ts';
import { correctionReasons } from '../../../shared/domain/correction-reasons.ts';
import type { CompiledScheme } from '../../../shared/domain/compiled-scheme.ts';
import type { Correction } from '../../../shared/schema/result.ts';
import type { CommandContext, QueryContext } from '../../api/context.ts';
import { slow, type Handlers, type Refusal } from '../../api/handler.ts';
import type { ReadDb } from '../../database/access.ts';
import { requireDossier } from '../../database/dossiers.ts';
import { openedVersionsOf, type OpenedSheetRow } from '../../database/opened-sheets.ts';
import { insertReopening, reopeningsOf, type ReopeningRow } from '../../database/reopenings.ts';
import { membersOf, seatById } from '../../database/seats.ts';
import { fingerprint } from '../../signing/fingerprint.ts';
import { readUnverifiedJws, signJws } from '../../signing/jws.ts';
import { REOPENING_TYPE } from './signed-acts.ts';
import { noteAct, ownSeat } from '../act.ts';
import { paperCorrectionHandlers, paperCorrectionOf } from './correction-paper.ts';
import { submitCorrection } from './correction-submit.ts';
import { outdateMinutes } from '../documents/outdate.ts';
import { requireKeeper } from '../sessions/keeper.ts';
import { countTries, gatherKeyHolder, tryPassphrase, type Tried } from '../sessions/passphrase-check.ts';
import { memberLabel } from './words.ts';
import { frozenScheme } from '../scheme/scheme-store.ts';

export const correctionHandlers: Pick<
  Handlers,
  'correction.list' | 'correction.reopen' | 'correction.submit' | 'correction.attach' | 'correction.enter'
> = {
  'correction.list': (context, { reviewId }) => {
    const seat = ownSeat(context);
    const own = seat.role === 'member' && seat.chair !== 1;
    return correctionsOf(context.db, reviewId).filter(({ seatId }) => !own || seatId === seat.id);
  },
  'correction.reopen': slow({
    gather: (context, input) => {
      requireReopenable(context, input);
      const keeper = requireKeeper(context, input.reviewId, input.keeperSeatId);
      return gatherKeyHolder(context, keeper.person_id, input.keeperPassphrase);
    },
    prepare: (holder) => tryPassphrase(holder),
    commit: (context, input, tried: Tried): Record<string, never> | Refusal => {
      const refusal = countTries(context, [tried], ['keeper']);
      if (refusal !== null) return refusal;
      reopen(context, input, tried);
      return {};
    },
  }),
  'correction.submit': submitCorrection,
  ...paperCorrectionHandlers,
};

interface ReopenInput {
  readonly reviewId: string;
  readonly seatId: string;
  readonly dossierId: string;
  readonly reason: string;
  readonly note: string;
  readonly keeperSeatId: string;
}

/** The reasons that the frozen scheme allows. */
export function reasonsOf(scheme: CompiledScheme): readonly string[] {
  return scheme.source.correctionReasons ?? correctionReasons;
}

/** @throws AppError `bad-input` for a reason outside the list, `conflict` for a sheet that can't be reopened */
function requireReopenable(context: QueryContext, input: ReopenInput): OpenedSheetRow {
  const { reviewId, seatId, dossierId, reason } = input;
  const seat = seatById(context.db, reviewId, seatId);
  if (!reasonsOf(frozenScheme(context.db, reviewId)).includes(reason)) {
    throw new AppError('bad-input', { what: 'correction-reason' });
  }
  const latest = openedVersionsOf(context.db, seatId, dossierId).at(-1);
  if (latest === undefined) throw new AppError('not-found', { what: 'sheet', name: seat.name });
  const open = reopeningsOf(context.db, reviewId).some(
    (row) => row.seat_id === seatId && row.dossier_id === dossierId && row.done === 0,
  );
  if (open) throw new AppError('conflict', { what: 'correction-open', name: seat.name });
  return latest;
}

function reopen(context: CommandContext, input: ReopenInput, { keys }: Tried): void {
  if (keys === null) throw new AppError('wrong-passphrase');
  const latest = requireReopenable(context, input);
  // The one who signed may have been replaced while the passphrase was checked.
  requireKeeper(context, input.reviewId, input.keeperSeatId);
  outdateMinutes(context, input.reviewId);
  const { reviewId, seatId, dossierId, reason, note, keeperSeatId } = input;
  const seq = latest.seq + 1;
  const text = JSON.stringify({
    format: 1,
    kind: 'reopening',
    review: reviewId,
    member: seatId,
    dossier: dossierId,
    seq,
    previous: latest.payload_hash,
    reason,
    note,
    signer: keeperSeatId,
    claimedMs: context.nowMs,
  });
  const header = { typ: REOPENING_TYPE, kid: fingerprint(keys.signingPublicSpki) };
  insertReopening(context.db, {
    review_id: reviewId,
    seat_id: seatId,
    dossier_id: dossierId,
    seq,
    reason,
    note,
    jws: signJws(keys.signingPrivateKey, header, Buffer.from(text, 'utf8')),
    signer_seat_id: keeperSeatId,
    made_ms: context.nowMs,
  });
  const name = seatById(context.db, reviewId, seatId).name;
  const dossier = requireDossier(context.db, reviewId, dossierId).name;
  noteAct(context, reviewId, 'sheet-reopened', { name, dossier, reason });
}

/** Every reopening with what it changed, in the order of the acts. */
export function correctionsOf(db: ReadDb, reviewId: string): Correction[] {
  const reopenings = reopeningsOf(db, reviewId);
  if (reopenings.length === 0) return [];
  const scheme = frozenScheme(db, reviewId);
  const seats = new Map(membersOf(db, reviewId).map((seat) => [seat.id, seat]));
  return reopenings.map((row) => {
    const { number, name } = requireDossier(db, reviewId, row.dossier_id);
    const seat = seats.get(row.seat_id);
    return {
      seatId: row.seat_id,
      label: seat === undefined ? row.seat_id : memberLabel(scheme, seat),
      dossierId: row.dossier_id,
      number,
      name,
      reason: row.reason,
      note: row.note,
      atMs: row.made_ms,
      done: row.done === 1,
      items: changedItems(db, scheme, row),
      paper: paperCorrectionOf(db, reviewId, row),
    };
  });
}

function changedItems(db: ReadDb, scheme: CompiledScheme, row: ReopeningRow): Correction['items'] {
  const versions = openedVersionsOf(db, row.seat_id, row.dossier_id);
  const after = versions.find(({ seq }) => seq === row.seq);
  const before = versions.filter(({ seq }) => seq < row.seq).at(-1);
  if (after === undefined || before === undefined) return [];
  const old = scoresOf(before);
  const changed = scoresOf(after);
  return scheme.items
    .filter(({ id }) => old[id] !== changed[id])
    .map(({ id, name }) => ({ itemId: id, item: name, before: old[id] ?? '', after: changed[id] ?? '' }));
}

function scoresOf(row: OpenedSheetRow): Readonly<Record<string, string>> {
  const payload = JSON.parse(readUnverifiedJws(row.jws).payload.toString('utf8')) as {
    scores: Record<string, string>;
  };
  return payload.scores;
}
