import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareIds } from '../../shared/domain/bytes-order.ts';
import { hundredths, parseDecimal, parseScore, scoreDefects } from '../../shared/domain/decimal.ts';
import {
  absolute,
  add,
  divide,
  equal,
  exactDecimal,
  fraction,
  parseFraction,
  terminatingDecimal,
} from '../../shared/domain/fraction.ts';
import { formatRounded, roundFraction } from '../../shared/domain/rounding.ts';

const limits = { cap: hundredths(1000), step: hundredths(50) };

describe('a score text', () => {
  const reasons = (text: string, own: typeof limits | null = limits) =>
    scoreDefects(text, own).map(({ reason, values }) => [reason, values]);

  it('names every defect with what it was compared with', () => {
    expect(reasons('10.5')).toEqual([['score-over-cap', { score: '10.5', cap: '10' }]]);
    expect(reasons('8.25')).toEqual([['score-off-step', { score: '8.25', step: '0.5' }]]);
    expect(reasons('10.25')).toEqual([
      ['score-over-cap', { score: '10.25', cap: '10' }],
      ['score-off-step', { score: '10.25', step: '0.5' }],
    ]);
    expect(reasons('1.234')).toEqual([['score-decimals', { score: '1.234' }]]);
    expect(reasons('')).toEqual([['score-blank', {}]]);
    expect(reasons('1a')).toEqual([['score-not-a-number', { score: '1a' }]]);
  });

  it('is judged without an item as far as it can be', () => {
    expect(reasons('99999', null)).toEqual([]);
    expect(reasons('9.123', null)).toEqual([['score-decimals', { score: '9.123' }]]);
    expect(reasons('999999999999.25', null)).toEqual([]);
  });

  it('just over the cap by a third decimal is over it, and on it with zeros isn’t', () => {
    expect(reasons('10.001').map(([reason]) => reason)).toEqual(['score-decimals', 'score-over-cap']);
    expect(reasons('10.000').map(([reason]) => reason)).toEqual(['score-decimals']);
    expect(reasons('9.101').map(([reason]) => reason)).toEqual(['score-decimals']);
    expect(reasons('10.0')).toEqual([]);
  });

  it('with more digits than a number holds is over the cap, whatever its step', () => {
    expect(reasons('123456789012.25').map(([reason]) => reason)).toEqual(['score-over-cap']);
    expect(reasons('000')).toEqual([['score-not-a-number', { score: '000' }]]);
    const wide = { cap: hundredths(9_999_999_999_900), step: hundredths(100) };
    expect(reasons('99999999999', wide)).toEqual([]);
    expect(reasons('100000000000', wide).map(([reason]) => reason)).toEqual(['score-over-cap']);
  });

  it('without decimals is whole points', () => {
    const read = (text: string) => parseScore(text, { cap: hundredths(1000), step: hundredths(1) });
    expect(read('8')).toEqual({ ok: true, hundredths: 800 });
    expect(read('8.5')).toEqual({ ok: true, hundredths: 850 });
    expect(read('8.05')).toEqual({ ok: true, hundredths: 805 });
    expect(parseDecimal('8')).toEqual(fraction(8n));
    expect(parseDecimal('0.05')).toEqual(fraction(1n, 20n));
  });

  it('a value that can’t be a score says which', () => {
    for (const value of [-1, 0.5, -0, Number.NaN, 2 ** 53]) {
      expect(() => hundredths(value)).toThrow(`not whole hundredths: ${value}`);
    }
  });
});

