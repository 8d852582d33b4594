import type { RecountRule } from '../data.ts';

/** Letters of a column, from 0: A, B … Z, AA. */
export function columnName(index: number): string {
  const before = Math.floor(index / 26) - 1;
  return (before < 0 ? '' : columnName(before)) + String.fromCharCode(65 + (index % 26));
}

/** A cell or range, rows from 1, e.g. `明细!F4:F10`. */
export function rangeOf(sheet: string, column: number, first: number, last: number): string {
  return `${sheet}!$${columnName(column)}$${first}:$${columnName(column)}$${last}`;
}

/**
 * Sums of decimals carry the noise of binary fractions in the sixteenth place. Nine places keep every true
 * difference of a mean of scores with two places and take the noise away before the one rounding of the rule.
 */
export function withoutNoise(value: string): string {
  return `ROUND(${value},9)`;
}

/** The rule's rounding: 四舍五入, or 四舍六入五成双 where an exact half goes to the even neighbour. */
export function rounded(value: string, { places, mode }: RecountRule): string {
  if (mode === 'half-up') return `ROUND(${value},${places})`;
  const shift = 10 ** places;
  const scaled = `(${value})*${shift}`;
  const half = `ABS(${scaled}-INT(${scaled})-0.5)<0.0000001`;
  return `IF(${half},2*ROUND((${scaled})/2,0),ROUND(${scaled},0))/${shift}`;
}

/** The mean without the `high` highest and `low` lowest values of a range; the plain mean for a small panel. */
export function trimmedMean(
  range: string,
  { high, low, minimumMembers }: { high: number; low: number; minimumMembers: number },
): string {
  const several = (name: string, count: number): string =>
    Array.from({ length: count }, (_, index) => `-${name}(${range},${index + 1})`).join('');
  const kept = `(SUM(${range})${several('LARGE', high)}${several('SMALL', low)})/(COUNT(${range})-${high + low})`;
  return `IF(COUNT(${range})<${minimumMembers},AVERAGE(${range}),${kept})`;
}
