import type { CompiledTieStep, SchemeProblem } from './compiled-scheme.ts';
import { parseDecimal } from './decimal.ts';
import type { Fraction } from './fraction.ts';
import type { Aggregate, Rounding, Scheme, TallyRules } from './scheme.ts';

export const DEFAULT_ROUNDING: Rounding = { places: 2, mode: 'half-up', point: 'end' };
export const DEFAULT_QUORUM = 3;
export const DEFAULT_DEVIATION = '20';
const MOST_PLACES = 4;
const CATEGORY_STEP = 'category:';

export interface DraftRules {
  readonly aggregate: Aggregate;
  readonly rounding: Rounding;
  readonly rankOn: 'exact' | 'published';
  readonly ties: readonly CompiledTieStep[];
  readonly quorum: number;
}

/** The settings with their defaults (tally-format); defects are collected, never thrown. */
export function compileRules(scheme: Scheme, problems: SchemeProblem[]): DraftRules {
  const rules = scheme.tally;
  const rounding = compileRounding(rules, problems);
  checkAggregate(rules.aggregate, rounding, problems);
  const quorum = rules.quorum ?? DEFAULT_QUORUM;
  if (!isCount(quorum, 1)) problems.push({ path: 'tally.quorum', reason: 'scheme-quorum' });
  const rankOn = rules.rankOn ?? 'exact';
  if (!['exact', 'published'].includes(rankOn))
    problems.push({ path: 'tally.rankOn', reason: 'scheme-rank-on' });
  return { aggregate: rules.aggregate, rounding, rankOn, ties: compileTies(scheme, problems), quorum };
}

/** Null when switched off. */
export function compileDeviation(text: string | undefined, problems: SchemeProblem[]): Fraction | null {
  if (text === 'off') return null;
  const percent = parseDecimal(text ?? DEFAULT_DEVIATION);
  if (percent === null)
    problems.push({ path: 'deviation', reason: 'scheme-deviation', values: { text: text ?? '' } });
  return percent;
}

function compileRounding(rules: TallyRules, problems: SchemeProblem[]): Rounding {
  const places = rules.rounding?.places ?? DEFAULT_ROUNDING.places;
  const mode = rules.rounding?.mode ?? DEFAULT_ROUNDING.mode;
  const point = rules.rounding?.point ?? DEFAULT_ROUNDING.point;
  if (!isCount(places, 0) || places > MOST_PLACES) {
    problems.push({ path: 'tally.rounding.places', reason: 'scheme-places' });
  }
  if (!['half-up', 'half-even'].includes(mode)) {
    problems.push({ path: 'tally.rounding.mode', reason: 'scheme-rounding-mode' });
  }
  if (!['end', 'category'].includes(point)) {
    problems.push({ path: 'tally.rounding.point', reason: 'scheme-rounding-point' });
  }
  return { places, mode, point };
}

function checkAggregate(aggregate: Aggregate, rounding: Rounding, problems: SchemeProblem[]): void {
  if (aggregate === 'median') {
    // Medians of categories need not add up to the median of totals, so there is nothing to round and add.
    if (rounding.point === 'category')
      problems.push({ path: 'tally.rounding.point', reason: 'scheme-median-point' });
    return;
  }
  if (aggregate === 'mean') return;
  if (typeof aggregate !== 'object' || aggregate?.trimmed === undefined) {
    problems.push({ path: 'tally.aggregate', reason: 'scheme-aggregate' });
    return;
  }
  const { high, low, scope, minimumMembers } = aggregate.trimmed;
  const path = 'tally.aggregate.trimmed';
  if (!isCount(high, 0)) problems.push({ path: `${path}.high`, reason: 'scheme-trim-count' });
  if (!isCount(low, 0)) problems.push({ path: `${path}.low`, reason: 'scheme-trim-count' });
  if (!['sheet', 'category', 'item'].includes(scope))
    problems.push({ path: `${path}.scope`, reason: 'scheme-trim-scope' });
  if (!isCount(minimumMembers, 1) || minimumMembers <= high + low) {
    problems.push({
      path: `${path}.minimumMembers`,
      reason: 'scheme-trim-minimum',
      values: { minimumMembers, high, low },
    });
  }
}

function compileTies(scheme: Scheme, problems: SchemeProblem[]): readonly CompiledTieStep[] {
  const ties = scheme.tally.ties ?? [];
  const compiled: CompiledTieStep[] = [];
  for (const [index, text] of ties.entries()) {
    const path = `tally.ties.${index}`;
    if (text === 'preference' || text === 'vote') compiled.push({ kind: text });
    else if (text === 'shared') {
      if (index !== ties.length - 1) problems.push({ path, reason: 'scheme-tie-shared-last' });
    } else if (text.startsWith(CATEGORY_STEP)) {
      const id = text.slice(CATEGORY_STEP.length);
      const category = scheme.categories.findIndex((candidate) => candidate.id === id);
      if (category < 0) problems.push({ path, reason: 'scheme-tie-category', values: { id } });
      else compiled.push({ kind: 'category', category });
    } else problems.push({ path, reason: 'scheme-tie-unknown', values: { text } });
  }
  return [...compiled, { kind: 'shared' }];
}

function isCount(value: number, least: number): boolean {
  return Number.isSafeInteger(value) && value >= least;
}
