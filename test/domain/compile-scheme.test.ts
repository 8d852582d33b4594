import { expect, test } from 'vitest';
import { compileScheme } from '../../shared/domain/compile-scheme.ts';
import type { Scheme } from '../../shared/domain/scheme.ts';
import { readCases } from '../support/cases.ts';
import { cat, schemeOf } from '../support/review-builder.ts';

function refused(scheme: Scheme): readonly string[] {
  const outcome = compileScheme(scheme);
  return outcome.ok ? [] : outcome.problems.map(({ path, reason }) => `${path} ${reason}`);
}

const good = schemeOf([cat('a', '15', '1', ['5', '10']), cat('b', '85')]);

test('a good scheme compiles with the defaults filled in', () => {
  const outcome = compileScheme(good);
  if (!outcome.ok) throw new Error('refused');
  expect(outcome.scheme.items.map(({ id, cap, step }) => [id, cap, step])).toEqual([
    ['a.1', 500, 1],
    ['a.2', 1000, 1],
    ['b', 8500, 1],
  ]);
  expect(outcome.scheme.rules).toMatchObject({
    rounding: { places: 2, mode: 'half-up', point: 'end' },
    rankOn: 'exact',
    ties: [{ kind: 'shared' }],
    quorum: 3,
  });
});

test('sums that miss say by how much', () => {
  const outcome = compileScheme({
    ...good,
    total: '99.5',
    categories: [cat('a', '16', '1', ['5', '10']), cat('b', '85')],
  });
  expect(outcome).toEqual({
    ok: false,
    problems: [
      {
        path: 'categories.0.items',
        reason: 'scheme-category-sum',
        values: { id: 'a', reached: '15', expected: '16', difference: '-1' },
      },
      {
        path: 'total',
        reason: 'scheme-total-sum',
        values: { reached: '101', expected: '99.5', difference: '1.5' },
      },
    ],
  });
});

test('weights that only miss in floats are accepted', () => {
  const groups = readCases<{ weights?: readonly string[] }>('float_traps_derived').filter(
    ({ weights }) => weights !== undefined,
  );
  for (const { weights = [] } of groups) {
    const categories = weights.map((weight, index) => ({
      ...cat(`c${index}`, '100'),
      weight: (weight.length === 4 ? '0.' : '0.0') + weight.replace('.', ''),
    }));
    expect(refused({ ...good, total: '100', categories })).toEqual([]);
    expect(
      refused({ ...good, total: '100', categories: weights.map((cap, index) => cat(`c${index}`, cap)) }),
    ).toEqual([]);
  }
});

test('all problems are reported at once, each with its path', () => {
  const broken: Scheme = {
    ...good,
    total: '100x',
    deviation: 'much',
    categories: [
      { id: 'a', name: '', cap: '-1', weight: '0' },
      { id: 'a', name: '', cap: '10', items: [] },
      {
        id: '',
        name: '',
        cap: '10',
        items: [
          { id: 'x', name: '', cap: '10', step: '0.001' },
          { id: 'x', name: '', cap: '0' },
        ],
      },
    ],
    tally: {
      aggregate: { trimmed: { high: 1, low: 1, scope: 'sheet', minimumMembers: 2 } },
      rounding: { places: 5 },
      quorum: 0,
      ties: ['shared', 'luck', 'category:zz', 'preference'],
    },
  };
  expect(refused(broken)).toEqual([
    'categories.0.cap scheme-decimal',
    'categories.0.weight scheme-not-positive',
    'categories.1.id scheme-id-repeated',
    'categories.1.items scheme-no-items',
    'categories.2.id scheme-id-empty',
    'categories.2.items.0.step scheme-step',
    'categories.2.items.1.id scheme-id-repeated',
    'categories.2.items.1.cap scheme-not-positive',
    'total scheme-decimal',
    'tally.rounding.places scheme-places',
    'tally.aggregate.trimmed.minimumMembers scheme-trim-minimum',
    'tally.quorum scheme-quorum',
    'tally.ties.0 scheme-tie-shared-last',
    'tally.ties.1 scheme-tie-unknown',
    'tally.ties.2 scheme-tie-category',
    'deviation scheme-deviation',
  ]);
});

test.each<[string, Partial<Scheme>, string]>([
  [
    'an item with the id of a category',
    { categories: [cat('a', '15', '1', ['15']), cat('a.1', '85')] },
    'categories.1.id scheme-id-repeated',
  ],
  ['no categories', { categories: [] }, 'categories scheme-no-categories'],
  [
    'a step above the cap',
    { categories: [{ ...cat('b', '100'), items: [{ id: 'x', name: '', cap: '100', step: '101' }] }] },
    'categories.0.items.0.step scheme-step-over-cap',
  ],
  [
    'the median with rounding by category',
    { tally: { aggregate: 'median', rounding: { point: 'category' } } },
    'tally.rounding.point scheme-median-point',
  ],
  [
    'a quorum that is no whole number',
    { tally: { aggregate: 'mean', quorum: 2.5 } },
    'tally.quorum scheme-quorum',
  ],
  [
    'negative places',
    { tally: { aggregate: 'mean', rounding: { places: -1 } } },
    'tally.rounding.places scheme-places',
  ],
  [
    'a negative number to drop',
    { tally: { aggregate: { trimmed: { high: -1, low: 0, scope: 'item', minimumMembers: 3 } } } },
    'tally.aggregate.trimmed.high scheme-trim-count',
  ],
  [
    'a tie step that names an item',
    { tally: { aggregate: 'mean', ties: ['category:a.1'] } },
    'tally.ties.0 scheme-tie-category',
  ],
])('%s is refused', (_name, part, problem) => {
  expect(refused({ ...good, ...part })).toContain(problem);
});

const banded = (bands: readonly (readonly [string, string])[], step?: string): Scheme => ({
  ...schemeOf([cat('a', '15')]),
  categories: [
    {
      id: 'a',
      name: '',
      cap: '15',
      items: [
        {
          id: 'x',
          name: '',
          cap: '15',
          step,
          bands: bands.map(([from, to]) => ({ name: `${from}–${to}`, from, to })),
        },
      ],
    },
  ],
});

test.each<[string, Scheme, readonly string[]]>([
  [
    'cover 0 to the cap on the step',
    banded(
      [
        ['12', '15'],
        ['0', '8'],
        ['9', '11'],
      ],
      '1',
    ),
    [],
  ],
  [
    'cover 0 to the cap in hundredths',
    banded([
      ['12', '15'],
      ['9', '11.99'],
      ['0', '8.99'],
    ]),
    [],
  ],
  [
    'leave a hole',
    banded(
      [
        ['12', '15'],
        ['0', '10'],
      ],
      '1',
    ),
    ['categories.0.items.0.bands.0 scheme-band-hole'],
  ],
  [
    'overlap at one point',
    banded([
      ['12', '15'],
      ['0', '12'],
    ]),
    ['categories.0.items.0.bands.0 scheme-band-overlap'],
  ],
  ['begin above 0', banded([['1', '15']]), ['categories.0.items.0.bands.0 scheme-band-hole']],
  ['end below the cap', banded([['0', '14']]), ['categories.0.items.0.bands.0 scheme-band-hole']],
  ['pass the cap', banded([['0', '16']]), ['categories.0.items.0.bands.0 scheme-band-range']],
  ['stand upside down', banded([['15', '0']]), ['categories.0.items.0.bands.0 scheme-band-range']],
])('bands that %s', (_name, scheme, problems) => {
  expect(refused(scheme)).toEqual(problems);
});
