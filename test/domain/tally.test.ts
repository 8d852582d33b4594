import { expect, test } from 'vitest';
import { tally } from '../../shared/domain/tally.ts';
import { TallyInputError } from '../../shared/domain/tally-types.ts';
import { cat, compiled, sheetsOf, standings, tallyOf } from '../support/review-builder.ts';

const trimmed = (scope: 'sheet' | 'category' | 'item', minimumMembers = 3) => ({
  aggregate: { trimmed: { high: 1, low: 1, scope, minimumMembers } },
});

test('the mean of categories is exact, weighted, and rounded once at the end', () => {
  const scheme = compiled([cat('a', '15', '1', ['5', '10']), cat('b', '100', '0.85')]);
  const result = tallyOf(scheme, { D1: { M1: [5, 8, 90], M2: [4, 9, 80], M3: ['4.5', 9, 71] } });
  expect(result.dossiers).toEqual([
    {
      id: 'D1',
      rank: 1,
      score: '81.45',
      exact: '1629/20',
      members: 3,
      status: 'final',
      categories: [
        { id: 'a', mean: '13.17', exact: '79/6' },
        { id: 'b', mean: '68.28', exact: '4097/60' },
      ],
      notes: [],
      ineligible: false,
      tie: null,
    },
  ]);
});

test('rounding by category adds the rounded values, and the sum is the exact value', () => {
  const scheme = compiled([cat('a', '10'), cat('b', '10')], { rounding: { point: 'category' } });
  const [dossier] = tallyOf(scheme, { D: { M1: [1, 1], M2: [1, 1], M3: ['1.01', '1.01'] } }).dossiers;
  expect(dossier).toMatchObject({
    score: '2.00',
    exact: '2',
    categories: [{ exact: '301/300' }, { exact: '301/300' }],
  });
});

test('one final rounding and rounding by category can differ', () => {
  const marks = { D: { M1: [1, 1], M2: ['1.01', '1.01'] } };
  const scores = (['end', 'category'] as const).map(
    (point) =>
      tallyOf(compiled([cat('a', '10'), cat('b', '10')], { rounding: { point } }), marks).dossiers[0]?.score,
  );
  expect(scores).toEqual(['2.01', '2.02']);
});

test('half to even and half up differ on an exact tie only', () => {
  const marks = { D: { M1: ['1.00'], M2: ['1.01'] } };
  const score = (mode: 'half-up' | 'half-even') =>
    tallyOf(compiled([cat('a', '10')], { rounding: { mode } }), marks).dossiers[0]?.score;
  expect([score('half-up'), score('half-even')]).toEqual(['1.01', '1.00']);
});

test('places 0 to 4 are all printed', () => {
  const marks = { D: { M1: [1], M2: [1], M3: [2] } };
  const texts = [0, 1, 2, 3, 4].map(
    (places) => tallyOf(compiled([cat('a', '10')], { rounding: { places } }), marks).dossiers[0]?.score,
  );
  expect(texts).toEqual(['1', '1.3', '1.33', '1.333', '1.3333']);
});

test('the three scopes of trimming set aside different values', () => {
  const marks = { D: { M1: [10, 0, 5], M2: [0, 10, 6], M3: [5, 5, 7], M4: [6, 4, 9] } };
  const exact = (scope: 'sheet' | 'category' | 'item') => {
    const scheme = compiled([cat('a', '20', '1', ['10', '10']), cat('b', '10', '0.5')], trimmed(scope));
    return tallyOf(scheme, marks).dossiers[0]?.categories.map((category) => category.exact);
  };
  // Totals 12.5, 13, 13.5, 14.5: M4 and M1 go. Category a: all 10: M1 goes as high, then M2 as low.
  expect(exact('sheet')).toEqual(['10', '13/4']);
  expect(exact('category')).toEqual(['10', '13/4']);
  expect(exact('item')).toEqual(['10', '13/4']);
  const uneven = { D: { M1: [10, 10, 0], M2: [0, 1, 10], M3: [2, 3, 4], M4: [4, 2, 3] } };
  const of = (scope: 'sheet' | 'category' | 'item') =>
    tallyOf(compiled([cat('a', '20', '1', ['10', '10']), cat('b', '10')], trimmed(scope)), uneven).dossiers[0]
      ?.exact;
  expect([of('sheet'), of('category'), of('item')]).toEqual(['10', '9', '9']);
});

