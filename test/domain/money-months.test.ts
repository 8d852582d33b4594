import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareCapital, parseCapital } from '../../shared/domain/money.ts';
import {
  addDays,
  addMonths,
  addYears,
  daysBetween,
  isBefore,
  isPlainDate,
} from '../../shared/domain/months.ts';

test.each([
  ['3000', '3000', false],
  ['3000.5', '3000.5', false],
  ['0', '0', false],
  ['3000万元', '3000', true],
  ['3000万', '3000', true],
  ['3,000', '3000', true],
  ['３，０００ 万元', '3000', true],
  ['1.2亿', '12000', true],
  ['1亿元', '10000', true],
  ['30,000,000元', '3000', true],
  ['5001元', '0.5001', true],
  ['人民币3000万元整', '3000', true],
  ['¥3000万', '3000', true],
  ['3000.50', '3000.5', true],
  [' 3000', '3000', true],
])('%s is %s 万元 (to be confirmed: %s)', (text, value, interpreted) => {
  expect(parseCapital(text)).toEqual({ ok: true, value, interpreted });
});

test.each([
  ['', 'money-blank'],
  ['  ', 'money-blank'],
  ['-3000', 'money-negative'],
  ['－3000万', 'money-negative'],
  ['(3000)', 'money-negative'],
  ['叁仟万', 'money-chinese-numerals'],
  ['三千万元', 'money-chinese-numerals'],
  ['3千万', 'money-chinese-numerals'],
  ['100万美元', 'money-currency'],
  ['USD 100', 'money-currency'],
  ['约3000', 'money-not-understood'],
  ['3,00', 'money-not-understood'],
  ['30,0000', 'money-not-understood'],
  ['1e3', 'money-not-understood'],
  ['3000-5000', 'money-not-understood'],
  ['万元', 'money-not-understood'],
  ['3000万亿', 'money-not-understood'],
  ['1.2.3', 'money-not-understood'],
  ['.5', 'money-not-understood'],
])('"%s" is refused: %s', (text, reason) => {
  expect(parseCapital(text)).toMatchObject({ ok: false, reason });
});

test('amounts compare exactly', () => {
  const signs = [
    ['3000', '3000.0'],
    ['2999.9999', '3000'],
    ['3000.0001', '3000'],
    ['1', '0'],
    ['0', '0'],
    ['0', '1'],
  ].map(([left = '', right = '']) => compareCapital(left, right));
  expect(signs).toEqual([0, -1, 1, 1, 0, -1]);
  expect(() => compareCapital('x', '1')).toThrow(RangeError);
});

test.each([
  ['2025-08-31', 6, '2026-02-28'],
  ['2027-08-31', 6, '2028-02-29'],
  ['2026-01-31', 1, '2026-02-28'],
  ['2026-11-21', 2, '2027-01-21'],
  ['2026-12-31', -1, '2026-11-30'],
  ['2026-01-15', -1, '2025-12-15'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2026-05-31', 0, '2026-05-31'],
])('%s and %i months is %s', (date, months, expected) => expect(addMonths(date, months)).toBe(expected));

test('years, days and order', () => {
  expect(addYears('2024-02-29', 3)).toBe('2027-02-28');
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
  expect(daysBetween('2026-03-01', '2025-03-01')).toBe(-365);
  expect([isBefore('2026-01-01', '2026-01-02'), isBefore('2026-01-01', '2026-01-01')]).toEqual([true, false]);
});

test('days agree with the calendar of the platform for four hundred years', () => {
  const days = fc.integer({ min: -80_000, max: 80_000 });
  const iso = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
  fc.assert(
    fc.property(days, days, (from, length) => {
      expect(addDays(iso(from), length)).toBe(iso(from + length));
      expect(daysBetween(iso(from), iso(from + length))).toBe(length);
    }),
  );
});

test.each([
  '2026-02-29',
  '2026-13-01',
  '2026-00-10',
  '2026-1-1',
  '26-01-01',
  '2026-04-31',
  '',
  '0000-01-01',
  '2026-01-01T00:00',
])('"%s" is no date', (text) => {
  expect(isPlainDate(text)).toBe(false);
  expect(() => addMonths(text, 1)).toThrow(RangeError);
});
