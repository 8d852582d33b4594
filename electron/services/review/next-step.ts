import type { NextStep } from '../../../shared/schema/review.ts';
import type { QueryContext } from '../../api/context.ts';
import { activeDossiers } from '../../database/dossiers.ts';
import { reopeningsOf } from '../../database/reopenings.ts';
import { replicaOf } from '../../database/replicas.ts';
import { freezingOf, type ReviewRow } from '../../database/reviews.ts';
import { seatsOf } from '../../database/seats.ts';
import { eligibilityOf } from '../dossiers/eligibility.ts';
import { pairsInState, pairsOf } from '../sheets/pairs.ts';
import { isOnPaper } from '../results/correction-paper.ts';
import { panelLacks } from '../panel/panel.ts';
import { replicaStepOf } from './replica-step.ts';
import { schemeOf } from '../scheme/scheme-store.ts';
import { advanceNeeds, unwrittenOpinions } from './advance-needs.ts';
import { signaturesWaiting } from '../documents/signatures-waiting.ts';

type Screen = NextStep['screen'];

function step(key: string, who: NextStep['who'], screen: Screen, values: NextStep['values'] = {}): NextStep {
  return { key: `next.${key}`, who, screen, values };
}

/** One sentence that says what comes next and who does it; computed from the store, never stored. */
export function nextStepOf(context: QueryContext, review: ReviewRow): NextStep {
  const replica = replicaOf(context.db, review.id);
  if (replica !== undefined) return replicaStepOf(context, review, replica);
  switch (review.phase) {
    case 'setup':
      return setupStep(context, review.id);
    case 'eligibility':
      return eligibilityStep(context, review.id);
    case 'materials':
    case 'hearing':
    case 'inspection':
      return preparationStep(context, review.id) ?? step(`advance-${review.phase}`, 'secretary', 'overview');
    case 'scoring':
      return preparationStep(context, review.id) ?? scoringStep(context, review.id);
    case 'closed':
      return closedStep(context, review.id);
    case 'opened':
      return openedStep(context, review.id);
    case 'concluded':
      return concludedStep(context, review.id);
    case 'approved':
      return advanceNeeds(context, review.id, 'publicity').length > 0
        ? step('make-notice', 'secretary', 'documents')
        : step('advance-approved', 'secretary', 'overview');
    case 'filed':
      return step('done', 'nobody', null);
    default:
      return step(
        `advance-${review.phase}`,
        'secretary',
        review.phase === 'signed' ? 'documents' : 'overview',
      );
  }
}

function setupStep(context: QueryContext, reviewId: string): NextStep {
  if (activeDossiers(context.db, reviewId).length === 0) return step('import', 'secretary', 'dossiers');
  const minimum = schemeOf(context.db, reviewId).panel?.minimum ?? 3;
  const seated = seatsOf(context.db, reviewId).filter(({ role }) => role === 'member').length;
  if (seated < minimum) return step('seat', 'secretary', 'panel', { minimum, seated });
  return step('advance-setup', 'secretary', 'overview');
}

function eligibilityStep(context: QueryContext, reviewId: string): NextStep {
  const scheme = schemeOf(context.db, reviewId);
  const open = activeDossiers(context.db, reviewId).filter(
    (row) => eligibilityOf(context.db, row, scheme).state === 'open',
  );
  if (open.length > 0) return step('judge', 'secretary', 'dossiers', { count: open.length });
  if (freezingOf(context.db, reviewId) === undefined) return step('freeze', 'secretary', 'scheme');
  return step('advance-eligibility', 'secretary', 'overview');
}

