/** An exact rational number, always reduced, the denominator always positive. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export const ZERO: Fraction = { numerator: 0n, denominator: 1n };

const LARGEST_EXACT = BigInt(Number.MAX_SAFE_INTEGER);

/** The reduced fraction. Throws RangeError when the denominator is 0. */
export function fraction(numerator: bigint, denominator = 1n): Fraction {
  if (denominator === 0n) throw new RangeError('a fraction has no denominator 0');
  const sign = denominator < 0n ? -1n : 1n;
  const divisor = greatestCommonDivisor(numerator < 0n ? -numerator : numerator, sign * denominator);
  return { numerator: (sign * numerator) / divisor, denominator: (sign * denominator) / divisor };
}

export function add(left: Fraction, right: Fraction): Fraction {
  if (left.denominator === right.denominator) {
    return fraction(left.numerator + right.numerator, left.denominator);
  }
  return fraction(
    left.numerator * right.denominator + right.numerator * left.denominator,
    left.denominator * right.denominator,
  );
}

export function subtract(left: Fraction, right: Fraction): Fraction {
  return add(left, { numerator: -right.numerator, denominator: right.denominator });
}

export function multiply(left: Fraction, right: Fraction): Fraction {
  return fraction(left.numerator * right.numerator, left.denominator * right.denominator);
}

/** Throws RangeError when `right` is 0. */
export function divide(left: Fraction, right: Fraction): Fraction {
  return fraction(left.numerator * right.denominator, left.denominator * right.numerator);
}

export function sum(values: Iterable<Fraction>): Fraction {
  let result = ZERO;
  for (const value of values) result = add(result, value);
  return result;
}

/** Negative, 0 or positive, as `sort` wants it. */
export function compare(left: Fraction, right: Fraction): number {
  const difference = left.numerator * right.denominator - right.numerator * left.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function equal(left: Fraction, right: Fraction): boolean {
  return left.numerator === right.numerator && left.denominator === right.denominator;
}

export function absolute(value: Fraction): Fraction {
  return value.numerator < 0n ? { numerator: -value.numerator, denominator: value.denominator } : value;
}

/** "262/3"; an integer is written without "/1". */
export function formatFraction(value: Fraction): string {
  return value.denominator === 1n ? String(value.numerator) : `${value.numerator}/${value.denominator}`;
}

/** Reads what `formatFraction` wrote. Throws RangeError on other text. */
export function parseFraction(text: string): Fraction {
  if (!/^-?[0-9]+(?:\/[0-9]+|)$/u.test(text)) throw new RangeError(`not a fraction: ${text}`);
  const [numerator = '0', denominator = '1'] = text.split('/');
  return fraction(BigInt(numerator), BigInt(denominator));
}

/** The exact decimal text of a fraction ("0.875"), or null when its decimals never end (1/3). */
export function terminatingDecimal(value: Fraction): string | null {
  let rest = value.denominator;
  let places = 0;
  let scale = 1n;
  while (rest % 10n === 0n) [rest, places, scale] = [rest / 10n, places + 1, scale * 10n];
  while (rest % 2n === 0n) [rest, places, scale] = [rest / 2n, places + 1, scale * 10n];
  while (rest % 5n === 0n) [rest, places, scale] = [rest / 5n, places + 1, scale * 10n];
  if (rest !== 1n) return null;
  // The fewest places that hold the value, so that no zero stands at the end.
  return scaledText((value.numerator * scale) / value.denominator, places);
}

/** The exact decimal text, or the fraction when its decimals never end. */
export function exactDecimal(value: Fraction): string {
  return terminatingDecimal(value) ?? formatFraction(value);
}

/** `8733n` at 2 places → "87.33"; `-5n` at 2 places → "-0.05". */
export function scaledText(scaled: bigint, places: number): string {
  const negative = scaled < 0n;
  const digits = String(negative ? -scaled : scaled).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const text = places === 0 ? whole : `${whole}.${digits.slice(digits.length - places)}`;
  return negative ? `-${text}` : text;
}

/** Small values use machine integers: reducing is the hot spot of a large tally. */
function greatestCommonDivisor(left: bigint, right: bigint): bigint {
  if (left <= LARGEST_EXACT && right <= LARGEST_EXACT) {
    let [a, b] = [Number(left), Number(right)];
    while (b !== 0) [a, b] = [b, a % b];
    return BigInt(a);
  }
  let [a, b] = [left, right];
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}
