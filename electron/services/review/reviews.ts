import { AppError } from '../../../shared/api/problem.ts';
import { plainAdvances, stepsBack } from '../../../shared/domain/phase.ts';
import type {
  NextStep,
  RecordEntry,
  ReviewCounts,
  ReviewOverview,
  ReviewRow as ReviewView,
} from '../../../shared/schema/review.ts';
import type { QueryContext } from '../../api/context.ts';
import type { Handlers } from '../../api/handler.ts';
import { activeDossiers } from '../../database/dossiers.ts';
import type { RecordBody } from '../../database/record.ts';
import {
  allReviews,
  freezingOf,
  renameReview,
  reviewById,
  setPhase,
  type ReviewRow,
} from '../../database/reviews.ts';
import { isReplica, replicaOf } from '../../database/replicas.ts';
import { latestRoster } from '../../database/rosters.ts';
import { membersOf } from '../../database/seats.ts';
import { fingerprint } from '../../signing/fingerprint.ts';
import { noteAct } from '../act.ts';
import { advanceNeeds } from './advance-needs.ts';
import { nextStepOf } from './next-step.ts';
import { soundRecord } from './sound-record.ts';
import { isPrepared, skippedOf } from './phase-steps.ts';
import { pairsInState, pairsOf } from '../sheets/pairs.ts';
import { resultOf } from '../results/tally.ts';
import { openingOf } from '../../database/opened-sheets.ts';

type Names =
  'review.list' | 'review.overview' | 'review.rename' | 'review.advance' | 'review.stepBack' | 'record.list';

export const reviewHandlers: Pick<Handlers, Names> = {
  'review.list': (context) =>
    allReviews(context.db)
      .filter((review) => isPrepared(context.db, review))
      .map((review) => reviewView(context, review)),
  'review.overview': (context, { reviewId }) => overview(context, reviewById(context.db, reviewId)),
  'review.rename': (context, { reviewId, title, organiser }) => {
    renameReview(context.db, reviewId, title, organiser);
    noteAct(context, reviewId, 'renamed', { title, organiser });
    return {};
  },
  'review.advance': (context, { reviewId, to }) => {
    const { phase } = reviewById(context.db, reviewId);
    if (!(plainAdvances[phase] ?? []).includes(to)) throw new AppError('wrong-phase', { phase, to });
    const needs = advanceNeeds(context, reviewId, to);
    if (needs.length > 0) {
      throw new AppError(
        'not-ready',
        { what: 'advance', to },
        needs.map((reason) => ({ path: '', reason })),
      );
    }
    setPhase(context.db, reviewId, to);
    noteAct(context, reviewId, 'advanced', { from: phase, to });
    return {};
  },
  'review.stepBack': (context, { reviewId, to, reason }) => {
    const { phase } = reviewById(context.db, reviewId);
    if (!(stepsBack[phase] ?? []).includes(to)) throw new AppError('wrong-phase', { phase, to });
    setPhase(context.db, reviewId, to);
    noteAct(context, reviewId, 'stepped-back', { from: phase, to, reason });
    return {};
  },
  'record.list': (context, { reviewId }) => soundRecord(context.db, reviewId).map(recordEntry),
};

function recordEntry(row: { seq: number; hash: string; body: string }): RecordEntry {
  const body = JSON.parse(row.body) as RecordBody;
  const { type, values, actor, claimedMs } = body;
  return {
    seq: row.seq,
    hash: row.hash,
    type,
    values,
    actor,
    claimedMs,
    role: body.role as RecordEntry['role'],
  };
}

function countsOf(context: QueryContext, reviewId: string): ReviewCounts {
  const all = pairsOf(context.db, reviewId);
  const own = replicaOf(context.db, reviewId)?.seat_id;
  // A member's copy knows the own sheets only.
  const pairs = own === undefined ? all : { ...all, members: all.members.filter(({ id }) => id === own) };
  const sheetsReceived = pairsInState(pairs, ['received', 'paper', 'paper-typed']).length;
  return {
    dossiers: activeDossiers(context.db, reviewId).length,
    eligible: pairs.dossiers.length,
    members: membersOf(context.db, reviewId).length,
    sheetsReceived,
    sheetsExpected: sheetsReceived + pairsInState(pairs, ['missing', 'draft']).length,
  };
}

function reviewView(context: QueryContext, review: ReviewRow): ReviewView {
  const { id, title, organiser, phase } = review;
  return {
    reviewId: id,
    title,
    organiser,
    phase,
    sample: review.sample === 1,
    replica: isReplica(context.db, id),
    skipped: skippedOf(context.db, id),
    counts: countsOf(context, id),
    next: nextStepOrDamage(context, review),
    updatedMs: review.updated_ms,
  };
}

/** One damaged review must not hide the others; its own screens say what is wrong. */
function nextStepOrDamage(context: QueryContext, review: ReviewRow): NextStep {
  try {
    return nextStepOf(context, review);
  } catch (error) {
    if (!(error instanceof AppError) || error.problem.code !== 'data-corrupt') throw error;
    return { key: 'next.corrupt', values: {}, who: 'nobody', screen: null };
  }
}

function overview(context: QueryContext, review: ReviewRow): ReviewOverview {
  const freezing = freezingOf(context.db, review.id);
  const opened = openingOf(context.db, review.id) !== undefined;
  return {
    ...reviewView(context, review),
    schemeHash: freezing?.scheme_hash ?? null,
    rosterHash: latestRoster(context.db, review.id)?.hash ?? null,
    authority: freezing === undefined ? null : fingerprint(freezing.authority_public),
    resultHash: opened ? resultOf(context.db, review.id).view.resultHash : null,
    advances: (plainAdvances[review.phase] ?? []).map((to) => ({
      to,
      needs: advanceNeeds(context, review.id, to),
    })),
    stepsBack: [...(stepsBack[review.phase] ?? [])],
  };
}
