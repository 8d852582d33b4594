/** 修约. One tiny function per mode; all take numerator and positive denominator and give an integer. */
import { fraction, scaledText, type Fraction } from './fraction.ts';
import type { RoundingMode } from './scheme.ts';

/** 四舍五入: a half goes away from zero, on both signs (Excel and WPS do the same). */
export function divideHalfUp(numerator: bigint, denominator: bigint): bigint {
  const magnitude = numerator < 0n ? -numerator : numerator;
  const rounded = (2n * magnitude + denominator) / (2n * denominator);
  return numerator < 0n ? -rounded : rounded;
}

/** GB/T 8170 四舍六入五成双: an exact half goes to the even neighbour. */
export function divideHalfEven(numerator: bigint, denominator: bigint): bigint {
  const magnitude = numerator < 0n ? -numerator : numerator;
  const quotient = magnitude / denominator;
  const twice = 2n * (magnitude % denominator);
  const up = twice > denominator || (twice === denominator && quotient % 2n === 1n);
  const rounded = up ? quotient + 1n : quotient;
  return numerator < 0n ? -rounded : rounded;
}

const divisions: Readonly<Record<RoundingMode, (numerator: bigint, denominator: bigint) => bigint>> = {
  'half-up': divideHalfUp,
  'half-even': divideHalfEven,
};

/** The rounded value as a whole number of 10^-places. `places` may be negative (hundreds: -2). */
export function roundScaled(value: Fraction, places: number, mode: RoundingMode): bigint {
  const shift = 10n ** BigInt(Math.abs(places));
  return places >= 0
    ? divisions[mode](value.numerator * shift, value.denominator)
    : divisions[mode](value.numerator, value.denominator * shift);
}

/** Rounds once, straight from the exact value. */
export function roundFraction(value: Fraction, places: number, mode: RoundingMode): Fraction {
  const scaled = roundScaled(value, places, mode);
  const shift = 10n ** BigInt(Math.abs(places));
  return places >= 0 ? fraction(scaled, shift) : fraction(scaled * shift);
}

/** The rounded value as text with exactly `places` (0 or more) decimals. */
export function formatRounded(value: Fraction, places: number, mode: RoundingMode): string {
  return scaledText(roundScaled(value, places, mode), places);
}
