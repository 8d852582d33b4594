import type { CompiledCategory, CompiledScheme } from './compiled-scheme.ts';
import type { CountedSheets } from './counted-sheets.ts';
import { fraction, sum, type Fraction } from './fraction.ts';
import type { TrimScope } from './scheme.ts';
import type { DroppedValue } from './tally-types.ts';
import { trim, type Trim } from './trim.ts';

/** One dossier before any rounding: weighted category values and the score, all exact. */
export interface Aggregated {
  readonly categories: readonly Fraction[];
  readonly total: Fraction;
  readonly dropped: readonly DroppedValue[];
}

/** Applies the scheme's rule to at least one counted sheet. */
export function aggregate(scheme: CompiledScheme, sheets: CountedSheets): Aggregated {
  const rule = scheme.rules.aggregate;
  if (rule === 'median') return aggregateMedian(scheme, sheets);
  if (rule === 'mean') return aggregateMean(scheme, sheets);
  const { high, low, scope, minimumMembers } = rule.trimmed;
  if (sheets.members.length < minimumMembers) return aggregateMean(scheme, sheets);
  return aggregateTrimmed(scheme, sheets, { high, low }, scope);
}

/** Each category: the mean of the members' sums × weight. The score is their sum. */
export function aggregateMean(scheme: CompiledScheme, sheets: CountedSheets): Aggregated {
  const categories = scheme.categories.map((category, index) => {
    let total = 0;
    for (const sums of sheets.sums) total += sums[index] ?? 0;
    return weightedMean(category, total, sheets.members.length);
  });
  return { categories, total: sum(categories), dropped: [] };
}

function aggregateTrimmed(
  scheme: CompiledScheme,
  sheets: CountedSheets,
  counts: { readonly high: number; readonly low: number },
  scope: TrimScope,
): Aggregated {
  const dropped: DroppedValue[] = [];
  const note = (found: Trim, place: string | null) => {
    for (const index of found.high)
      dropped.push({ member: sheets.members[index] ?? '', side: 'high', scope, place });
    for (const index of found.low)
      dropped.push({ member: sheets.members[index] ?? '', side: 'low', scope, place });
    return found.kept;
  };
  if (scope === 'sheet') {
    const kept = note(trim(memberTotals(scheme, sheets), counts.high, counts.low), null);
    const rest = { ...sheets, members: pick(sheets.members, kept), sums: pick(sheets.sums, kept) };
    return { ...aggregateMean(scheme, rest), dropped };
  }
  const meanOf = (column: readonly number[], place: string) => {
    const kept = note(trim(column, counts.high, counts.low), place);
    return { total: kept.reduce((total, index) => total + (column[index] ?? 0), 0), count: kept.length };
  };
  const categories = scheme.categories.map((category, index) => {
    if (scope === 'category') {
      const { total, count } = meanOf(
        sheets.sums.map((sums) => sums[index] ?? 0),
        category.id,
      );
      return weightedMean(category, total, count);
    }
    // Every item keeps the same number of members, so the items' sums share one denominator.
    let [total, count] = [0, 1];
    for (const [position, item] of scheme.items.entries()) {
      if (item.category !== index) continue;
      const mean = meanOf(
        sheets.scores.map((scores) => scores[position] ?? 0),
        item.id,
      );
      [total, count] = [total + mean.total, mean.count];
    }
    return weightedMean(category, total, count);
  });
  return { categories, total: sum(categories), dropped };
}

function aggregateMedian(scheme: CompiledScheme, sheets: CountedSheets): Aggregated {
  const totals = medianTwice(memberTotals(scheme, sheets));
  return {
    categories: scheme.categories.map((category, index) => {
      const twice = medianTwice(sheets.sums.map((sums) => BigInt(sums[index] ?? 0)));
      return fraction(twice * category.weight.numerator, 200n * category.weight.denominator);
    }),
    total: fraction(totals, 200n * scheme.rules.weightUnit),
    dropped: [],
  };
}

/** Each member's weighted total in units of 1 / (100 × weightUnit) points. */
export function memberTotals(scheme: CompiledScheme, sheets: CountedSheets): readonly bigint[] {
  return sheets.sums.map((sums) => {
    let total = 0n;
    for (const [index, category] of scheme.categories.entries()) {
      total += BigInt(sums[index] ?? 0) * category.scaledWeight;
    }
    return total;
  });
}

/** Twice the median, so that the mean of the middle two stays whole. */
function medianTwice(values: readonly bigint[]): bigint {
  const sorted = values.toSorted((left, right) => (left < right ? -1 : left > right ? 1 : 0));
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0n;
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0n;
  return lower + upper;
}

function weightedMean(category: CompiledCategory, hundredthsSum: number, count: number): Fraction {
  return fraction(
    BigInt(hundredthsSum) * category.weight.numerator,
    100n * BigInt(count) * category.weight.denominator,
  );
}

function pick<Value>(values: readonly Value[], kept: readonly number[]): Value[] {
  return kept.flatMap((index) => values.slice(index, index + 1));
}
