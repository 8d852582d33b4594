import type { CompiledScheme } from '../../../shared/domain/compiled-scheme.ts';
import { formatHundredths } from '../../../shared/domain/decimal.ts';
import { equal, fraction, terminatingDecimal, type Fraction } from '../../../shared/domain/fraction.ts';
import { sheetState } from '../../../shared/domain/sheet.ts';
import { totalText } from '../../../shared/domain/total-text.ts';
import { scoresOf, wrongItems, type Typed } from './sheet-content.ts';

/** A number of a scheme (cap, total) in its shortest decimal form. */
export function plainNumber(value: Fraction): string {
  return terminatingDecimal(value) ?? totalText(value);
}

/** The present sum of one category, before and after its weight; null while nothing is given. */
export function categorySum(
  scheme: CompiledScheme,
  typed: Typed,
  index: number,
): { readonly sum: string; readonly weighted: string | null } | null {
  const category = scheme.categories[index];
  if (category === undefined) return null;
  const own = scoresOf(scheme, typed).slice(category.first, category.first + category.count);
  if (own.every((score) => score === null)) return null;
  const given = own.reduce<number>((total, score) => total + (score ?? 0), 0);
  const isPlain = equal(category.weight, fraction(1n));
  const weighted = sheetState(scheme, scoresOf(scheme, typed)).categories[index]?.weighted;
  return {
    sum: formatHundredths(given),
    weighted: isPlain || weighted === undefined ? null : plainNumber(weighted),
  };
}

export interface SheetSum {
  /** Exact total so far; null while nothing is given. */
  readonly total: string | null;
  readonly filled: number;
  readonly items: number;
  /** A text stands in some field that is no score. */
  readonly undecided: boolean;
}

/** The present total of a sheet, exact at every moment. */
export function sheetSum(scheme: CompiledScheme, typed: Typed): SheetSum {
  const { blanks, total } = sheetState(scheme, scoresOf(scheme, typed));
  const items = scheme.items.length;
  const filled = items - blanks.length;
  return {
    total: filled === 0 ? null : totalText(total),
    filled,
    items,
    undecided: wrongItems(scheme, typed).length > 0,
  };
}
