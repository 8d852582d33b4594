import fc from 'fast-check';
import { expect, test } from 'vitest';
import { explain } from '../../shared/domain/explain.ts';
import { tally } from '../../shared/domain/tally.ts';
import { trim } from '../../shared/domain/trim.ts';
import { cat, compiled, sheetsOf } from '../support/review-builder.ts';

test.each([
  [[5, 9, 9, 1, 1, 4], 1, 1, { high: [1], low: [3], kept: [0, 2, 4, 5] }],
  [[7, 7, 7, 7], 1, 1, { high: [0], low: [1], kept: [2, 3] }],
  [[7, 7, 7], 2, 0, { high: [0, 1], low: [], kept: [2] }],
  [[1, 2, 3], 0, 2, { high: [], low: [0, 1], kept: [2] }],
  [[3, 1, 1, 3], 2, 1, { high: [0, 3], low: [1], kept: [2] }],
  [[4, 2], 0, 0, { high: [], low: [], kept: [0, 1] }],
])('of %j the %i highest and %i lowest go, the first among equals', (values, high, low, expected) => {
  expect(trim(values, high, low)).toEqual(expected);
});

test('nothing is lost or counted twice, and what is kept lies between what went', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(5), { minLength: 5, maxLength: 9 }),
      fc.nat(2),
      fc.nat(2),
      (values, high, low) => {
        const found = trim(values, high, low);
        const at = (positions: readonly number[]) => positions.map((position) => values[position] ?? -1);
        expect([...found.high, ...found.low, ...found.kept].toSorted((a, b) => a - b)).toEqual([
          ...values.keys(),
        ]);
        expect(Math.max(...at(found.kept))).toBeLessThanOrEqual(Math.min(99, ...at(found.high)));
        expect(Math.min(...at(found.kept))).toBeGreaterThanOrEqual(Math.max(-1, ...at(found.low)));
      },
    ),
  );
});

test('among sheets with equal totals the member with the smaller id is set aside, by bytes', () => {
  const scheme = compiled([cat('a', '10'), cat('b', '10')], {
    aggregate: { trimmed: { high: 1, low: 1, scope: 'sheet', minimumMembers: 3 } },
  });
  const marks = { D: { m: [1, 9], M9: [2, 8], M10: [3, 7], Z: [4, 6] } };
  const input = { scheme, dossiers: ['D'], sheets: sheetsOf(scheme, marks) };
  const result = tally(input);
  const dropped = explain(input, result)[0]?.members.flatMap((line) =>
    line.dropped.map(({ member, side }) => `${side} ${member}`),
  );
  expect(dropped).toEqual(['high M10', 'low M9']);
  expect(result.dossiers[0]?.categories.map(({ exact }) => exact)).toEqual(['5/2', '15/2']);
});
