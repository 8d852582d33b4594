import { AppError } from '../../../shared/api/problem.ts';
import { isAtLeast } from '../../../shared/domain/phase.ts';
import type { Board } from '../../../shared/schema/sheet.ts';
import type { CommandContext, QueryContext } from '../../api/context.ts';
import { slow, type Handlers, type Refusal } from '../../api/handler.ts';
import { freezingOf, reviewById, setPhase } from '../../database/reviews.ts';
import { requireMember } from '../../database/seats.ts';
import { insertAbsence } from '../../database/sheets.ts';
import { fingerprint } from '../../signing/fingerprint.ts';
import { signJws } from '../../signing/jws.ts';
import { ABSENCE_TYPE } from '../results/signed-acts.ts';
import { noteAct } from '../act.ts';
import { requireKeeper } from '../sessions/keeper.ts';
import { letterMarks } from './board-letters.ts';
import { pairsInState, pairsOf, requireScored, type Pairs } from './pairs.ts';
import { panelLacks } from '../panel/panel.ts';
import { countTries, gatherKeyHolder, tryPassphrase, type Tried } from '../sessions/passphrase-check.ts';
import { frozenScheme, schemeOf } from '../scheme/scheme-store.ts';

export const boardHandlers: Pick<Handlers, 'board.get' | 'absence.record' | 'review.close'> = {
  'board.get': (context, { reviewId }) => boardView(context, reviewId),
  'absence.record': slow({
    gather: (context, input) => {
      const keeper = requireKeeper(context, input.reviewId, input.keeperSeatId);
      return gatherKeyHolder(context, keeper.person_id, input.keeperPassphrase);
    },
    prepare: (holder) => tryPassphrase(holder),
    commit: (context, input, tried: Tried): Record<string, never> | Refusal => {
      const refusal = countTries(context, [tried], ['keeper']);
      if (refusal !== null) return refusal;
      recordAbsence(context, input, tried);
      return {};
    },
  }),
  'review.close': (context, { reviewId }) => {
    const blocked = closeBlockedBy(context, reviewId);
    if (blocked.length > 0) {
      throw new AppError(
        'not-ready',
        { what: 'close' },
        blocked.map((reason) => ({ path: '', reason })),
      );
    }
    setPhase(context.db, reviewId, 'closed');
    const pairs = pairsOf(context.db, reviewId);
    const missing = pairsInState(pairs, ['missing', 'draft']).length;
    noteAct(context, reviewId, 'closed', { received: receivedOf(pairs), missing });
    return {};
  },
};

interface AbsenceInput {
  readonly reviewId: string;
  readonly seatId: string;
  readonly dossierIds: readonly string[];
  readonly reason: string;
  readonly keeperSeatId: string;
}

function recordAbsence(context: CommandContext, input: AbsenceInput, tried: Tried): void {
  const { keys } = tried;
  if (keys === null) throw new AppError('wrong-passphrase');
  const seat = requireMember(context.db, input.reviewId, input.seatId);
  const pairs = pairsOf(context.db, input.reviewId);
  // The one who signed may have been replaced while the passphrase was checked.
  requireKeeper(context, input.reviewId, input.keeperSeatId);
  for (const dossierId of input.dossierIds) {
    requireScored(pairs, dossierId);
    const state = pairs.stateOf(seat.id, dossierId);
    // Two envelopes with one number: the absence says that neither counts.
    if (state !== 'missing' && state !== 'draft' && state !== 'conflict')
      throw new AppError('conflict', { what: 'absence-state', state });
    requireQuorumAfter(context, input.reviewId, pairs, seat.id, dossierId);
    const text = JSON.stringify({
      format: 1,
      kind: 'absence',
      review: input.reviewId,
      member: seat.id,
      dossier: dossierId,
      reason: input.reason,
      signer: input.keeperSeatId,
      claimedMs: context.nowMs,
    });
    const header = { typ: ABSENCE_TYPE, kid: fingerprint(keys.signingPublicSpki) };
    insertAbsence(context.db, {
      seat_id: seat.id,
      dossier_id: dossierId,
      reason: input.reason,
      jws: signJws(keys.signingPrivateKey, header, Buffer.from(text, 'utf8')),
      signer_seat_id: input.keeperSeatId,
      made_ms: context.nowMs,
    });
  }
  const count = input.dossierIds.length;
  noteAct(context, input.reviewId, 'absence', { name: seat.name, count, reason: input.reason });
}