/** Freezing, own passphrases, declarations, election, roster: whatever is still missing, in this order. */
function preparationStep(context: QueryContext, reviewId: string): NextStep | null {
  const lacks = panelLacks(context, reviewId, schemeOf(context.db, reviewId).panel?.minimum ?? 3);
  const members = seatsOf(context.db, reviewId).filter(({ role }) => role === 'member');
  const names = (open: typeof members): string => open.map(({ name }) => name).join('、');
  if (lacks.includes('panel.lackFreeze')) return step('freeze', 'secretary', 'scheme');
  if (lacks.includes('panel.lackProfiles')) {
    return step('enrol', 'member', null, {
      names: names(members.filter((seat) => seat.profile_id === null)),
    });
  }
  if (lacks.includes('panel.lackDeputy')) return step('deputy', 'secretary', 'panel');
  if (lacks.includes('panel.lackChair')) return step('elect', 'secretary', 'panel');
  if (lacks.includes('panel.lackRoster')) return step('roster', 'secretary', null);
  if (lacks.includes('panel.lackDeclarations')) {
    const open = members.filter((seat) => seat.declared_ms === null);
    return ofSeats(
      step('declare', 'member', 'recusal', { names: names(open) }),
      open.map(({ id }) => id),
    );
  }
  return null;
}

function scoringStep(context: QueryContext, reviewId: string): NextStep {
  const missing = pairsInState(pairsOf(context.db, reviewId), ['missing', 'draft']);
  if (missing.length === 0) return step('close', 'secretary', 'board');
  const names = [...new Set(missing.map(({ seat }) => seat.name))].join('、');
  const own = missing.filter(({ seat }) => seat.id === context.seat?.id).length;
  if (own > 0) return step('score-own', 'member', 'desk', { count: own });
  return ofSeats(
    step('score', 'member', 'board', { count: missing.length, names }),
    missing.map(({ seat }) => seat.id),
  );
}

function closedStep(context: QueryContext, reviewId: string): NextStep {
  const pairs = pairsOf(context.db, reviewId);
  const missing = pairsInState(pairs, ['missing', 'draft']);
  if (missing.length > 0) {
    const names = [...new Set(missing.map(({ seat }) => seat.name))].join('、');
    return step('missing', 'secretary', 'board', { count: missing.length, names });
  }
  const paper = pairsInState(pairs, ['paper']).length;
  if (paper > 0) return step('type-paper', 'recorder', 'board', { count: paper });
  return step('open', 'secretary', 'board');
}

function openedStep(context: QueryContext, reviewId: string): NextStep {
  const needs = advanceNeeds(context, reviewId, 'concluded');
  if (needs.includes('need.preference')) return step('preference', 'secretary', 'tally');
  if (needs.includes('need.vote')) return step('vote', 'secretary', 'tally');
  if (needs.includes('need.correction')) return correctionStep(context, reviewId);
  if (needs.includes('need.final')) return step('provisional', 'secretary', 'tally');
  if (needs.length > 0) return step('opinions', 'secretary', 'opinions');
  const count = unwrittenOpinions(context, reviewId);
  if (count > 0) return step('advance-unwritten', 'secretary', 'opinions', { count });
  return step('advance-opened', 'secretary', 'opinions');
}

/** Scorers correct on their own, a reopened paper sheet is for the office. */
function correctionStep(context: QueryContext, reviewId: string): NextStep {
  const open = reopeningsOf(context.db, reviewId).filter(({ done }) => done === 0);
  const own = open.filter((row) => !isOnPaper(context.db, row.seat_id, row.dossier_id));
  if (own.length === 0) return step('correct-paper', 'secretary', 'tally');
  return ofSeats(
    step('correct', 'member', 'tally'),
    own.map(({ seat_id: seatId }) => seatId),
  );
}

/** A step that waits for these seats and no others. */
function ofSeats(plain: NextStep, seatIds: readonly string[]): NextStep {
  return { ...plain, seatIds: [...new Set(seatIds)] };
}

function concludedStep(context: QueryContext, reviewId: string): NextStep {
  const waiting = signaturesWaiting(context.db, reviewId);
  if (waiting === null) return step('make-minutes', 'secretary', 'documents');
  const names = waiting.map(({ name }) => name).join('、');
  return ofSeats(
    step('sign', 'signer', 'documents', { count: waiting.length, names }),
    waiting.map(({ seatId }) => seatId),
  );
}
