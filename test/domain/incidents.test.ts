import { expect, test } from 'vitest';
import { compileScheme } from '../../shared/domain/compile-scheme.ts';
import { deviations } from '../../shared/domain/deviation.ts';
import { distinctTexts } from '../../shared/domain/distinct-text.ts';
import { divide, fraction, multiply, parseFraction, sum } from '../../shared/domain/fraction.ts';
import { formatRounded } from '../../shared/domain/rounding.ts';
import { decimal, readCases } from '../support/cases.ts';
import { cat, compiled, schemeOf, standings, tallyOf, type Marks } from '../support/review-builder.ts';

/** Observed failures of scoring products (test/cases/incidents.json); the ids are those of the fixture. */
interface Incident {
  readonly id: string;
  readonly given: Readonly<Record<string, never>>;
  readonly must: Readonly<Record<string, never>>;
}
const incidents = new Map(readCases<Incident>('incidents').map((incident) => [incident.id, incident]));

function given<Value>(id: string, key: string): Value {
  const value: unknown = incidents.get(id)?.given[key];
  if (value === undefined) throw new Error(`no ${key} in ${id}`);
  return value as Value;
}

const oneItem = compiled([cat('a', '100')], { quorum: 1 });

function panelOf(marks: readonly (number | null)[]): Marks {
  return { D: Object.fromEntries(marks.map((mark, index) => [`M${index}`, [mark]])) };
}

test.each(['missing-mark-as-zero', 'judge-with-no-marks-dilutes', 'zero-total-category-vanishes'])(
  '%s',
  (id) => {
    const key = id.startsWith('zero') ? 'marks_for_one_category' : 'marks';
    const mean: unknown = incidents.get(id)?.must['mean'];
    const [dossier] = tallyOf(oneItem, panelOf(given<(number | null)[]>(id, key))).dossiers;
    expect(dossier?.score).toBe(formatRounded(decimal(String(mean)), 2, 'half-up'));
  },
);

test.each(['median-truncated', 'average-median-swap-on-sqlite'])('%s', (id) => {
  const median: unknown = incidents.get(id)?.must['median'];
  const scheme = compiled([cat('a', '100')], { aggregate: 'median' });
  expect(tallyOf(scheme, panelOf(given<number[]>(id, 'marks'))).dossiers[0]?.score).toBe(
    formatRounded(decimal(String(median)), 2, 'half-up'),
  );
});

test('per-category-median-nobody-gave: the median is of totals, and the categories show their own', () => {
  const sheets = given<number[][]>('per-category-median-nobody-gave', 'sheets');
  const scheme = compiled(
    ['a', 'b', 'c'].map((id) => cat(id, '5')),
    { aggregate: 'median' },
  );
  const [dossier] = tallyOf(scheme, {
    D: Object.fromEntries(sheets.map((own, index) => [`M${index}`, own])),
  }).dossiers;
  expect([dossier?.score, dossier?.categories.map(({ mean }) => mean)]).toEqual([
    '11.00',
    ['5.00', '5.00', '5.00'],
  ]);
});

test('valid-zero-last-round: a real zero counts with its weight', () => {
  const scheme = compiled([cat('new', '10', '0.75'), cat('last', '10', '0.25')], { quorum: 1 });
  expect(tallyOf(scheme, { D: { M: [8, 0] } }).dossiers[0]?.score).toBe('6.00');
});

test('double-rounding-course: the percentage is rounded once, from the exact value', () => {
  const parts = given<string[]>('double-rounding-course', 'parts').map(parseFraction);
  const weight = decimal(given<string>('double-rounding-course', 'weight'));
  const percent = multiply(
    divide(sum(parts), fraction(BigInt(parts.length))),
    multiply(weight, fraction(100n)),
  );
  expect(formatRounded(percent, 0, 'half-up')).toBe(
    String(incidents.get('double-rounding-course')?.must['percent']),
  );
});

test('display-hides-fail: the decimals that decide are shown', () => {
  expect(distinctTexts([decimal('89.66'), decimal('90')], 0, 'half-up')).toEqual(['89.7', '90.0']);
});