test('with fewer counted members than minimumMembers nothing is dropped', () => {
  const marks = { D: { M1: [1], M2: [5], M3: [9], M4: [9] } };
  const exact = (minimum: number) =>
    tallyOf(compiled([cat('a', '10')], trimmed('sheet', minimum)), marks).dossiers[0];
  expect(exact(5)).toMatchObject({ exact: '6', members: 4 });
  expect(exact(4)).toMatchObject({ exact: '7', members: 4 });
});

test('the median of an even number is the mean of the middle two, and categories show their own medians', () => {
  const scheme = compiled([cat('a', '10'), cat('b', '10', '0.5')], { aggregate: 'median' });
  const [dossier] = tallyOf(scheme, { D: { M1: [1, 9], M2: [2, 2], M3: [9, 1], M4: [4, 4] } }).dossiers;
  expect(dossier).toMatchObject({ exact: '23/4', categories: [{ exact: '3' }, { exact: '3/2' }] });
});

test('a blank is never a zero and a zero is never a blank', () => {
  const scheme = compiled([cat('a', '10', '1', ['5', '5'])], { quorum: 1 });
  const result = tallyOf(scheme, {
    D1: { M1: [5, 5], M2: [null, 5], M3: [null, null] },
    D2: { M1: [0, 0] },
    D3: { M1: [null, 1] },
  });
  expect(result.dossiers).toMatchObject([
    {
      id: 'D1',
      rank: 1,
      score: '10.00',
      members: 1,
      notes: ['M2 incomplete: a.1', 'M3 incomplete: a.1', 'M3 incomplete: a.2'],
    },
    { id: 'D2', rank: 2, score: '0.00', exact: '0', members: 1 },
    {
      id: 'D3',
      rank: null,
      score: null,
      exact: null,
      members: 0,
      status: 'provisional',
      categories: [{ mean: null, exact: null }],
    },
  ]);
});

test('below quorum a dossier is provisional, still scored and ranked', () => {
  const scheme = compiled([cat('a', '10')]);
  const result = tallyOf(scheme, { D1: { M1: [9], M2: [9] }, D2: { M1: [1], M2: [1], M3: [1] } });
  expect(result.dossiers.map(({ id, rank, status }) => [id, rank, status])).toEqual([
    ['D1', 1, 'provisional'],
    ['D2', 2, 'final'],
  ]);
});

test('a seated member without a sheet makes the dossier provisional unless recused or absent', () => {
  const scheme = compiled([cat('a', '10')], { quorum: 1 });
  const marks = { D1: { M1: [1] }, D2: { M1: [1] }, D3: { M1: [1] }, D4: { M1: [1], M2: [null] } };
  const result = tallyOf(scheme, marks, {
    members: ['M1', 'M2'],
    recused: [['M2', 'D2']],
    absent: [
      ['M2', 'D3'],
      ['M9', 'D9'],
    ],
  });
  const states = Object.fromEntries(result.dossiers.map(({ id, status }) => [id, status]));
  expect(states).toEqual({ D1: 'provisional', D2: 'final', D3: 'final', D4: 'provisional' });
});

test('an ineligible dossier is scored, unranked, consumes no rank and stands after the ranked ones', () => {
  const scheme = compiled([cat('a', '10')], { quorum: 1 });
  const marks = { D1: { M: [9] }, D2: { M: [8] }, D3: { M: [7] }, D0: { M: [null] }, D9: { M: [null] } };
  expect(standings(tallyOf(scheme, marks, { ineligible: ['D1', 'D0'] }))).toEqual([
    '1 D2 8.00',
    '2 D3 7.00',
    '- D1 9.00',
    '- D0 -',
    '- D9 -',
  ]);
});

