import type { Fraction } from './fraction.ts';
import { formatRounded } from './rounding.ts';

/** Scores have 2 decimals and weights at most 12, so a member's total always ends. */
const mostPlaces = 14;

/** A member's total as exact decimal text with at least two places: `85.00`, `85.125`. */
export function totalText(total: Fraction): string {
  for (let places = 2; places < mostPlaces; places += 1) {
    if ((total.numerator * 10n ** BigInt(places)) % total.denominator === 0n)
      return formatRounded(total, places, 'half-up');
  }
  return formatRounded(total, mostPlaces, 'half-up');
}

/** An exact decimal text with two places at least, so that columns stand straight: `85` → `85.00`. */
export function twoPlacesText(exact: string): string {
  const [whole = '', decimals = ''] = exact.split('.');
  return `${whole}.${decimals.padEnd(2, '0')}`;
}
