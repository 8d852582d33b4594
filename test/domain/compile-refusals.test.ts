import { expect, test } from 'vitest';
import { compileScheme, requireScheme } from '../../shared/domain/compile-scheme.ts';
import { fraction } from '../../shared/domain/fraction.ts';
import type { Aggregate, Band, Scheme, SchemeItem, TallyRules } from '../../shared/domain/scheme.ts';
import { cat, schemeOf } from '../support/review-builder.ts';

const good = schemeOf([cat('a', '15', '1', ['5', '10']), cat('b', '85')]);

function problemsOf(part: Partial<Scheme>) {
  const outcome = compileScheme({ ...good, ...part });
  return outcome.ok ? [] : outcome.problems;
}

/** As a file may say it: the published schema refuses these, but the law doesn't rely on it. */
const rules = (part: Readonly<Record<string, unknown>>) =>
  problemsOf({ tally: { aggregate: 'mean', ...part } as unknown as TallyRules });
const trimmed = (part: Readonly<Record<string, unknown>>) =>
  rules({ aggregate: { trimmed: { high: 1, low: 1, scope: 'sheet', minimumMembers: 3, ...part } } });
const items = (...own: Partial<SchemeItem>[]) =>
  problemsOf({
    categories: [
      {
        ...cat('c', '100'),
        items: own.map((item, index) => ({ id: `i${index}`, name: '', cap: '100', ...item })),
      },
    ],
  });
const bands = (list: readonly Partial<Band>[], step = '1') =>
  items({ step, bands: list.map((band) => ({ name: '档', from: '0', to: '100', ...band })) });

test('the aggregate is one of three', () => {
  const wrong = [{ path: 'tally.aggregate', reason: 'scheme-aggregate' }];
  for (const aggregate of ['mode', null, 5, {}, { other: 1 }]) expect(rules({ aggregate })).toEqual(wrong);
});

test('a trim counts whole numbers, names its scope and leaves somebody', () => {
  const path = 'tally.aggregate.trimmed';
  expect(trimmed({})).toEqual([]);
  expect(trimmed({ high: 0, low: 0, minimumMembers: 1 })).toEqual([]);
  expect(trimmed({ high: 1.5 })).toEqual([{ path: `${path}.high`, reason: 'scheme-trim-count' }]);
  expect(trimmed({ low: -1 })).toEqual([{ path: `${path}.low`, reason: 'scheme-trim-count' }]);
  expect(trimmed({ scope: 'member' })).toEqual([{ path: `${path}.scope`, reason: 'scheme-trim-scope' }]);
  for (const scope of ['sheet', 'category', 'item']) expect(trimmed({ scope })).toEqual([]);
  expect(trimmed({ minimumMembers: 2 })).toEqual([
    {
      path: `${path}.minimumMembers`,
      reason: 'scheme-trim-minimum',
      values: { minimumMembers: 2, high: 1, low: 1 },
    },
  ]);
  expect(trimmed({ minimumMembers: 3.5 }).map(({ reason }) => reason)).toEqual(['scheme-trim-minimum']);
  expect(trimmed({ high: 0, low: 0, minimumMembers: 0 }).map(({ reason }) => reason)).toEqual([
    'scheme-trim-minimum',
  ]);
});

test('rounding, rank and quorum are known settings', () => {
  expect(rules({ rounding: { mode: 'up' } })).toEqual([
    { path: 'tally.rounding.mode', reason: 'scheme-rounding-mode' },
  ]);
  expect(rules({ rounding: { point: 'item' } })).toEqual([
    { path: 'tally.rounding.point', reason: 'scheme-rounding-point' },
  ]);
  for (const places of [-1, 5, 1.5]) {
    expect(rules({ rounding: { places } })).toEqual([
      { path: 'tally.rounding.places', reason: 'scheme-places' },
    ]);
  }
  for (const places of [0, 4]) expect(rules({ rounding: { places } })).toEqual([]);
  for (const mode of ['half-up', 'half-even']) expect(rules({ rounding: { mode } })).toEqual([]);
  expect(rules({ rankOn: 'sum' })).toEqual([{ path: 'tally.rankOn', reason: 'scheme-rank-on' }]);
  for (const rankOn of ['exact', 'published']) expect(rules({ rankOn })).toEqual([]);
  expect(rules({ quorum: 0 })).toEqual([{ path: 'tally.quorum', reason: 'scheme-quorum' }]);
  expect(rules({ quorum: 1 })).toEqual([]);
});

