import { expect, test } from 'vitest';
import {
  compare,
  exactDecimal,
  fraction,
  multiply,
  parseFraction,
  subtract,
} from '../../shared/domain/fraction.ts';
import { formatRounded, roundFraction } from '../../shared/domain/rounding.ts';
import { decimal, readCases } from '../support/cases.ts';
import { cat, compiled, tallyOf } from '../support/review-builder.ts';

/** Peers whose conventions differ from ours in part: what agrees is run, what differs is shown to differ. */
const trimmed = { trimmed: { high: 1, low: 1, scope: 'sheet' as const, minimumMembers: 4 } };

function exactOf(marks: readonly (number | null)[], rules: Parameters<typeof compiled>[1]): string | null {
  const members = Object.fromEntries(marks.map((mark, index) => [`M${index}`, [mark]]));
  return tallyOf(compiled([cat('a', '100000')], rules), { D: members }).dossiers[0]?.exact ?? null;
}

interface WcaCase {
  readonly marks: readonly number[];
  readonly expected: number;
  readonly scale?: number;
  readonly round_to?: number;
}
const wca = readCases<WcaCase>('wca_average_sentinels');

test.each(wca.filter(({ marks }) => marks.every((mark) => mark > 0)))(
  'wca $marks: mean of three, of five the middle three, rounded half up to the unit of the rule',
  ({ marks, expected, scale = 1, round_to: unit = 1 }) => {
    const exact = parseFraction(exactOf(marks, { aggregate: trimmed }) ?? '');
    const scaled = roundFraction(multiply(exact, fraction(BigInt(scale), BigInt(unit))), 0, 'half-up');
    expect(exactDecimal(multiply(scaled, fraction(BigInt(unit))))).toBe(String(expected));
  },
);

test.each(wca.filter(({ marks }) => marks.some((mark) => mark <= 0)))(
  'wca $marks: a failure coded as a number can’t become a score here; a blank takes the sheet out',
  ({ marks }) => {
    for (const mark of marks.filter((value) => value < 0)) {
      expect(() => exactOf([mark], { aggregate: 'mean' })).toThrow('score-not-a-number');
    }
    const blanked = marks.map((mark) => (mark > 0 ? mark : null));
    const real = marks.filter((mark) => mark > 0);
    expect(exactOf(blanked, { aggregate: trimmed })).toBe(exactOf(real, { aggregate: trimmed }));
  },
);

interface IjruCase {
  readonly marks: readonly number[];
  readonly expected: string;
}
const ijru = readCases<IjruCase>('ijru_panel_size_rule');

test.each(ijru.filter(({ marks }) => marks.length !== 3))(
  'ijru $marks: two are averaged, from four on one high and one low are dropped',
  ({ marks, expected }) => {
    const exact = exactOf(marks, { aggregate: trimmed });
    expect(exact).toBe(expected);
  },
);

test.each(ijru.filter(({ marks }) => marks.length === 3))(
  'ijru $marks: its rule for three (the two closest) is not one of ours, and gives another number',
  ({ marks, expected }) => {
    const ours = parseFraction(exactOf(marks, { aggregate: trimmed }) ?? '');
    expect(compare(subtract(ours, decimal(expected)), fraction(0n))).not.toBe(0);
  },
);

interface HotcrpCase {
  readonly id: string;
  readonly marks?: readonly number[];
  readonly a?: readonly number[];
  readonly b?: readonly number[];
  readonly expected?: { readonly mean: number; readonly count: number };
  readonly expected_compare?: number;
}
const hotcrp = readCases<HotcrpCase>('hotcrp_aggregates_and_ordering');

test.each(hotcrp.filter(({ marks }) => marks !== undefined))(
  'hotcrp $id: mean and count of the marks',
  ({ marks = [], expected }) => {
    const members = Object.fromEntries(marks.map((mark, index) => [`M${index}`, [mark]]));
    const [dossier] = tallyOf(compiled([cat('a', '5')]), { D: members }).dossiers;
    expect([exactDecimal(parseFraction(dossier?.exact ?? '')), dossier?.members]).toEqual([
      String(expected?.mean),
      expected?.count,
    ]);
  },
);

test('hotcrp orders by counts of marks: equal lists are equal here too, and one pair of lists is where means differ', () => {
  const differing = hotcrp.filter(({ a, b, expected_compare: expected }) => {
    if (a === undefined || b === undefined) return false;
    const [left, right] = [a, b].map((marks) => parseFraction(exactOf(marks, { aggregate: 'mean' }) ?? ''));
    return compare(left ?? fraction(0n), right ?? fraction(0n)) !== expected;
  });
  // [3, 5, 5] against [3, 3, 5, 5]: counts put the longer list first, means the shorter.
  expect(differing.map(({ id }) => id)).toEqual(['order-2-3', 'order-3-2']);
});

test('stage-rounding-rule: rounding at each stage and rounding once are two settings with two results', () => {
  const categories = ['a', 'b', 'c'].map((id) => cat(id, '10'));
  const score = (point: 'category' | 'end') =>
    tallyOf(compiled(categories, { rounding: { point } }), {
      D: { M1: [1, 1, 1], M2: [1, 1, 1], M3: [2, 2, 2] },
    }).dossiers[0]?.score;
  expect([score('category'), score('end')]).toEqual(['3.99', '4.00']);
});

test('peer-average-rounded-down: averages are rounded half up by rule, never cut off', () => {
  expect(formatRounded(parseFraction(exactOf([9, 10], { aggregate: 'mean' }) ?? ''), 0, 'half-up')).toBe(
    '10',
  );
});