test('weights-99: refused, and the gap is named', () => {
  const weights = given<number[]>('weights-99', 'weights');
  const scheme = {
    ...schemeOf(weights.map((weight, index) => cat(`c${index}`, String(weight)))),
    total: '59',
  };
  expect(compileScheme(scheme)).toMatchObject({
    ok: false,
    problems: [{ reason: 'scheme-total-sum', values: { difference: '-1' } }],
  });
});

test('weights-fractional-floored: several rows of 0.75 that total 100 are accepted', () => {
  const caps = [...Array.from({ length: 8 }, () => '0.75'), '94'];
  expect(
    compileScheme({ ...schemeOf(caps.map((cap, index) => cat(`c${index}`, cap))), total: '100' }).ok,
  ).toBe(true);
});

test('weights-applied-twice: maxima with weights don’t make 100, maxima alone do', () => {
  const maxima = given<number[]>('weights-applied-twice', 'category_maxima');
  const weights = given<string[]>('weights-applied-twice', 'weights');
  const scheme = (own: readonly (string | undefined)[]) => ({
    ...schemeOf(maxima.map((cap, index) => cat(`c${index}`, String(cap), own[index]))),
    total: '100',
  });
  expect(compileScheme(scheme(weights))).toMatchObject({
    ok: false,
    problems: [{ values: { reached: '21.5' } }],
  });
  expect(compileScheme(scheme([])).ok).toBe(true);
});

test('weights-bad-values: refused before any mark', () => {
  for (const weight of given<(string | number)[]>('weights-bad-values', 'weights')) {
    expect(
      compileScheme({ ...schemeOf([cat('a', '1')]), categories: [cat('a', '1', String(weight))] }).ok,
    ).toBe(false);
  }
});

test('tie-arbitrary, tie-39-40: equal values share the rank, the next one is skipped', () => {
  const scores = given<Record<string, number>>('tie-arbitrary', 'scores');
  const marks = Object.fromEntries(Object.entries(scores).map(([id, mark]) => [id, { M: [mark] }]));
  expect(standings(tallyOf(oneItem, marks)).map((line) => line.slice(0, 3))).toEqual([
    '1 W',
    '2 X',
    '2 Y',
    '4 Z',
  ]);
  const four = Object.fromEntries(['A', 'B', 'C', 'D'].map((id) => [id, { M1: ['0.1'], M2: ['0.5'] }]));
  expect(tallyOf(oneItem, four).dossiers.map(({ rank }) => rank)).toEqual([1, 1, 1, 1]);
});

test('rank-on-raw-shown-rounded, order-by-toFixed-string: order and display never contradict each other', () => {
  const scheme = compiled([cat('a', '100')], { rankOn: 'published', quorum: 1 });
  expect(standings(tallyOf(scheme, { A: { M: [9] }, B: { M: [10] }, C: { M: ['9.99'] } }))).toEqual([
    '1 B 10.00',
    '2 C 9.99',
    '3 A 9.00',
  ]);
});

test('sd-zero-NaN, variance-cancellation: equal marks have deviation exactly 0, and all-zero marks none', () => {
  const equal = [1, 2, 3].map(() => decimal('99.97'));
  expect(deviations(equal, fraction(20n))).toEqual(equal.map(() => ({ percent: '0.0', warned: false })));
  expect(deviations([fraction(0n)], fraction(20n))).toEqual([{ percent: null, warned: false }]);
});

test('recusal-moves-the-mean: each mean is over its own members', () => {
  const [a, b, c] = ['A', 'B', 'C'].map((key) =>
    given<Record<string, number | null>>('recusal-moves-the-mean', key),
  );
  const marks = (dossier: string) =>
    Object.fromEntries(
      Object.entries({ A: a, B: b, C: c }).flatMap(([member, own]) =>
        own?.[dossier] === null ? [] : [[member, [own?.[dossier] ?? null]]],
      ),
    );
  const scheme = compiled([cat('a', '100')], { rounding: { places: 3 } });
  expect(standings(tallyOf(scheme, { X: marks('X'), Y: marks('Y') }))).toEqual(['1 Y 84.333', '2 X 80.000']);
});
