import { expect, test } from 'vitest';
import {
  absolute,
  compare,
  exactDecimal,
  fraction,
  formatFraction,
  parseFraction,
  subtract,
} from '../../shared/domain/fraction.ts';
import { formatRounded } from '../../shared/domain/rounding.ts';
import { sheetState } from '../../shared/domain/sheet.ts';
import { decimal, readCases, readRows } from '../support/cases.ts';
import { cat, compiled, sheetsOf, standings, tallyOf } from '../support/review-builder.ts';

interface PanelCase {
  readonly id: string;
  readonly marks_by_judge_side_position: readonly (readonly (readonly number[])[])[];
  readonly expected: {
    readonly totals_by_judge: readonly (readonly number[])[];
    readonly mean_score_by_side_position: readonly (readonly number[])[];
    readonly mean_total_by_side: readonly number[];
  };
}

/** Upstream prints floats: compare to nine decimals. */
function near(exact: string | null | undefined, printed: number): boolean {
  const distance = absolute(subtract(parseFraction(exact ?? '-1'), decimal(printed)));
  return compare(distance, fraction(1n, 1_000_000_000n)) < 0;
}

test.each(readCases<PanelCase>('tabbycat_panel_average'))(
  'tabbycat $id: mean over the panel per position, then added',
  ({ marks_by_judge_side_position: judges, expected }) => {
    const positions = expected.mean_score_by_side_position[0] ?? [];
    const scheme = compiled(positions.map((_position, index) => cat(`p${index}`, '100')));
    const sides = expected.mean_total_by_side.map(
      (_total, side) =>
        [
          `S${side}`,
          Object.fromEntries(judges.map((sheet, judge) => [`J${judge}`, sheet[side] ?? []])),
        ] as const,
    );
    const marks = Object.fromEntries(sides);
    const result = tallyOf(scheme, marks);
    for (const [side, total] of expected.mean_total_by_side.entries()) {
      const dossier = result.dossiers.find(({ id }) => id === `S${side}`);
      expect(near(dossier?.exact, total)).toBe(true);
      const means = dossier?.categories.map(({ exact }, place) =>
        near(exact, expected.mean_score_by_side_position[side]?.[place] ?? -1),
      );
      expect(means).toEqual(positions.map(() => true));
    }
    const totals = sheetsOf(scheme, marks).map(({ scores }) =>
      exactDecimal(sheetState(scheme, scores).total),
    );
    const sideCount = expected.mean_total_by_side.length;
    const wanted = Array.from({ length: sideCount }, (_side, side) =>
      expected.totals_by_judge.map((own) => String(own[side])),
    );
    expect(totals).toEqual(wanted.flat());
  },
);

test('tabbycat tie: two totals that floats would separate share the rank', () => {
  const tie = readCases<PanelCase>('tabbycat_panel_average').find(({ id }) => id === 'tie');
  const scheme = compiled([0, 1, 2, 3].map((index) => cat(`p${index}`, '100')));
  const side = (place: number) =>
    Object.fromEntries(
      (tie?.marks_by_judge_side_position ?? []).map((sheet, judge) => [`J${judge}`, sheet[place] ?? []]),
    );
  expect(standings(tallyOf(scheme, { A: side(0), B: side(1) }))).toEqual(['1 A 266.50', '1 B 266.50']);
});

interface SheetCase {
  readonly id: string;
  readonly scores: readonly (readonly (number | null)[])[];
  readonly complete: boolean;
  readonly expected_totals: readonly (number | null)[];
}

test.each(readCases<SheetCase>('tabbycat_incomplete_sheets'))(
  'tabbycat $id: a sheet with a blank has no total',
  ({ scores, complete, expected_totals: expected }) => {
    const scheme = compiled(
      (scores[0] ?? []).map((_mark, index) => cat(`p${index}`, '100')),
      { quorum: 1 },
    );
    const marks = Object.fromEntries(scores.map((sheet, side) => [`S${side}`, { J: sheet }]));
    const result = new Map(tallyOf(scheme, marks).dossiers.map(({ id, exact }) => [id, exact]));
    const totals = expected.map((_total, side) => result.get(`S${side}`) ?? null);
    expect(totals.map((total) => (total === null ? null : exactDecimal(parseFraction(total))))).toEqual(
      expected.map((total) => (total === null ? null : String(total))),
    );
    expect(totals.includes(null)).toBe(!complete);
  },
);

