import { AppError } from '../../../shared/api/problem.ts';
import { isAtLeast } from '../../../shared/domain/phase.ts';
import type { Board } from '../../../shared/schema/sheet.ts';
import type { QueryContext } from '../../api/context.ts';
import { slow, type Handlers, type Refusal } from '../../api/handler.ts';
import { freezingOf, reviewById, setPhase } from '../../database/reviews.ts';
import { noteAct } from '../act.ts';
import { requireKeeper } from '../sessions/keeper.ts';
import { possibleOf, signAbsences } from './absences.ts';
import { requestAbsences } from './request-absences.ts';
import { letterMarks } from './board-letters.ts';
import { pairsInState, pairsOf, type Pairs } from './pairs.ts';
import { panelLacks } from '../panel/panel.ts';
import { countTries, gatherKeyHolder, tryPassphrase, type Tried } from '../sessions/passphrase-check.ts';
import { frozenScheme, schemeOf } from '../scheme/scheme-store.ts';

type Names = 'board.get' | 'absence.record' | 'absence.request' | 'review.close';

export const boardHandlers: Pick<Handlers, Names> = {
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
      signAbsences(context, input, tried);
      return {};
    },
  }),
  'absence.request': (task, input) => requestAbsences(task, input),
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
