import type { CompiledScheme } from './compiled-scheme.ts';
import { compare, divide, exactDecimal, fraction, subtract, sum, ZERO, type Fraction } from './fraction.ts';
import type { TotalsOfDossier } from './mark-table.ts';
import { compareIds } from './bytes-order.ts';
import { formatRounded } from './rounding.ts';

/** Lowest and highest total of one dossier as exact decimal texts; null without a counted sheet. */
export interface DossierSpread {
  readonly id: string;
  readonly members: number;
  readonly lowest: string | null;
  readonly highest: string | null;
  readonly range: string | null;
  /** The range in percent of the scheme's total, one decimal, half up. */
  readonly percent: string | null;
}

/** How far a member's totals lie from the panel's mean, on average: positive is generous, negative strict. */
export interface MemberStrictness {
  readonly member: string;
  /** Dossiers on which somebody else scored too. */
  readonly dossiers: number;
  /** Reduced fraction or decimal text in points, and rounded to two places; null: nothing to compare with. */
  readonly offset: string | null;
  readonly shown: string | null;
  readonly key: 'strictness-generous' | 'strictness-strict' | 'strictness-even' | 'strictness-not-defined';
}

const SHOWN_PLACES = 2;
const HUNDRED = fraction(100n);

/** Spread of the members' weighted totals, by dossier id. */
export function spreads(
  scheme: CompiledScheme,
  totals: ReadonlyMap<string, TotalsOfDossier>,
): readonly DossierSpread[] {
  return [...totals].map(([id, own]): DossierSpread => {
    const sorted = [...own.values()].sort(compare);
    const [lowest, highest] = [sorted[0], sorted.at(-1)];
    if (lowest === undefined || highest === undefined) {
      return { id, members: 0, lowest: null, highest: null, range: null, percent: null };
    }
    const range = subtract(highest, lowest);
    return {
      id,
      members: sorted.length,
      lowest: exactDecimal(lowest),
      highest: exactDecimal(highest),
      range: exactDecimal(range),
      percent: formatRounded(divide(range, divide(scheme.total, HUNDRED)), 1, 'half-up'),
    };
  });
}

/**
 * Mean over the dossiers a member scored of (own total − mean of all counted totals, the own included), by
 * member id. Dossiers that nobody else scored say nothing and are left out.
 */
export function strictness(totals: ReadonlyMap<string, TotalsOfDossier>): readonly MemberStrictness[] {
  const offsets = new Map<string, Fraction[]>();
  for (const own of totals.values()) {
    const mean = own.size === 0 ? ZERO : divide(sum(own.values()), fraction(BigInt(own.size)));
    for (const [member, total] of own) {
      const list = offsets.get(member) ?? [];
      offsets.set(member, own.size === 1 ? list : [...list, subtract(total, mean)]);
    }
  }
  return [...offsets]
    .sort(([left], [right]) => compareIds(left, right))
    .map(([member, list]) => describe(member, list));
}

function describe(member: string, offsets: readonly Fraction[]): MemberStrictness {
  const dossiers = offsets.length;
  if (dossiers === 0) return { member, dossiers, offset: null, shown: null, key: 'strictness-not-defined' };
  const offset = divide(sum(offsets), fraction(BigInt(dossiers)));
  const order = compare(offset, ZERO);
  return {
    member,
    dossiers,
    offset: exactDecimal(offset),
    shown: formatRounded(offset, SHOWN_PLACES, 'half-up'),
    key: order > 0 ? 'strictness-generous' : order < 0 ? 'strictness-strict' : 'strictness-even',
  };
}
