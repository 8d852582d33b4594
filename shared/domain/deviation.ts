import { absolute, compare, divide, fraction, multiply, subtract, sum, type Fraction } from './fraction.ts';
import { formatRounded } from './rounding.ts';

/** How far one member's total lies from the panel's mean of that dossier (畸高畸低). */
export interface Deviation {
  /** Signed percent with one decimal, e.g. "-23.5"; null when the mean is 0, because nothing can be said. */
  readonly percent: string | null;
  /** Farther than the scheme's threshold. A warning only: the law gives no number. */
  readonly warned: boolean;
}

const HUNDRED = fraction(100n);

/**
 * Deviations of the counted members' totals from their plain mean, whatever the aggregate. `threshold` in
 * percent, null when switched off. Exact: a total that lies just on the threshold isn't warned about.
 */
export function deviations(totals: readonly Fraction[], threshold: Fraction | null): readonly Deviation[] {
  if (totals.length === 0) return [];
  const mean = divide(sum(totals), fraction(BigInt(totals.length)));
  return totals.map((total) => {
    if (mean.numerator === 0n) return { percent: null, warned: false };
    const percent = multiply(divide(subtract(total, mean), mean), HUNDRED);
    const warned = threshold !== null && compare(absolute(percent), threshold) > 0;
    return { percent: formatRounded(percent, 1, 'half-up'), warned };
  });
}
