import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  add,
  compare,
  divide,
  exactDecimal,
  formatFraction,
  fraction,
  multiply,
  parseFraction,
  scaledText,
  subtract,
  sum,
} from '../../shared/domain/fraction.ts';
import {
  divideHalfEven,
  divideHalfUp,
  formatRounded,
  roundFraction,
  roundScaled,
} from '../../shared/domain/rounding.ts';
import { decimal, readCases, readRows } from '../support/cases.ts';

test.each(readCases<{ value: string; digits: number; expected: string }>('decimal_half_up_vs_toFixed'))(
  '$value rounds half up to $expected',
  ({ value, digits, expected }) => expect(formatRounded(decimal(value), digits, 'half-up')).toBe(expected),
);

test.each(readRows('gbt8170_examples'))(
  'GB/T 8170: %s to the interval %s is %s',
  (input, interval, published) => {
    const places = { '1': 0, '0.1': 1, '0.01': 2, '1E2': -2, '1E3': -3 }[interval ?? ''] ?? 0;
    const [mantissa = '', exponent] = (published ?? '').split('E');
    const expected = places < 0 ? BigInt(mantissa) : BigInt(mantissa.replace('.', ''));
    expect(exponent === undefined ? places >= 0 : places < 0).toBe(true);
    expect(roundScaled(decimal(input ?? ''), places, 'half-even')).toBe(expected);
  },
);

test.each([
  [5n, 2n, 3n, 2n],
  [-5n, 2n, -3n, -2n],
  [7n, 2n, 4n, 4n],
  [-7n, 2n, -4n, -4n],
  [1n, 3n, 0n, 0n],
  [2n, 3n, 1n, 1n],
  [-2n, 3n, -1n, -1n],
  [3n, 6n, 1n, 0n],
  [9n, 6n, 2n, 2n],
  [0n, 7n, 0n, 0n],
  [21n, 14n, 2n, 2n],
  [35n, 14n, 3n, 2n],
])('%s / %s is %s half up and %s half even', (numerator, denominator, up, even) => {
  expect(divideHalfUp(numerator, denominator)).toBe(up);
  expect(divideHalfEven(numerator, denominator)).toBe(even);
});

test('a rounded value is never farther than half a unit from the exact one, and only a tie is that far', () => {
  const anyFraction = fc.tuple(
    fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
    fc.bigInt({ min: 1n, max: 10n ** 6n }),
  );
  fc.assert(
    fc.property(
      anyFraction,
      fc.nat(4),
      fc.constantFrom('half-up' as const, 'half-even' as const),
      ([n, d], places, mode) => {
        const exact = fraction(n, d);
        const distance = subtract(roundFraction(exact, places, mode), exact);
        const doubled = multiply(distance, fraction(2n * 10n ** BigInt(places)));
        expect(compare(doubled, fraction(1n))).toBeLessThanOrEqual(0);
        expect(compare(doubled, fraction(-1n))).toBeGreaterThanOrEqual(0);
      },
    ),
  );
});

test('fractions reduce, compare and print exactly', () => {
  expect(formatFraction(fraction(524n, 6n))).toBe('262/3');
  expect(formatFraction(fraction(-4n, -2n))).toBe('2');
  expect(formatFraction(divide(fraction(1n, 3n), fraction(-2n)))).toBe('-1/6');
  expect(add(fraction(1n, 3n), fraction(1n, 6n))).toEqual(fraction(1n, 2n));
  expect(parseFraction('262/3')).toEqual(fraction(262n, 3n));
  expect(() => parseFraction('1.5')).toThrow(RangeError);
  expect(() => fraction(1n, 0n)).toThrow(RangeError);
  expect(formatFraction(fraction(2n ** 80n, 2n ** 70n * 3n))).toBe('1024/3');
});

test('text of scaled and of exact values', () => {
  expect(scaledText(-5n, 2)).toBe('-0.05');
  expect(scaledText(8733n, 2)).toBe('87.33');
  expect(scaledText(8n, 0)).toBe('8');
  expect(exactDecimal(fraction(7n, 8n))).toBe('0.875');
  expect(exactDecimal(fraction(100n))).toBe('100');
  expect(exactDecimal(fraction(1n, 3n))).toBe('1/3');
  expect(exactDecimal(fraction(21n, 20n))).toBe('1.05');
});

test('the exact sum of 0.1 ten times is 1, in any order', () => {
  expect(sum(Array.from({ length: 10 }, () => fraction(1n, 10n)))).toEqual(fraction(1n));
});
