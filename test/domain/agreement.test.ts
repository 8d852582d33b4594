import { describe, expect, test } from 'vitest';
import { agreement, intraclassCorrelation, kendallW } from '../../shared/domain/agreement.ts';
import { fraction, type Fraction } from '../../shared/domain/fraction.ts';
import { markTable, totalsByDossier } from '../../shared/domain/mark-table.ts';
import { sentences } from '../../shared/text/index.ts';
import { decimal, readCases } from '../support/cases.ts';
import { cat, compiled, sheetsOf, type Marks } from '../support/review-builder.ts';

function rows(...marks: readonly (readonly (number | string)[])[]): Fraction[][] {
  return marks.map((row) => row.map(decimal));
}

function transposed<Value>(table: readonly (readonly Value[])[]): Value[][] {
  return (table[0] ?? []).map((_first, column) => table.flatMap((row) => row.slice(column, column + 1)));
}

interface ReliabilityCase {
  readonly id: string;
  readonly marks: readonly (readonly (number | null)[])[];
  readonly expected_2dp?: Readonly<Record<'ICC2' | 'ICC2k', number>>;
}
const cases = new Map(readCases<ReliabilityCase>('rater_reliability').map((entry) => [entry.id, entry]));

/** Marks of a panel in review-builder's form: one row a member, null where there is no sheet. */
function panel(marks: readonly (readonly (number | null)[])[]): Marks {
  return Object.fromEntries(
    transposed(marks).map((column, dossier) => [
      `D${dossier}`,
      Object.fromEntries(column.flatMap((mark, member) => (mark === null ? [] : [[`M${member}`, [mark]]]))),
    ]),
  );
}

function agreementOf(marks: Marks) {
  const scheme = compiled([cat('a', '100')]);
  const input = { scheme, dossiers: Object.keys(marks), sheets: sheetsOf(scheme, marks) };
  return agreement(markTable(totalsByDossier(input)));
}

function notDefined(reason: string) {
  return { defined: false, reason: `agreement-${reason}` };
}

describe('ICC of Shrout & Fleiss 1979, table 2', () => {
  const found = cases.get('shrout-fleiss');
  const icc = intraclassCorrelation(
    transposed((found?.marks ?? []).map((row) => row.map((mark) => decimal(mark ?? -1)))),
  );

  test('ICC(2,1) and ICC(2,k) are the published ones', () => {
    const shown = [icc.single, icc.average].map((value) => (value.defined ? value.shown : ''));
    expect(shown.map((text) => Number(text).toFixed(2))).toEqual([
      found?.expected_2dp?.ICC2.toFixed(2),
      found?.expected_2dp?.ICC2k.toFixed(2),
    ]);
  });

  test('the exact values are fractions, worked out by hand from the sums of squares', () => {
    // Mean squares: dossiers 1349/120 (published 11.24), members 2339/72 (32.49), rest 367/360 (1.02).
    expect(icc.single).toMatchObject({ exact: '184/635', band: 'agreement-low' });
    expect(icc.average).toMatchObject({ exact: '736/1187', band: 'agreement-moderate' });
  });
});

describe('Kendall’s W', () => {
  test('Siegel 1956, p. 230: three executives, six applicants, W = 0.16', () => {
    const marks = rows([1, 6, 3, 2, 5, 4], [1, 5, 6, 4, 2, 3], [6, 3, 2, 5, 4, 1]);
    expect(kendallW(marks)).toEqual({
      defined: true,
      exact: '17/105',
      shown: '0.162',
      band: 'agreement-low',
    });
  });

  test('Siegel 1956, p. 234: with the correction for ties W = 0.828, without it 0.814', () => {
    const x = [1, '4.5', 2, '4.5', 3, '7.5', 6, 9, '7.5', 10];
    const y = ['2.5', 1, '2.5', '4.5', '4.5', 8, 9, '6.5', 10, '6.5'];
    const z = [2, 1, '4.5', '4.5', '4.5', '4.5', 8, 8, 8, 10];
    expect(kendallW(rows(x, y, z))).toMatchObject({ shown: '0.828', band: 'agreement-high' });
  });

  test('the same order gives 1, whatever the marks; opposite orders of two give 0', () => {
    const same = cases.get('perfect')?.marks ?? [];
    expect(kendallW(rows(...same.map((row) => row.map((mark) => mark ?? -1))))).toMatchObject({ exact: '1' });
    expect(kendallW(rows([1, 2, 3], [50, 60, 99]))).toMatchObject({ exact: '1', shown: '1.000' });
    expect(kendallW(rows([1, 2, 3], [3, 2, 1]))).toMatchObject({ exact: '0', band: 'agreement-low' });
  });

  test('one member who sees no differences doesn’t make it undefined', () => {
    // R = 3, 4, 5 around 4: 12 · 2 / (2² · 24 − 2 · 24) = 1/2.
    expect(kendallW(rows([1, 2, 3], [7, 7, 7]))).toMatchObject({ exact: '1/2', band: 'agreement-good' });
  });
});