describe('fractions', () => {
  it('are reduced, with the sign above', () => {
    expect(fraction(6n, -4n)).toEqual({ numerator: -3n, denominator: 2n });
    expect(fraction(-6n, -4n)).toEqual({ numerator: 3n, denominator: 2n });
    expect(fraction(0n, -5n)).toEqual({ numerator: 0n, denominator: 1n });
    expect(() => fraction(1n, 0n)).toThrow('a fraction has no denominator 0');
    expect(() => divide(fraction(1n), fraction(0n))).toThrow(RangeError);
  });

  it('are reduced beyond machine integers too, on either side', () => {
    const large = 2n ** 53n;
    expect(fraction(3n * large, 2n * large)).toEqual({ numerator: 3n, denominator: 2n });
    expect(fraction(large * 7n, 14n)).toEqual({ numerator: large / 2n, denominator: 1n });
    expect(fraction(14n, large * 7n)).toEqual({ numerator: 1n, denominator: large / 2n });
    const odd = 2n ** 53n + 1n;
    expect(fraction(odd, 2n ** 53n)).toEqual({ numerator: odd, denominator: 2n ** 53n });
    expect(fraction(2n ** 53n, odd)).toEqual({ numerator: 2n ** 53n, denominator: odd });
    expect(fraction(odd, 3n)).toEqual({ numerator: odd / 3n, denominator: 1n });
    expect(fraction(3n, odd)).toEqual({ numerator: 1n, denominator: odd / 3n });
  });

  it('are reduced to coprime parts of the same value, whatever their size', () => {
    const sizes = fc.oneof(fc.bigInt(-(10n ** 6n), 10n ** 6n), fc.bigInt(-(10n ** 40n), 10n ** 40n));
    const divisorOf = (left: bigint, right: bigint): bigint =>
      right === 0n ? left : divisorOf(right, left % right);
    fc.assert(
      fc.property(sizes, sizes, (above, below) => {
        fc.pre(below !== 0n);
        const { numerator, denominator } = fraction(above, below);
        const size = numerator < 0n ? -numerator : numerator;
        expect([numerator * below, denominator > 0n, divisorOf(size, denominator)]).toEqual([
          above * denominator,
          true,
          1n,
        ]);
      }),
      { numRuns: 60 },
    );
  });

  it('with one denominator add above it', () => {
    expect(add(fraction(1n, 4n), fraction(1n, 4n))).toEqual(fraction(1n, 2n));
    expect(add(fraction(1n, 4n), fraction(1n, 3n))).toEqual(fraction(7n, 12n));
  });

  it('are equal in both parts only', () => {
    expect(equal(fraction(1n, 2n), fraction(2n, 4n))).toBe(true);
    expect(equal(fraction(1n, 2n), fraction(1n, 3n))).toBe(false);
    expect(equal(fraction(1n, 2n), fraction(3n, 2n))).toBe(false);
    expect([absolute(fraction(-1n, 2n)), absolute(fraction(0n))]).toEqual([fraction(1n, 2n), fraction(0n)]);
  });

  it('are read as they are written, and nothing else is', () => {
    expect([parseFraction('262/3'), parseFraction('-5')]).toEqual([fraction(262n, 3n), fraction(-5n)]);
    for (const text of ['', '1/', '/2', '1/-2', '1.5', '+1', ' 1', '1/2/3', 'x1', '1x']) {
      expect(() => parseFraction(text)).toThrow(`not a fraction: ${text}`);
    }
  });

  it('print as decimals where those end', () => {
    const texts = [
      [fraction(1n, 8n), '0.125'],
      [fraction(3n, 20n), '0.15'],
      [fraction(7n, 100n), '0.07'],
      [fraction(1n, 1000n), '0.001'],
      [fraction(21n, 10n), '2.1'],
      [fraction(100n), '100'],
      [fraction(-1n, 50n), '-0.02'],
      [fraction(1n, 625n), '0.0016'],
    ] as const;
    for (const [value, text] of texts) expect(exactDecimal(value)).toBe(text);
    expect([terminatingDecimal(fraction(1n, 3n)), exactDecimal(fraction(1n, 6n))]).toEqual([null, '1/6']);
  });
});

describe('rounding to tens and hundreds', () => {
  it('works beside decimals and whole numbers', () => {
    const value = fraction(123_456n, 100n);
    const rounded = [-2, -1, 0, 1].map((places) => roundFraction(value, places, 'half-up'));
    expect(rounded).toEqual([fraction(1200n), fraction(1230n), fraction(1235n), fraction(12_346n, 10n)]);
    expect(roundFraction(fraction(-150n), -2, 'half-even')).toEqual(fraction(-200n));
    expect(formatRounded(fraction(-1n, 1000n), 2, 'half-up')).toBe('0.00');
  });
});

describe('ids by their bytes', () => {
  it('a prefix stands first, and code points decide, not code units', () => {
    expect(Math.sign(compareIds('a', 'ab'))).toBe(-1);
    expect(Math.sign(compareIds('ab', 'a'))).toBe(1);
    expect(compareIds('ab', 'ab')).toBe(0);
    expect(compareIds('', '')).toBe(0);
    const ordered = ['\ud7ff', '\ue000', '\uffff', '\u{10000}', '\u{103ff}', '\u{10ffff}'];
    expect(ordered.toReversed().toSorted(compareIds)).toEqual(ordered);
    for (const [index, left] of ordered.entries()) {
      for (const [place, right] of ordered.entries()) {
        expect(Math.sign(compareIds(left, right))).toBe(Math.sign(index - place));
        expect(Math.sign(compareIds(`${left}x`, `${right}a`) || 1)).toBe(index < place ? -1 : 1);
      }
    }
  });
});
