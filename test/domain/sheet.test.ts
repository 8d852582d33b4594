import { expect, test } from 'vitest';
import { hundredths } from '../../shared/domain/decimal.ts';
import { exactDecimal } from '../../shared/domain/fraction.ts';
import { checkSheet, obeysItem, sheetOf, sheetState } from '../../shared/domain/sheet.ts';
import { cat, compiled } from '../support/review-builder.ts';

const scheme = compiled([cat('a', '15', '1', ['5', '10']), cat('b', '100', '0.85')]);

test('running totals are exact, weighted, and name blanks and zeros apart', () => {
  const { scores } = sheetOf(scheme, 'D', 'M', { 'a.1': hundredths(0), b: hundredths(7133) });
  const state = sheetState(scheme, scores);
  expect(state).toMatchObject({ complete: false, blanks: ['a.2'], zeros: ['a.1'] });
  expect(
    state.categories.map(({ id, filled, items, sum, weighted }) => [
      id,
      filled,
      items,
      exactDecimal(sum),
      exactDecimal(weighted),
    ]),
  ).toEqual([
    ['a', 1, 2, '0', '0'],
    ['b', 1, 1, '71.33', '60.6305'],
  ]);
  expect(exactDecimal(state.total)).toBe('60.6305');
});

test('a sheet of zeros is complete', () => {
  const state = sheetState(scheme, [hundredths(0), hundredths(0), hundredths(0)]);
  expect([state.complete, state.blanks, state.zeros]).toEqual([true, [], ['a.1', 'a.2', 'b']]);
});

test('a typed sheet names every wrong cell at once', () => {
  expect(checkSheet(scheme, { 'a.1': '5.01', 'a.2': '', x: '1' })).toEqual([
    { item: 'a.1', reason: 'score-over-cap', values: { score: '5.01', cap: '5' } },
    { item: 'a.2', reason: 'score-blank', values: {} },
    { item: 'b', reason: 'score-blank', values: {} },
    { item: 'x', reason: 'score-unknown-item', values: { item: 'x' } },
  ]);
  expect(checkSheet(scheme, { 'a.1': '５', 'a.2': '0', b: '100' })).toEqual([]);
});

test('an unknown item, or one named like a property of objects, is no item', () => {
  expect(() => sheetOf(scheme, 'D', 'M', { nothing: null })).toThrow(new RangeError('unknown item nothing'));
  expect(checkSheet(scheme, { toString: '1', 'a.1': '1', 'a.2': '1', b: '1' })).toHaveLength(1);
});

test('a stored score obeys its item: whole, inside, on the step', () => {
  const [item] = scheme.items;
  if (item === undefined) throw new Error('no item');
  const halves = { ...item, step: hundredths(50) };
  expect([0, 50, 500].map((score) => obeysItem(halves, score))).toEqual([true, true, true]);
  expect([-50, 25, 550, 0.5, Number.NaN].map((score) => obeysItem(halves, score))).toEqual([
    false,
    false,
    false,
    false,
    false,
  ]);
});