test.each(
  readCases<{ id: string; marks?: number[]; expected: number | null }>(
    'tabbycat_trimmed_mean_small_panels',
  ).filter(({ marks }) => marks !== undefined),
)('tabbycat small panel $id: trimmed from three on', ({ marks = [], expected }) => {
  const scheme = compiled([cat('a', '100')], {
    aggregate: { trimmed: { high: 1, low: 1, scope: 'sheet', minimumMembers: 3 } },
  });
  const members = Object.fromEntries(marks.map((mark, index) => [`M${index}`, [mark]]));
  expect(tallyOf(scheme, { D: members }).dossiers[0]?.exact).toBe(
    expected === null ? null : String(expected),
  );
});

interface PretalxCase {
  readonly id: string;
  readonly marks?: number[];
  readonly weights?: string[];
  readonly sheets?: (number | null)[];
  readonly expected?: string | null;
  readonly expected_mean?: number | null;
  readonly expected_median?: number | null;
}
const pretalx = readCases<PretalxCase>('pretalx_review_scores');

test.each(pretalx.filter(({ sheets }) => sheets !== undefined))(
  'pretalx $id: sheets without a score are left out',
  ({ sheets = [], expected_mean: mean, expected_median: median }) => {
    const marks = { D: Object.fromEntries(sheets.map((mark, index) => [`M${index}`, [mark]])) };
    const exact = (aggregate: 'mean' | 'median') =>
      tallyOf(compiled([cat('a', '10')], { aggregate }), marks).dossiers[0]?.exact;
    const text = (value: number | null) => (value === null ? null : String(value));
    expect(exact('mean')).toBe(mean === undefined ? exact('mean') : text(mean));
    expect(exact('median')).toBe(median === undefined ? exact('median') : text(median));
  },
);

test('pretalx weighted-sum: a sheet is the weighted sum of its marks', () => {
  const found = pretalx.find(({ id }) => id === 'weighted-sum');
  const scheme = compiled(
    (found?.weights ?? []).map((weight, index) => cat(`c${index}`, '5', weight)),
    { rounding: { places: 1 } },
  );
  expect(tallyOf(scheme, { D: { M: found?.marks ?? [] } }).dossiers[0]?.score).toBe(found?.expected);
});

test('tabbycat standings: no result stands after a real zero, unconfirmed sheets never count', () => {
  const scheme = compiled([cat('a', '10')], { quorum: 1 });
  expect(standings(tallyOf(scheme, { team1: { M: [2] }, team2: { M: [0] }, extra: {} }))).toEqual([
    '1 team1 2.00',
    '2 team2 0.00',
    '- extra -',
  ]);
});

test('互评成绩: drop one high and one low, three places, the best three', () => {
  const [found] = readCases<{ marks: number[][]; top: number; expected: string[] }>(
    'cn_peer_grading_exercise',
  );
  const scheme = compiled([cat('a', '100')], {
    aggregate: { trimmed: { high: 1, low: 1, scope: 'sheet', minimumMembers: 3 } },
    rounding: { places: 3 },
  });
  const marks = Object.fromEntries(
    (found?.marks ?? []).map((own, index) => [
      `S${index}`,
      Object.fromEntries(own.map((mark, place) => [`M${place}`, [mark]])),
    ]),
  );
  const best = tallyOf(scheme, marks)
    .dossiers.slice(0, found?.top)
    .map(({ score }) => score);
  expect(best.toReversed()).toEqual(found?.expected);
});

test.each(readRows('textbook_trimmed_means'))(
  '%s: the trimmed mean of %s to %s is %s',
  (_source, scores = '', quantum = '', published = '') => {
    const scheme = compiled([cat('a', '100')], {
      aggregate: { trimmed: { high: 1, low: 1, scope: 'sheet', minimumMembers: 3 } },
      rounding: { places: quantum.length - 2 },
    });
    const members = Object.fromEntries(scores.split(';').map((mark, index) => [`M${index}`, [mark]]));
    expect(tallyOf(scheme, { D: members }).dossiers[0]?.score).toBe(published);
  },
);

test('prozorro: 1 + 2/10 ÷ (1 − 3/10) is exactly 9/7', () => {
  const [found] = readCases<{ maxima: string[]; chosen: string[]; expected: string }>(
    'prozorro_exact_fraction',
  );
  const total = (texts: readonly string[]) =>
    texts.map(decimal).reduce((all, value) => subtract(all, value), fraction(0n));
  const [chosen, maxima] = [total(found?.chosen ?? []), total(found?.maxima ?? [])];
  const rest = subtract(fraction(1n), subtract(fraction(0n), maxima));
  const coefficient = fraction(
    rest.numerator * chosen.denominator - chosen.numerator * rest.denominator,
    chosen.denominator * rest.numerator,
  );
  expect(formatFraction(coefficient)).toBe(found?.expected);
  expect(formatRounded(coefficient, 3, 'half-up')).toBe('1.286');
});
