import { compileScheme } from '../../../shared/domain/compile-scheme.ts';
import type { CompiledScheme } from '../../../shared/domain/compiled-scheme.ts';
import { parseDecimal } from '../../../shared/domain/decimal.ts';
import {
  absolute,
  compare,
  exactDecimal,
  multiply,
  subtract,
  sum,
  ZERO,
} from '../../../shared/domain/fraction.ts';
import type { Fraction } from '../../../shared/domain/fraction.ts';
import type { Scheme, SchemeCategory } from '../../../shared/domain/scheme.ts';

export interface PlacedProblem {
  readonly path: string;
  /** A key of `shared/text`. */
  readonly reason: string;
  readonly values: Readonly<Record<string, string | number>>;
}

export interface Checked {
  /** Null while something is wrong. */
  readonly scheme: CompiledScheme | null;
  readonly problems: readonly PlacedProblem[];
}

/** What the backend will say at the freezing, said while typing; and names must not be blank. */
export function checkScheme(scheme: Scheme): Checked {
  const outcome = compileScheme(scheme);
  const found = outcome.ok ? [] : outcome.problems;
  const problems = [
    ...found.map(inWords(scheme)),
    ...blankNames(scheme),
    ...unreadThresholds(scheme),
    ...blankReasons(scheme),
  ];
  return { scheme: outcome.ok && problems.length === 0 ? outcome.scheme : null, problems };
}

interface Found {
  readonly path: string;
  readonly reason: string;
  readonly values?: Readonly<Record<string, string | number>> | undefined;
}

/** Ids mean nothing to people: sums name their category, and an empty number is simply not filled in. */
function inWords(scheme: Scheme): (found: Found) => PlacedProblem {
  return ({ path, reason, values = {} }) => {
    if (values['text'] === '') return { path, reason: 'scheme.blankNumber', values };
    const index = Number(/^categories\.(\d+)/.exec(path)?.[1] ?? -1);
    const category = scheme.categories[index];
    if (category === undefined || !('id' in values)) return { path, reason, values };
    return { path, reason, values: { ...values, id: category.name || index + 1 } };
  };
}

function blankNames(scheme: Scheme): PlacedProblem[] {
  const named = [
    { path: 'title', name: scheme.title },
    ...scheme.categories.flatMap((category, index) => [
      { path: `categories.${index}.name`, name: category.name },
      ...(category.items ?? []).map((item, place) => ({
        path: `categories.${index}.items.${place}.name`,
        name: item.name,
      })),
    ]),
    ...(scheme.eligibility ?? []).map(({ text }, index) => ({
      path: `eligibility.${index}.text`,
      name: text,
    })),
  ];
  return named
    .filter(({ name }) => name.trim() === '')
    .map(({ path }) => ({ path, reason: 'scheme.blankName', values: {} }));
}

/** A condition of the kind “at least” decides by its number, which nothing else checks. */
function unreadThresholds(scheme: Scheme): PlacedProblem[] {
  return (scheme.eligibility ?? []).flatMap(({ kind, threshold = '' }, index) =>
    kind === 'at-least' && parseDecimal(threshold) === null
      ? [
          inWords(scheme)({
            path: `eligibility.${index}.threshold`,
            reason: 'scheme-decimal',
            values: { text: threshold },
          }),
        ]
      : [],
  );
}

/** An empty line would be a reason without words. */
function blankReasons({ correctionReasons = [] }: Scheme): PlacedProblem[] {
  const blank = correctionReasons.some((reason) => reason.trim() === '');
  return blank ? [{ path: 'correctionReasons', reason: 'scheme.blankReason', values: {} }] : [];
}

export interface SumLine {
  readonly reached: string;
  readonly expected: string;
  /** Without its sign. */
  readonly difference: string;
  readonly state: 'exact' | 'short' | 'over';
}

/** Σ cap × weight against the total. A cell that isn't a number yet counts as nothing. */
export function totalLine(scheme: Scheme): SumLine {
  const parts = scheme.categories.map(({ cap, weight }) => multiply(read(cap), read(weight ?? '1')));
  return lineOf(sum(parts), scheme.total);
}

/** The items' caps against the category's cap; null for a category that is scored as a whole. */
export function categoryLine(category: SchemeCategory): SumLine | null {
  if (category.items === undefined) return null;
  return lineOf(sum(category.items.map(({ cap }) => read(cap))), category.cap);
}

function read(text: string): Fraction {
  return parseDecimal(text) ?? ZERO;
}

function lineOf(reached: Fraction, expectedText: string): SumLine {
  const expected = read(expectedText);
  const order = compare(reached, expected);
  return {
    reached: exactDecimal(reached),
    expected: exactDecimal(expected),
    difference: exactDecimal(absolute(subtract(reached, expected))),
    state: order === 0 ? 'exact' : order < 0 ? 'short' : 'over',
  };
}

/** The first problem of exactly this place. */
export function problemAt(problems: readonly PlacedProblem[], path: string): PlacedProblem | undefined {
  return problems.find((problem) => problem.path === path);
}
