import { expect, test } from 'vitest';
import { fraction } from '../../shared/domain/fraction.ts';
import { rank, type Candidate } from '../../shared/domain/rank.ts';
import { readCases } from '../support/cases.ts';
import { cat, compiled, standings, tallyOf } from '../support/review-builder.ts';

const noFacts = { preferred: new Set<string>(), votes: [] };

/** Lower is better in these sources, so the values are negated. */
function places(entries: readonly { value: number; tie?: number | undefined }[]): (number | undefined)[] {
  const candidates = entries.map(({ value, tie }, index): Candidate => ({
    id: `E${index}`,
    value: fraction(-BigInt(value)),
    categories: [fraction(-BigInt(tie ?? 0))],
  }));
  const placed = rank(candidates, [{ kind: 'category', category: 0 }, { kind: 'shared' }], noFacts);
  return candidates.map(({ id }) => placed.get(id)?.rank);
}

interface ScipyCase {
  readonly id: string;
  readonly values: readonly number[];
  readonly method?: string;
  readonly expected: readonly number[] | number;
  readonly cut_each_side?: number;
}

const scipy = readCases<ScipyCase>('scipy_rank_and_trim');

test.each(scipy.filter(({ method }) => method === 'min'))(
  'scipy $id: standard competition ranking',
  ({ values, expected }) => {
    expect(places(values.map((value) => ({ value })))).toEqual(expected);
  },
);

test.each(scipy.filter((entry) => entry.cut_each_side !== undefined))(
  'scipy $id: trimmed mean',
  ({ values, cut_each_side: cut = 0, expected }) => {
    const scheme = compiled([cat('a', '30')], {
      aggregate: { trimmed: { high: cut, low: cut, scope: 'sheet', minimumMembers: 2 * cut + 1 } },
    });
    const members = Object.fromEntries(values.map((value, index) => [`M${index}`, [value]]));
    expect(tallyOf(scheme, { D: members }).dossiers[0]?.score).toBe(`${String(expected)}0`);
  },
);

type Entry =
  number | { readonly v: number; readonly ineligible?: boolean; readonly tb?: number; readonly dq?: boolean };
interface UnicyclingCase {
  readonly id: string;
  readonly sequence?: readonly Entry[];
  readonly marks?: readonly number[];
  readonly weights?: readonly (number | string)[];
  readonly ranges?: readonly number[];
  readonly expected_places?: readonly number[];
  readonly expected?: number;
}

const unicycling = readCases<UnicyclingCase>('unicycling_places_points_weights');

// "dq" treats a real 0 as a disqualification: the source's own warning says not to copy that.
test.each(unicycling.filter(({ sequence, id }) => sequence !== undefined && id !== 'dq'))(
  'unicycling $id: ineligible entries consume no place',
  ({ sequence = [], expected_places: expected = [] }) => {
    const entries = sequence.map((entry) => (typeof entry === 'number' ? { v: entry } : entry));
    const ranked = entries.flatMap((entry, index) => (entry.ineligible ? [] : [{ entry, index }]));
    const found = places(ranked.map(({ entry }) => ({ value: entry.v, tie: entry.tb })));
    expect(found).toEqual(ranked.map(({ index }) => expected[index]));
  },
);

test.each(unicycling.filter(({ id }) => id.startsWith('judged-places')))(
  'unicycling $id: higher marks first',
  ({ marks = [], expected_places: expected }) => {
    expect(places(marks.map((mark) => ({ value: -mark })))).toEqual(expected);
  },
);

test.each(
  unicycling.filter(
    ({ id, weights }) => weights?.every((weight) => typeof weight === 'number') === true && id !== '',
  ),
)('unicycling $id: weights that add to 100', ({ marks = [], weights = [], ranges, expected }) => {
  // The mark is worth mark / range × weight; without ranges it is worth mark × weight / 100.
  const categories = weights.map((weight, index) =>
    cat(`c${index}`, String(ranges?.[index] ?? 10), weightText(Number(weight), ranges?.[index] ?? 100)),
  );
  const [dossier] = tallyOf(compiled(categories, { rounding: { places: 4 } }), { D: { M: marks } }).dossiers;
  expect(dossier?.score).toBe(fourPlaces(expected ?? 0));
});

test('a real zero is ranked last, never disqualified, and a panel of two keeps its mean', () => {
  const scheme = compiled([cat('a', '10')], {
    aggregate: { trimmed: { high: 1, low: 1, scope: 'sheet', minimumMembers: 3 } },
    quorum: 1,
  });
  const result = tallyOf(scheme, { A: { M1: [0], M2: [0] }, B: { M1: [1], M2: [2] } });
  expect(standings(result)).toEqual(['1 B 1.50', '2 A 0.00']);
});

test('equal exact fractions share a rank: thirds that floats would split', () => {
  const orders =
    readCases<{ orders?: readonly (readonly number[])[] }>('float_traps_derived')[0]?.orders ?? [];
  const marks = Object.fromEntries(
    orders.map((order, index) => [
      `D${index}`,
      Object.fromEntries(order.map((mark, place) => [`M${place}`, [mark]])),
    ]),
  );
  expect(standings(tallyOf(compiled([cat('a', '100')]), marks))).toEqual([
    '1 D0 87.87',
    '1 D1 87.87',
    '1 D2 87.87',
  ]);
});

/** weight / range as a decimal; the fixture's numbers all divide. */
function weightText(weight: number, range: number): string {
  const thousandths = (weight * 1000) / range;
  return `${Math.floor(thousandths / 1000)}.${String(thousandths % 1000).padStart(3, '0')}`;
}

function fourPlaces(value: number): string {
  const [whole = '', decimals = ''] = String(value).split('.');
  return `${whole}.${decimals.padEnd(4, '0')}`;
}