test('the ladder is tried in order and what is left shares the rank', () => {
  const ties = ['preference', 'category:b', 'vote', 'shared'];
  const scheme = compiled([cat('a', '10'), cat('b', '10')], { ties, quorum: 1 });
  const marks = {
    A: { M: [5, 5] },
    B: { M: [5, 5] },
    C: { M: [4, 6] },
    D: { M: [6, 4] },
    E: { M: [5, 5] },
    F: { M: [6, 4] },
    G: { M: [6, 4] },
    H: { M: [0, 0] },
  };
  const result = tallyOf(scheme, marks, {
    preferred: ['D', 'X'],
    votes: [
      ['F', 'G'],
      ['E', 'X', 'A', 'B'],
    ],
  });
  expect(standings(result)).toEqual([
    '1 D 10.00',
    '2 C 10.00',
    '3 E 10.00',
    '4 A 10.00',
    '5 B 10.00',
    '6 F 10.00',
    '7 G 10.00',
    '8 H 0.00',
  ]);
  expect(result.dossiers[2]?.tie).toEqual({
    with: ['A', 'B', 'C', 'D', 'E', 'F', 'G'],
    decidedBy: [0, 1, 2],
    sharedWith: ['E'],
  });
});

test('a vote that leaves out one of the tied decides nothing', () => {
  const scheme = compiled([cat('a', '10')], { ties: ['vote'], quorum: 1 });
  const marks = { A: { M: [5] }, B: { M: [5] }, C: { M: [5] }, D: { M: [4] } };
  expect(standings(tallyOf(scheme, marks, { votes: [['B', 'A']] }))).toEqual([
    '1 A 5.00',
    '1 B 5.00',
    '1 C 5.00',
    '4 D 4.00',
  ]);
});

test('ranking on the published score makes a tie that the exact value does not have', () => {
  const marks = { A: { M1: [5], M2: [5], M3: [5] }, B: { M1: ['5.01'], M2: [5], M3: [5] } };
  const ranks = (rankOn: 'exact' | 'published') =>
    standings(tallyOf(compiled([cat('a', '10')], { rankOn }), marks));
  expect(ranks('exact')).toEqual(['1 B 5.00', '2 A 5.00']);
  expect(ranks('published')).toEqual(['1 A 5.00', '1 B 5.00']);
});

test('ids are ordered by their UTF-8 bytes', () => {
  const scheme = compiled([cat('a', '10')], { quorum: 1 });
  const ids = ['\u{1F600}', '\uFF21', 'é', 'z', 'Z', '10', '9', '示例'];
  const result = tallyOf(scheme, Object.fromEntries(ids.map((id) => [id, { M: [1] }])));
  expect(result.dossiers.map(({ id }) => id)).toEqual(
    ids.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))),
  );
});

test('sheets that break the scheme or the round are never computed around', () => {
  const scheme = compiled([cat('a', '10')]);
  const [sheet] = sheetsOf(scheme, { D: { M: [5] } });
  if (sheet === undefined) throw new Error('no sheet');
  const over = {
    ...sheet,
    scores: sheetsOf(compiled([cat('a', '77')]), { D: { M: [77] } })[0]?.scores ?? [],
  };
  const base = { scheme, dossiers: ['D'], sheets: [sheet] };
  const inputs = [
    { ...base, sheets: [sheet, sheet] },
    { ...base, sheets: [over] },
    { ...base, dossiers: [] },
    { ...base, dossiers: ['D', 'D'] },
    { ...base, members: ['X'] },
    { ...base, review: { recused: [['M', 'D']] as const } },
    { ...base, sheets: [{ ...sheet, scores: [] }] },
  ];
  for (const input of inputs) expect(() => tally(input)).toThrow(TallyInputError);
});
