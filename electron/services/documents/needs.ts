import { AppError, type ProblemPlace } from '../../../shared/api/problem.ts';
import { isAtLeast, type Phase } from '../../../shared/domain/phase.ts';
import type { ReadDb } from '../../database/access.ts';
import { reviewById } from '../../database/reviews.ts';
import { correctionsOf } from '../results/corrections.ts';
import { opinionsOfResult } from '../results/opinions.ts';
import type { ReviewResult } from '../results/tally-view.ts';

/**
 * What keeps a result from being concluded and signed, as places with text keys: a provisional result, an
 * undecided preference in a tie, an enterprise without a
 * conclusion (an ineligible one needs none).
 */
export function resultNeeds(db: ReadDb, reviewId: string, result: ReviewResult): ProblemPlace[] {
  const { view } = result;
  const needs: ProblemPlace[] = [];
  const provisional = view.rows.filter(({ status, ineligible }) => status === 'provisional' && !ineligible);
  if (provisional.length > 0) needs.push(place('document-need.final', provisional));
  const open = new Set(view.openTies.flat());
  if (open.size > 0) {
    const rows = view.rows.filter(({ dossierId }) => open.has(dossierId));
    needs.push(place('document-need.preference', rows));
  }
  const border = view.selection?.openTie ?? [];
  if (border.length > 0) {
    needs.push(
      place(
        'document-need.vote',
        view.rows.filter(({ dossierId }) => border.includes(dossierId)),
      ),
    );
  }
  const reopened = correctionsOf(db, reviewId).filter(({ done }) => !done);
  if (reopened.length > 0) needs.push(place('document-need.correction', reopened));
  const silent = opinionsOfResult(db, reviewId, result).filter(
    ({ conclusion, ineligible }) => conclusion === null && !ineligible,
  );
  if (silent.length > 0) needs.push(place('document-need.conclusion', silent));
  return needs;
}

function place(reason: string, rows: readonly { readonly name: string }[]): ProblemPlace {
  return { path: '', reason, values: { count: rows.length, names: rows.map(({ name }) => name).join('、') } };
}

/** @throws AppError `not-ready` unless the review has come so far */
export function requirePhase(db: ReadDb, reviewId: string, floor: Phase): void {
  if (!isAtLeast(reviewById(db, reviewId).phase, floor)) {
    throw notReady([{ path: '', reason: `document-need.${floor}` }]);
  }
}

export function notReady(places: readonly ProblemPlace[]): AppError {
  return new AppError('not-ready', { what: 'document' }, places);
}
