import { expect, test } from 'vitest';
import {
  formatHundredths,
  hundredths,
  parseDecimal,
  parseScore,
  scoreDefects,
} from '../../shared/domain/decimal.ts';

const limits = { cap: hundredths(1500), step: hundredths(1) };

test.each([
  ['0', 0],
  ['0.5', 50],
  ['8', 800],
  ['8.5', 850],
  ['8.05', 805],
  ['15', 1500],
  ['15.00', 1500],
  ['0.00', 0],
  ['８．５', 850],
  ['１5', 1500],
  ['14.99', 1499],
])('the score %s is %i hundredths', (text, expected) => {
  expect(parseScore(text, limits)).toEqual({ ok: true, hundredths: expected });
});

test.each([
  ['', 'score-blank'],
  ['8.001', 'score-decimals'],
  ['8.000', 'score-decimals'],
  ['101', 'score-over-cap'],
  ['15.01', 'score-over-cap'],
  ['99999999999999999999', 'score-over-cap'],
  ...[
    '-1',
    '-0',
    '1e1',
    '08',
    '8.',
    '.5',
    '+8',
    ' 8',
    '8 ',
    '0x8',
    'NaN',
    'Infinity',
    '八',
    '8,5',
    '8。5',
    '８．',
    '00',
    '1_0',
    '²',
    '٣',
  ].map((text) => [text, 'score-not-a-number']),
])('the score text "%s" is refused: %s', (text, reason) => {
  expect(parseScore(text, limits)).toMatchObject({ ok: false, reason });
});

test('a score off the step of its item is refused, and one on it is not', () => {
  const halves = { cap: hundredths(500), step: hundredths(50) };
  expect(parseScore('4.5', halves).ok).toBe(true);
  expect(parseScore('4.25', halves)).toEqual({
    ok: false,
    reason: 'score-off-step',
    values: { score: '4.25', step: '0.5' },
  });
});

test('all defects of one text are named together', () => {
  const reasons = scoreDefects('101.001', limits).map(({ reason }) => reason);
  expect(reasons).toEqual(['score-decimals', 'score-over-cap']);
  expect(scoreDefects('15.001', limits).map(({ reason }) => reason)).toEqual([
    'score-decimals',
    'score-over-cap',
  ]);
});

test('formatting and parsing are each other’s inverse for every score of an item', () => {
  for (let value = 0; value <= 1500; value += 1) {
    expect(parseScore(formatHundredths(value), limits)).toEqual({ ok: true, hundredths: value });
  }
});

test('hundredths refuses what is no score', () => {
  for (const value of [-1, -0, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 60]) {
    expect(() => hundredths(value)).toThrow(RangeError);
  }
});

test.each([
  '',
  '-1',
  '1e2',
  '01',
  '1.',
  '.1',
  ' 1',
  'NaN',
  'Infinity',
  '１',
  '1234567890',
  '0.1234567890123',
])('the decimal string "%s" of a scheme is refused', (text) => expect(parseDecimal(text)).toBeNull());

test('a decimal string is an exact reduced fraction', () => {
  expect(parseDecimal('0.15')).toEqual({ numerator: 3n, denominator: 20n });
  expect(parseDecimal('100.00')).toEqual({ numerator: 100n, denominator: 1n });
});