/** Members who can still count for a dossier: neither recused nor recorded absent. */
function possibleOf(pairs: Pairs, dossierId: string): number {
  return pairs.members.filter(({ id }) => !['recused', 'absent'].includes(pairs.stateOf(id, dossierId)))
    .length;
}

/**
 * An absence never takes a dossier below the quorum (domain.md, Phases); recusals may, and then it is said.
 * @throws AppError `conflict` naming the enterprise
 */
function requireQuorumAfter(
  context: QueryContext,
  reviewId: string,
  pairs: Pairs,
  seatId: string,
  dossierId: string,
): void {
  const { quorum } = frozenScheme(context.db, reviewId).rules;
  const left = possibleOf(pairs, dossierId) - (pairs.stateOf(seatId, dossierId) === 'absent' ? 0 : 1);
  if (left >= quorum) return;
  const name = pairs.dossiers.find(({ id }) => id === dossierId)?.name ?? '';
  throw new AppError('conflict', { what: 'absence-quorum', name, left, quorum });
}

/** Dossiers that can't reach the quorum any more: their result would be provisional. */
function belowQuorum(context: QueryContext, reviewId: string, pairs: Pairs): Board['belowQuorum'] {
  if (freezingOf(context.db, reviewId) === undefined) return [];
  const { quorum } = frozenScheme(context.db, reviewId).rules;
  return pairs.dossiers
    .map(({ id, number, name }) => ({ dossierId: id, number, name, members: possibleOf(pairs, id), quorum }))
    .filter(({ members }) => members < quorum);
}

function receivedOf(pairs: Pairs): number {
  return pairsInState(pairs, ['received', 'paper', 'paper-typed']).length;
}

function boardView(context: QueryContext, reviewId: string): Board {
  const { phase } = reviewById(context.db, reviewId);
  const pairs = pairsOf(context.db, reviewId);
  const cells = pairs.members.map((seat) =>
    pairs.dossiers.map((dossier) => pairs.stateOf(seat.id, dossier.id)),
  );
  const missing = pairsInState(pairs, ['missing', 'draft']);
  const excused = cells.flat().filter((state) => state === 'recused' || state === 'absent').length;
  return {
    members: pairs.members.map((seat) => ({ seatId: seat.id, name: seat.name, code: seat.code })),
    dossiers: pairs.dossiers.map(({ id, number, name }) => ({ dossierId: id, number, name })),
    ...letterMarks(context, reviewId, pairs),
    belowQuorum: belowQuorum(context, reviewId, pairs),
    received: receivedOf(pairs),
    expected: cells.flat().length - excused,
    missing: missing.map(({ seat, dossier }) => ({ seatId: seat.id, dossierId: dossier.id })),
    closed: isAtLeast(phase, 'closed'),
    opened: isAtLeast(phase, 'opened'),
    closeBlockedBy: phase === 'scoring' ? closeBlockedBy(context, reviewId) : ['board.notScoring'],
    openBlockedBy: phase === 'closed' ? openBlockedBy(context, reviewId, pairs) : ['board.notClosed'],
  };
}

function closeBlockedBy(context: QueryContext, reviewId: string): string[] {
  const scheme = schemeOf(context.db, reviewId);
  return panelLacks(context, reviewId, scheme.panel?.minimum ?? 3).filter((key) =>
    ['panel.lackFreeze', 'panel.lackChair', 'panel.lackDeputy', 'panel.lackRoster'].includes(key),
  );
}

/** A missing sheet keeps the opening shut until it comes or an absence is signed. */
export function openBlockedBy(context: QueryContext, reviewId: string, pairs: Pairs): string[] {
  const blocked = closeBlockedBy(context, reviewId);
  if (pairsInState(pairs, ['missing', 'draft']).length > 0) blocked.push('board.sheetsMissing');
  if (pairsInState(pairs, ['conflict']).length > 0) blocked.push('board.sheetsConflict');
  if (pairsInState(pairs, ['paper']).length > 0) blocked.push('board.paperNotTyped');
  if (pairs.dossiers.length === 0) blocked.push('board.noDossiers');
  return blocked;
}
