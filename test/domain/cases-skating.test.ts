import { expect, test } from 'vitest';
import { formatRounded, roundFraction } from '../../shared/domain/rounding.ts';
import { add, formatFraction, fraction, multiply, subtract, sum } from '../../shared/domain/fraction.ts';
import { rank } from '../../shared/domain/rank.ts';
import { decimal, readCases } from '../support/cases.ts';
import { cat, compiled, tallyOf } from '../support/review-builder.ts';

/** Official skating results (CC BY 4.0, see test/cases/README.md): drop one high and one low, half up. */
const TRIM = { trimmed: { high: 1, low: 1, scope: 'category' as const, minimumMembers: 3 } };
const noVotes = { preferred: new Set<string>(), votes: [] };

function panelScore(marks: readonly (string | null)[]): string | null | undefined {
  const scheme = compiled([cat('mark', '10')], { aggregate: TRIM });
  const members = Object.fromEntries(marks.map((mark, index) => [`J${index}`, [mark]]));
  return tallyOf(scheme, { D: members }).dossiers[0]?.score;
}

test('640 official panels: trimmed mean, an absent mark is not a zero', () => {
  const cases = readCases<{ id: string; marks: (string | null)[]; expected: string }>('isu_trimmed_mean');
  expect(cases.map(({ id, marks }) => [id, panelScore(marks)])).toEqual(
    cases.map(({ id, expected }) => [id, formatRounded(decimal(expected), 2, 'half-up')]),
  );
});

test('1,726 official weighted totals: each product is rounded, then they are added', () => {
  const cases = readCases<{
    id: string;
    scores: string[];
    factors: string[];
    expected: string;
    if_rounded_only_once: string;
  }>('isu_weighted_total_rounding_point');
  for (const { id, scores, factors, expected, if_rounded_only_once: once } of cases) {
    const categories = factors.map((factor, index) => cat(`c${index}`, '10', factor));
    const score = (point: 'category' | 'end') =>
      tallyOf(compiled(categories, { rounding: { point } }), { D: { J: scores } }).dossiers[0]?.score;
    expect([id, score('category'), score('end')]).toEqual([id, expected, once]);
  }
});

interface Ranked {
  readonly id: string;
  readonly elements: string;
  readonly components: string;
  readonly total: string;
  readonly rank: number;
}

test('152 official programs: ranks with the tie broken by one category', () => {
  for (const { program, entries } of readCases<{ program: string; entries: Ranked[] }>(
    'isu_ranking_and_ties',
  )) {
    const tieCategory = /SHORT/u.test(program) ? 0 : 1;
    const candidates = entries.map(({ id, elements, components, total }) => ({
      id,
      value: decimal(total),
      categories: [decimal(elements), decimal(components)],
    }));
    const places = rank(
      candidates,
      [{ kind: 'category', category: tieCategory }, { kind: 'shared' }],
      noVotes,
    );
    expect(entries.map(({ id }) => places.get(id)?.rank)).toEqual(entries.map((entry) => entry.rank));
  }
});

interface Program {
  readonly program: string;
  readonly entries: readonly {
    readonly id: string;
    readonly categories: readonly {
      readonly name: string;
      readonly factor: string;
      readonly marks: string[];
      readonly expected_panel: string;
    }[];
    readonly expected_components: string;
    readonly elements: string;
    readonly deductions: string;
    readonly expected_total: string;
    readonly expected_rank: number;
  }[];
}

test.each(readCases<Program>('isu_end_to_end'))('$program from marks to ranks', ({ program, entries }) => {
  const candidates = entries.map((entry) => {
    const panels = entry.categories.map(({ marks }) => decimal(panelScore(marks) ?? ''));
    expect(panels.map(formatFraction)).toEqual(
      entry.categories.map((own) => formatFraction(decimal(own.expected_panel))),
    );
    const products = entry.categories.map(({ factor }, index) =>
      roundFraction(multiply(panels[index] ?? fraction(0n), decimal(factor)), 2, 'half-up'),
    );
    expect(formatRounded(sum(products), 2, 'half-up')).toBe(entry.expected_components);
    const total = subtract(add(sum(products), decimal(entry.elements)), decimal(entry.deductions));
    expect(formatRounded(total, 2, 'half-up')).toBe(entry.expected_total);
    return { id: entry.id, value: total, categories: [decimal(entry.elements), sum(products)] };
  });
  const tieCategory = /SHORT/u.test(program) ? 0 : 1;
  const places = rank(candidates, [{ kind: 'category', category: tieCategory }], noVotes);
  expect(entries.map(({ id }) => places.get(id)?.rank)).toEqual(entries.map((entry) => entry.expected_rank));
});
