import { expect, test } from 'vitest';
import { whatIf } from '../../shared/domain/what-if.ts';
import { readCases } from '../support/cases.ts';
import { cat, compiled, sheetsOf, tallyOf } from '../support/review-builder.ts';

interface Program {
  readonly entries: readonly {
    readonly id: string;
    readonly categories: readonly { readonly factor: string; readonly marks: readonly string[] }[];
  }[];
}

// Moved entries under plain mean, trimmed sheets and median of totals, from the trim per category; computed
// once with another program (Python fractions). The last number: does the first place change under the mean.
test.each([
  [0, 3, 3, 1, false],
  [1, 2, 1, 5, true],
  [2, 0, 0, 2, false],
  [3, 8, 2, 14, false],
  [4, 0, 0, 2, false],
])('official program %i: %i, %i and %i entries move under the usual rules', (index, ...expected) => {
  const entries = readCases<Program>('isu_end_to_end')[index]?.entries ?? [];
  const categories = entries[0]?.categories ?? [];
  const scheme = compiled(
    categories.map(({ factor }, place) => cat(`c${place}`, '10', factor)),
    { aggregate: { trimmed: { high: 1, low: 1, scope: 'category', minimumMembers: 3 } } },
  );
  const marks = Object.fromEntries(
    entries.map((entry) => [
      entry.id,
      Object.fromEntries(
        (entry.categories[0]?.marks ?? []).map((_mark, judge) => [
          `J${judge}`,
          entry.categories.map((own) => own.marks[judge] ?? null),
        ]),
      ),
    ]),
  );
  const { variants } = whatIf({ scheme, dossiers: Object.keys(marks), sheets: sheetsOf(scheme, marks) });
  expect([...variants.slice(0, 3).map(({ moved }) => moved.length), variants[0]?.firstChanged]).toEqual(
    expected,
  );
});

test('152 official programs: rounding the panel scores alone changes 8 orders and no winner', () => {
  const published = readCases<Readonly<Record<string, string | number>>>('isu_policy_sensitivity').find(
    ({ policy }) => policy === 'round only the panel score',
  );
  const scores = new Map(
    readCases<{ id: string; scores: string[]; factors: string[] }>('isu_weighted_total_rounding_point').map(
      (own) => [own.id, own],
    ),
  );
  const found = { programs: 0, winners: 0, entries: 0 };
  for (const { entries } of readCases<{ entries: { id: string }[] }>('isu_ranking_and_ties')) {
    const marks = Object.fromEntries(entries.map(({ id }) => [id, { J: scores.get(id)?.scores ?? [] }]));
    const factors = scores.get(entries[0]?.id ?? '')?.factors ?? [];
    const categories = factors.map((factor, place) => cat(`c${place}`, '10', factor));
    const ranks = (point: 'category' | 'end') =>
      new Map(
        tallyOf(compiled(categories, { rounding: { point } }), marks).dossiers.map(({ id, rank }) => [
          id,
          rank,
        ]),
      );
    const [official, other] = [ranks('category'), ranks('end')];
    const moved = [...official].filter(([id, rank]) => other.get(id) !== rank);
    found.entries += moved.length;
    found.programs += moved.length > 0 ? 1 : 0;
    found.winners += moved.some(([id, rank]) => rank === 1 || other.get(id) === 1) ? 1 : 0;
  }
  expect(found).toEqual({
    programs: published?.['programs_with_a_changed_order'],
    winners: published?.['winner_changed'],
    entries: published?.['entries_moved'],
  });
});