test('a tie step is known and names a category', () => {
  expect(rules({ ties: ['category:z'] })).toEqual([
    { path: 'tally.ties.0', reason: 'scheme-tie-category', values: { id: 'z' } },
  ]);
  expect(rules({ ties: ['luck'] })).toEqual([
    { path: 'tally.ties.0', reason: 'scheme-tie-unknown', values: { text: 'luck' } },
  ]);
  const { ties } = requireScheme({
    ...good,
    tally: { aggregate: 'mean', ties: ['preference', 'category:b', 'vote', 'shared'] },
  }).rules;
  expect(ties).toEqual([
    { kind: 'preference' },
    { kind: 'category', category: 1 },
    { kind: 'vote' },
    { kind: 'shared' },
  ]);
});

test('the deviation is a percentage, off, or 20', () => {
  const deviationOf = (deviation?: string) => requireScheme({ ...good, deviation }).deviation;
  expect([deviationOf(), deviationOf('off'), deviationOf('12.5')]).toEqual([
    fraction(20n),
    null,
    fraction(25n, 2n),
  ]);
  expect(problemsOf({ deviation: 'Off' })).toEqual([
    { path: 'deviation', reason: 'scheme-deviation', values: { text: 'Off' } },
  ]);
});

test('pass mark and quota', () => {
  const selection = (part: Scheme['selection']) => problemsOf({ selection: part });
  for (const quota of [0, -1, 1.5]) {
    expect(selection({ quota })).toEqual([{ path: 'selection.quota', reason: 'scheme-quota' }]);
  }
  expect(selection({ passMark: '100.01' })).toEqual([
    {
      path: 'selection.passMark',
      reason: 'scheme-pass-mark-over-total',
      values: { passMark: '100.01', total: '100' },
    },
  ]);
  expect([selection({ passMark: '100' }), selection({ passMark: '0' }), selection({})]).toEqual([[], [], []]);
  expect(selection({ passMark: '-1' })).toEqual([
    { path: 'selection.passMark', reason: 'scheme-decimal', values: { text: '-1' } },
  ]);
  // An unreadable total is named once and not as a pass mark too high.
  expect(problemsOf({ total: 'x', selection: { passMark: '60' } }).map(({ path }) => path)).toEqual([
    'total',
  ]);
});

test('items: caps, steps and ids', () => {
  expect(items({ step: '0.001' })).toEqual([
    { path: 'categories.0.items.0.step', reason: 'scheme-step', values: { text: '0.001' } },
  ]);
  for (const step of ['0', 'x', '-1', '0.005']) {
    expect(items({ step }).map(({ reason }) => reason)).toEqual(['scheme-step']);
  }
  expect(items({ step: '100.01' })).toEqual([
    {
      path: 'categories.0.items.0.step',
      reason: 'scheme-step-over-cap',
      values: { step: '100.01', cap: '100' },
    },
  ]);
  expect(items({ step: '100' })).toEqual([]);
  expect(items({ cap: '0.001' }, { cap: '99.999' })).toContainEqual({
    path: 'categories.0.items.0.step',
    reason: 'scheme-step-over-cap',
    values: { step: '0.01', cap: '0.001' },
  });
  expect(items({ cap: '50', id: 'c' }, { cap: '50' })).toEqual([
    { path: 'categories.0.items.0.id', reason: 'scheme-id-repeated', values: { id: 'c' } },
  ]);
  expect(items({ cap: 'x' }, { cap: '50' })).toEqual([
    { path: 'categories.0.items.0.cap', reason: 'scheme-decimal', values: { text: 'x' } },
  ]);
  expect(items({ cap: '0' }, { cap: '100' })).toEqual([
    { path: 'categories.0.items.0.cap', reason: 'scheme-not-positive', values: { text: '0' } },
  ]);
});

