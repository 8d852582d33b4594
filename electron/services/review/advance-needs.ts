import type { Phase } from '../../../shared/domain/phase.ts';
import type { QueryContext } from '../../api/context.ts';
import { activeDossiers } from '../../database/dossiers.ts';
import { opinionsOf } from '../../database/opinions.ts';
import { freezingOf } from '../../database/reviews.ts';
import { membersOf } from '../../database/seats.ts';
import { documentsOf } from '../../database/documents.ts';
import { correctionsOf } from '../results/corrections.ts';
import { eligibilityOf } from '../dossiers/eligibility.ts';
import { schemeOf } from '../scheme/scheme-store.ts';
import { resultOf } from '../results/tally.ts';

/** What is still missing before a plain step forward: keys of text subject `need`, empty when it may be taken. */
export function advanceNeeds(context: QueryContext, reviewId: string, to: Phase): string[] {
  const needs: string[] = [];
  const scheme = schemeOf(context.db, reviewId);
  const dossiers = activeDossiers(context.db, reviewId);
  if (to === 'eligibility' && dossiers.length === 0) needs.push('need.dossiers');
  if (to === 'materials') {
    if (dossiers.some((row) => eligibilityOf(context.db, row, scheme).state === 'open'))
      needs.push('need.eligibility');
    if (!dossiers.some((row) => eligibilityOf(context.db, row, scheme).state === 'eligible'))
      needs.push('need.eligible');
    if (membersOf(context.db, reviewId).length < (scheme.panel?.minimum ?? 3)) needs.push('need.members');
    if (freezingOf(context.db, reviewId) === undefined) needs.push('need.frozen');
  }
  if (to === 'scoring' && freezingOf(context.db, reviewId) === undefined) needs.push('need.frozen');
  if (to === 'concluded') needs.push(...concludeNeeds(context, reviewId));
  if (to === 'publicity' && !hasDocument(context, reviewId, 'notice')) needs.push('need.notice');
  return needs;
}

function concludeNeeds(context: QueryContext, reviewId: string): string[] {
  const needs: string[] = [];
  const result = resultOf(context.db, reviewId).view;
  if (result.openTies.length > 0) needs.push('need.preference');
  if (result.provisional) needs.push('need.final');
  if ((result.selection?.openTie ?? []).length > 0) needs.push('need.vote');
  if (correctionsOf(context.db, reviewId).some(({ done }) => !done)) needs.push('need.correction');
  const written = new Map(opinionsOf(context.db, reviewId).map((row) => [row.dossier_id, row]));
  const open = result.rows.filter(
    (row) => !row.ineligible && (written.get(row.dossierId)?.conclusion ?? null) === null,
  );
  if (open.length > 0) needs.push('need.opinions');
  return needs;
}

/** Enterprises in the result whose opinion has no text yet. A conclusion doesn't need one. */
export function unwrittenOpinions(context: QueryContext, reviewId: string): number {
  const texts = new Map(opinionsOf(context.db, reviewId).map((row) => [row.dossier_id, row.text.trim()]));
  const { rows } = resultOf(context.db, reviewId).view;
  return rows.filter((row) => !row.ineligible && (texts.get(row.dossierId) ?? '') === '').length;
}

function hasDocument(context: QueryContext, reviewId: string, kind: string): boolean {
  return documentsOf(context.db, reviewId).some((row) => row.kind === kind && row.superseded_ms === null);
}
