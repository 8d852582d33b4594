import { requireScheme } from '../../shared/domain/compile-scheme.ts';
import type { CompiledScheme } from '../../shared/domain/compiled-scheme.ts';
import { parseScore, type Hundredths } from '../../shared/domain/decimal.ts';
import { exactDecimal, multiply, sum } from '../../shared/domain/fraction.ts';
import type { Scheme, SchemeCategory, TallyRules } from '../../shared/domain/scheme.ts';
import type { Sheet } from '../../shared/domain/sheet.ts';
import { tally } from '../../shared/domain/tally.ts';
import type { ReviewFacts, TallyResult } from '../../shared/domain/tally-types.ts';
import { decimal } from './cases.ts';

/** A category of one item or of items named by position: `cat('a', '15')`, `cat('b', '100', '0.15')`. */
export function cat(id: string, cap: string, weight?: string, items?: readonly string[]): SchemeCategory {
  const own = items?.map((itemCap, index) => ({
    id: `${id}.${index + 1}`,
    name: `${id}.${index + 1}`,
    cap: itemCap,
  }));
  return { id, name: id, cap, ...(weight === undefined ? {} : { weight }), ...(own ? { items: own } : {}) };
}

/** A scheme whose total is what its categories add up to. */
export function schemeOf(categories: readonly SchemeCategory[], rules: Partial<TallyRules> = {}): Scheme {
  const total = sum(categories.map(({ cap, weight }) => multiply(decimal(cap), decimal(weight ?? '1'))));
  return { title: '示例', total: exactDecimal(total), categories, tally: { aggregate: 'mean', ...rules } };
}

export function compiled(
  categories: readonly SchemeCategory[],
  rules: Partial<TallyRules> = {},
): CompiledScheme {
  return requireScheme(schemeOf(categories, rules));
}

/** dossier → member → score texts in the order of the items; null is a blank. */
export type Marks = Readonly<Record<string, Readonly<Record<string, readonly (string | number | null)[]>>>>;

export function sheetsOf(scheme: CompiledScheme, marks: Marks): Sheet[] {
  return Object.entries(marks).flatMap(([dossier, members]) =>
    Object.entries(members).map(([member, scores]) => ({
      dossier,
      member,
      scores: scores.map((score, index) => readMark(scheme, index, score)),
    })),
  );
}

export function tallyOf(
  scheme: CompiledScheme,
  marks: Marks,
  review: ReviewFacts & { readonly members?: readonly string[] } = {},
): TallyResult {
  const { members, ...facts } = review;
  return tally({
    scheme,
    dossiers: Object.keys(marks),
    members,
    sheets: sheetsOf(scheme, marks),
    review: facts,
  });
}

/** One line a dossier, for comparing whole results: `rank id score`. */
export function standings(result: TallyResult): readonly string[] {
  return result.dossiers.map(({ rank, id, score }) => `${rank ?? '-'} ${id} ${score ?? '-'}`);
}

function readMark(scheme: CompiledScheme, index: number, score: string | number | null): Hundredths | null {
  const item = scheme.items[index];
  if (score === null || item === undefined) return null;
  const parsed = parseScore(String(score), item);
  if (!parsed.ok) throw new Error(`${item.id}: ${parsed.reason} ${score}`);
  return parsed.hundredths;
}
