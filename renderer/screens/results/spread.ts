import { parseDecimal } from '../../../shared/domain/decimal.ts';
import { compare, parseFraction, type Fraction } from '../../../shared/domain/fraction.ts';

/** Ends of a strip in whole points; the same for every row, so that rows can be compared by eye. */
export interface StripScale {
  readonly from: number;
  readonly to: number;
}

export interface Strip {
  /** Places of the members' totals, in thousandths of the strip's length. */
  readonly ticks: readonly number[];
  /** Place of the score, null without one. */
  readonly score: number | null;
  readonly lowest: string;
  readonly highest: string;
}

/** Ends fall on multiples of this many points. */
const stepOfScale = 5n;

/** An exact value as the backend writes it: a decimal, or a fraction where decimals never end. */
function valueOf(text: string): Fraction {
  return parseDecimal(text) ?? parseFraction(text);
}

/** A scale that holds every total; null when there is none. */
export function stripScale(totals: readonly string[]): StripScale | null {
  const values = totals.map(valueOf).toSorted(compare);
  const [lowest, highest] = [values.at(0), values.at(-1)];
  if (lowest === undefined || highest === undefined) return null;
  const from = (lowest.numerator / lowest.denominator / stepOfScale) * stepOfScale;
  const above = highest.numerator / highest.denominator / stepOfScale + 1n;
  return { from: Number(from), to: Number(above * stepOfScale) };
}

/** Thousandths of the strip's length, kept inside its ends. */
export function placeOn(scale: StripScale, text: string): number {
  const { numerator, denominator } = valueOf(text);
  const offset = (numerator - BigInt(scale.from) * denominator) * 1000n;
  const place = Number(offset / (denominator * BigInt(scale.to - scale.from)));
  return Math.min(1000, Math.max(0, place));
}

/** The strip of one row; null when nobody's total counts. */
export function stripOf(
  scale: StripScale | null,
  totals: readonly string[],
  exact: string | null,
): Strip | null {
  const sorted = totals.toSorted((left, right) => compare(valueOf(left), valueOf(right)));
  const [lowest, highest] = [sorted.at(0), sorted.at(-1)];
  if (scale === null || lowest === undefined || highest === undefined) return null;
  return {
    ticks: sorted.map((total) => placeOn(scale, total)),
    score: exact === null ? null : placeOn(scale, exact),
    lowest,
    highest,
  };
}
