import type { CompiledItem, CompiledScheme } from './compiled-scheme.ts';
import { scoreDefects, type Hundredths, type ScoreDefect } from './decimal.ts';
import { fraction, sum, type Fraction } from './fraction.ts';

/**
 * One member's scores of one dossier, in the order of `scheme.items`. `null` is a blank: not given, and
 * never zero.
 */
export interface Sheet {
  readonly dossier: string;
  readonly member: string;
  readonly scores: readonly (Hundredths | null)[];
}

export interface SheetState {
  readonly complete: boolean;
  /** Ids of items without a score, and of items scored 0 (a 0 asks for a confirmation and a comment). */
  readonly blanks: readonly string[];
  readonly zeros: readonly string[];
  readonly categories: readonly RunningTotal[];
  /** Weighted sum of what is filled in so far. */
  readonly total: Fraction;
}

export interface RunningTotal {
  readonly id: string;
  readonly filled: number;
  readonly items: number;
  /** Sum of the given scores, before and after the category's weight. */
  readonly sum: Fraction;
  readonly weighted: Fraction;
}

export interface SheetDefect extends Omit<ScoreDefect, 'reason'> {
  readonly item: string;
  readonly reason: ScoreDefect['reason'] | 'score-unknown-item';
}

/** Builds a sheet from scores by item id; items not named are blank. Throws RangeError on an unknown item. */
export function sheetOf(
  scheme: CompiledScheme,
  dossier: string,
  member: string,
  scores: Readonly<Record<string, Hundredths | null>>,
): Sheet {
  const unknown = Object.keys(scores).find((id) => !scheme.itemIndex.has(id));
  if (unknown !== undefined) throw new RangeError(`unknown item ${unknown}`);
  const own = scheme.items.map(({ id }) => (Object.hasOwn(scores, id) ? (scores[id] ?? null) : null));
  return { dossier, member, scores: own };
}

export function isComplete(scores: readonly (Hundredths | null)[]): scores is readonly Hundredths[] {
  return !scores.includes(null);
}

/** Completeness and running totals, exact at every moment. */
export function sheetState(scheme: CompiledScheme, scores: readonly (Hundredths | null)[]): SheetState {
  const named = (wanted: number | null) =>
    scheme.items.filter((_item, index) => (scores[index] ?? null) === wanted).map(({ id }) => id);
  const categories = scheme.categories.map((category) => {
    const own = scores.slice(category.first, category.first + category.count);
    const given = own.reduce<number>((total, score) => total + (score ?? 0), 0);
    return {
      id: category.id,
      filled: own.filter((score) => score !== null).length,
      items: category.count,
      sum: fraction(BigInt(given), 100n),
      weighted: fraction(BigInt(given) * category.weight.numerator, 100n * category.weight.denominator),
    };
  });
  const blanks = named(null);
  return {
    complete: blanks.length === 0,
    blanks,
    zeros: named(0),
    categories,
    total: sum(categories.map(({ weighted }) => weighted)),
  };
}

/**
 * The domain rule of a sheet as it was typed (texts by item id): every wrong cell, blanks included, because
 * a sheet with a blank can't be submitted. Empty list: the sheet can be submitted.
 */
export function checkSheet(
  scheme: CompiledScheme,
  texts: Readonly<Record<string, string | null>>,
): readonly SheetDefect[] {
  const unknown = Object.keys(texts)
    .filter((id) => !scheme.itemIndex.has(id))
    .map((item): SheetDefect => ({ item, reason: 'score-unknown-item', values: { item } }));
  const wrong = scheme.items.flatMap((item) =>
    scoreDefects((Object.hasOwn(texts, item.id) ? texts[item.id] : null) ?? '', item).map(
      (defect): SheetDefect => ({ item: item.id, ...defect }),
    ),
  );
  return [...wrong, ...unknown];
}

/** True when a stored score still obeys its item: whole hundredths, 0 ≤ score ≤ cap, on the step. */
export function obeysItem(item: CompiledItem, score: number): boolean {
  return Number.isSafeInteger(score) && score >= 0 && score <= item.cap && score % item.step === 0;
}