describe('what has no value says why, and is never NaN', () => {
  test.each([
    ['no sheet at all', [], 'one-member'],
    ['one member', [[1, 2, 3]], 'one-member'],
    ['one dossier', [[1], [2]], 'one-dossier'],
    ['no dossier that everybody scored', cases.get('no-overlap')?.marks ?? [], 'no-common-dossier'],
    ['all marks equal', cases.get('one-distinct-value')?.marks ?? [], 'all-equal'],
  ])('%s', (_name, marks, reason) => {
    expect(agreementOf(panel(marks))).toMatchObject({
      kendallW: notDefined(reason),
      iccSingle: notDefined(reason),
      iccAverage: notDefined(reason),
    });
  });

  test('every member gives equal marks, each another one: no order, and no difference between dossiers', () => {
    const {
      kendallW: w,
      iccSingle,
      iccAverage,
    } = agreementOf(
      panel([
        [1, 1],
        [5, 5],
      ]),
    );
    expect(w).toEqual(notDefined('all-equal'));
    expect([iccSingle, iccAverage]).toMatchObject([{ exact: '0' }, { exact: '0' }]);
  });

  test('nothing but disagreement: the denominator of ICC(2,1) is 0, that of ICC(2,k) negative', () => {
    const {
      kendallW: w,
      iccSingle,
      iccAverage,
    } = agreementOf(
      panel([
        [1, 2],
        [2, 1],
      ]),
    );
    expect(w).toMatchObject({ exact: '0' });
    expect([iccSingle, iccAverage]).toEqual([notDefined('no-meaning'), notDefined('no-meaning')]);
  });

  test('a negative ICC is shown and called contradiction', () => {
    const { iccSingle } = agreementOf(
      panel([
        [1, 2, 3],
        [3, 2, 2],
      ]),
    );
    expect(iccSingle).toMatchObject({ defined: true, band: 'agreement-opposed' });
  });
});

test('a dossier that one member didn’t score stays out and is named', () => {
  const marks = panel([
    [1, 2, 3, null],
    [2, 3, 4, 9],
  ]);
  expect(agreementOf(marks)).toMatchObject({
    members: 2,
    dossiers: 3,
    leftOut: ['D3'],
    kendallW: { exact: '1' },
    // Every dossier one point higher: MSR 2, MSE 0, MSC 3/2.
    iccSingle: { exact: '2/3', shown: '0.667', band: 'agreement-moderate' },
    iccAverage: { exact: '4/5', shown: '0.800', band: 'agreement-good' },
  });
});

test('totals are weighted before they are compared', () => {
  const scheme = compiled([cat('a', '100', '0.5'), cat('b', '50')]);
  const marks = { D: { M: [80, 10], N: ['80.01', 0] } };
  const totals = totalsByDossier({ scheme, dossiers: ['D'], sheets: sheetsOf(scheme, marks) });
  expect([...(totals.get('D') ?? [])]).toEqual([
    ['M', fraction(50n)],
    ['N', fraction(8001n, 200n)],
  ]);
});

test.each([
  ['7/10', [1, 4, 2, 3], 'high'],
  ['1/2', [3, 1, 4, 2], 'good'],
  ['3/10', [3, 2, 4, 1], 'moderate'],
  ['1/5', [3, 4, 1, 2], 'low'],
])('a band of W begins exactly at its threshold: %s', (exact, other, band) => {
  expect(kendallW(rows([1, 2, 3, 4], other))).toMatchObject({ exact, band: `agreement-${band}` });
});

test.each([
  [
    '9/10',
    [
      [9, 6],
      [10, 7],
    ],
    'high',
  ],
  [
    '3/4',
    [
      [8, 12, 4],
      [8, 8, 4],
    ],
    'good',
  ],
  [
    '1/2',
    [
      [4, 6, 4],
      [2, 5, 1],
    ],
    'moderate',
  ],
])('a band of ICC begins exactly at its threshold: %s', (exact, marks, band) => {
  expect(intraclassCorrelation(rows(...marks)).single).toMatchObject({ exact, band: `agreement-${band}` });
});

test('every statistic, band and reason has a sentence', () => {
  for (const key of [
    'high',
    'good',
    'moderate',
    'low',
    'opposed',
    'one-member',
    'one-dossier',
    'all-equal',
  ]) {
    expect(Object.hasOwn(sentences['zh-CN'], `agreement-${key}`)).toBe(true);
  }
  expect(sentences['zh-CN']['agreement-high']).toBe('意见高度一致。');
});
