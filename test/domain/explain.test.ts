import { expect, test } from 'vitest';
import { deviations } from '../../shared/domain/deviation.ts';
import { distinctTexts } from '../../shared/domain/distinct-text.ts';
import { explain } from '../../shared/domain/explain.ts';
import { explainRules } from '../../shared/domain/explain-rules.ts';
import { fraction } from '../../shared/domain/fraction.ts';
import type { Aggregate, TallyRules } from '../../shared/domain/scheme.ts';
import { tally } from '../../shared/domain/tally.ts';
import { createText, sentences } from '../../shared/text/index.ts';
import { cat, compiled, sheetsOf, type Marks } from '../support/review-builder.ts';

const marks: Marks = {
  A: { M1: [10, 40], M2: [10, 60], M3: [10, 80], M4: [null, 1] },
  B: { M1: [10, 60], M2: [10, 60], M3: [10, 60] },
  C: {},
};

function explained(rules: Partial<TallyRules>, own: Marks = marks) {
  const scheme = compiled([cat('a', '10'), cat('b', '100', '0.9')], rules);
  const members = ['M1', 'M2', 'M3', 'M4', 'M5'];
  const review = {
    recused: [['M5', 'A']] as const,
    absent: [['M4', 'B']] as const,
    preferred: ['B'],
    ineligible: [],
  };
  const input = { scheme, dossiers: Object.keys(own), members, sheets: sheetsOf(scheme, own), review };
  return explain(input, tally(input));
}

const trimmed = (scope: 'sheet' | 'category' | 'item'): Aggregate => ({
  trimmed: { high: 1, low: 1, scope, minimumMembers: 3 },
});

test('every seated member has a line that says whether and why the sheet counts', () => {
  const [, a] = explained({ ties: ['preference'], aggregate: trimmed('sheet') });
  expect(a?.id).toBe('A');
  expect(a?.members.map(({ member, mark, total }) => [member, mark, total])).toEqual([
    ['M1', 'dropped', '46'],
    ['M2', 'counted', '64'],
    ['M3', 'dropped', '82'],
    ['M4', 'incomplete', null],
    ['M5', 'recused', null],
  ]);
  expect(a?.members.map(({ deviation }) => deviation)).toEqual([
    { percent: '-28.1', warned: true },
    { percent: '0.0', warned: false },
    { percent: '28.1', warned: true },
    null,
    null,
  ]);
});

test('the steps tell the whole way from sheets to rank', () => {
  const english = createText('en');
  const [b] = explained({ ties: ['preference', 'category:b'] });
  expect(b?.steps.map(({ key, values }) => english.of(key, values))).toEqual([
    'Absent and not counted: M4',
    'No sheet from: M5',
    '3 sheets are counted.',
    'a: exactly 10, shown as 10.00',
    'b: exactly 54, shown as 54.00',
    'Categories added: exactly 64',
    'Rounded half up to 2 places: 64.00',
    'Provisional: 3 counted, quorum 3, or a sheet is missing.',
    'Same value: A, B',
    'Told apart by the preference at equal conditions.',
  ]);
});

test('values dropped by category or item are named with their place', () => {
  for (const [scope, places] of [
    ['category', ['a', 'b']],
    ['item', ['a', 'b']],
  ] as const) {
    const line = explained({ aggregate: trimmed(scope) })[0]?.members.find(({ member }) => member === 'M1');
    expect([line?.mark, line?.dropped.map(({ place }) => place)]).toEqual([
      'counted',
      places.slice(0, line?.dropped.length),
    ]);
  }
});

test('a dossier without a sheet is explained too', () => {
  const last = explained({}).at(-1);
  expect([last?.id, last?.steps.at(-1)?.key, last?.members.every(({ mark }) => mark === 'missing')]).toEqual([
    'C',
    'explain-no-sheet',
    true,
  ]);
});

test('every sentence an explanation can use exists in both languages', () => {
  const settings: Partial<TallyRules>[] = [
    ...(['mean', trimmed('sheet'), trimmed('category'), trimmed('item')] as const).flatMap((aggregate) =>
      (['half-up', 'half-even'] as const).flatMap((mode) =>
        (['end', 'category'] as const).map((point) => ({
          aggregate,
          rounding: { mode, point },
          ties: ['vote', 'category:a', 'preference'],
        })),
      ),
    ),
    { aggregate: 'median', rankOn: 'published' },
  ];
  const ties: Marks = {
    ...marks,
    D: { M1: [10, 60], M2: [10, 60], M3: [10, 60] },
    E: { M1: [1, 70], M2: [1, 70], M3: [1, 70] },
  };
  const keys = new Set<string>();
  for (const rules of settings) {
    for (const { steps } of explained(rules, ties)) for (const { key } of steps) keys.add(key);
    for (const { key } of explainRules(compiled([cat('a', '10'), cat('b', '100', '0.9')], rules)))
      keys.add(key);
  }
  const missing = [...keys].filter(
    (key) => !Object.hasOwn(sentences['zh-CN'], key) || !Object.hasOwn(sentences.en, key),
  );
  expect([missing, keys.size > 30]).toEqual([[], true]);
});

test('deviations are exact: on the threshold no warning, beyond it one, and none when off', () => {
  const totals = [fraction(80n), fraction(120n), fraction(100n)];
  expect(deviations(totals, fraction(20n)).map(({ warned }) => warned)).toEqual([false, false, false]);
  expect(deviations(totals, fraction(1999n, 100n)).map(({ warned }) => warned)).toEqual([true, true, false]);
  expect(deviations(totals, null).map(({ warned }) => warned)).toEqual([false, false, false]);
  expect(deviations([], null)).toEqual([]);
});

test('only values that would print alike get more decimals, and equal ones stay equal', () => {
  const values = [fraction(1n, 3n), fraction(3333n, 10_000n), fraction(1n, 3n), fraction(1n, 2n)];
  expect(distinctTexts(values, 2, 'half-up')).toEqual(['0.33333', '0.33330', '0.33333', '0.50']);
  const near = [fraction(1n), fraction(10n ** 20n + 1n, 10n ** 20n)];
  expect(distinctTexts(near, 2, 'half-up')).toEqual(['1', '100000000000000000001/100000000000000000000']);
});