test('a category without items is one item, and its cap is named once', () => {
  expect(problemsOf({ categories: [cat('a', 'x')] })).toEqual([
    { path: 'categories.0.cap', reason: 'scheme-decimal', values: { text: 'x' } },
  ]);
  expect(problemsOf({ categories: [cat('a', '0')] })).toEqual([
    { path: 'categories.0.cap', reason: 'scheme-not-positive', values: { text: '0' } },
  ]);
  expect(problemsOf({ categories: [{ ...cat('a', '100'), items: [] }] })).toEqual([
    { path: 'categories.0.items', reason: 'scheme-no-items' },
  ]);
  const [item] = requireScheme(schemeOf([cat('a', '100')])).items;
  expect(item).toMatchObject({ id: 'a', category: 0, capText: '100', cap: 10_000, step: 1, bands: [] });
});

test('an item with bands keeps them', () => {
  const list = [{ name: '优', from: '0', to: '100' }];
  const scheme = requireScheme({
    ...good,
    categories: [{ ...cat('c', '100'), items: [{ id: 'i', name: '', cap: '100', bands: list }] }],
  });
  expect(scheme.items[0]?.bands).toEqual(list);
});

test('a sum is judged once every number in it can be read', () => {
  expect(problemsOf({ total: '99' }).map(({ reason }) => reason)).toEqual(['scheme-total-sum']);
  expect(problemsOf({ total: 'x' })).toEqual([
    { path: 'total', reason: 'scheme-decimal', values: { text: 'x' } },
  ]);
  expect(problemsOf({ total: '0' })).toEqual([
    { path: 'total', reason: 'scheme-not-positive', values: { text: '0' } },
  ]);
  expect(problemsOf({ categories: [cat('b', '100', '0')] }).map(({ reason }) => reason)).toEqual([
    'scheme-not-positive',
  ]);
  expect(
    problemsOf({ categories: [{ ...cat('c', '0'), items: [{ id: 'i', name: '', cap: '5' }] }] }),
  ).toEqual([{ path: 'categories.0.cap', reason: 'scheme-not-positive', values: { text: '0' } }]);
});

test('a hole, an overlap or an end at the wrong place names the band', () => {
  const at = (place: number, reason: string) => ({
    path: `categories.0.items.0.bands.${place}`,
    reason,
    values: { name: '档' },
  });
  expect(bands([{ to: '49' }, { from: '50' }])).toEqual([]);
  expect(bands([{ to: '48' }, { from: '50' }])).toEqual([at(1, 'scheme-band-hole')]);
  expect(bands([{ to: '50' }, { from: '50' }])).toEqual([at(1, 'scheme-band-overlap')]);
  expect(bands([{ to: '99' }])).toEqual([at(0, 'scheme-band-hole')]);
  expect(bands([{ to: '101' }])).toEqual([at(0, 'scheme-band-range')]);
  expect(bands([{ from: '60', to: '40' }])).toEqual([at(0, 'scheme-band-range')]);
  expect(bands([{ to: '0' }, { from: '1' }])).toEqual([]);
  expect(bands([])).toEqual([]);
});

test('a band that can’t be read is named, and the holes beside it aren’t', () => {
  const path = 'categories.0.items.0.bands.0';
  expect(bands([{ from: 'x' }])).toEqual([
    { path: `${path}.from`, reason: 'scheme-decimal', values: { text: 'x' } },
  ]);
  expect(bands([{ to: '' }])).toEqual([
    { path: `${path}.to`, reason: 'scheme-decimal', values: { text: '' } },
  ]);
  expect(bands([{ from: 'x', to: 'y' }]).map((problem) => problem.path)).toEqual([
    `${path}.from`,
    `${path}.to`,
  ]);
  expect(bands([{ from: 'x', to: '10' }, { from: '50' }]).map((problem) => problem.path)).toEqual([
    `${path}.from`,
  ]);
});

test('what must compile and doesn’t says why', () => {
  const wrong = { ...good, total: 'x', tally: { aggregate: 'mode' as Aggregate } };
  expect(() => requireScheme(wrong)).toThrow(
    'scheme refused: total scheme-decimal; tally.aggregate scheme-aggregate',
  );
  expect(requireScheme(good).source).toEqual(good);
});
