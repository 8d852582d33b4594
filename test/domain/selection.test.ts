import { expect, test } from 'vitest';
import { compileScheme, requireScheme } from '../../shared/domain/compile-scheme.ts';
import type { SelectionRule, TallyRules } from '../../shared/domain/scheme.ts';
import { select, type Selection } from '../../shared/domain/selection.ts';
import type { ReviewFacts } from '../../shared/domain/tally-types.ts';
import { cat, schemeOf, tallyOf } from '../support/review-builder.ts';

interface Round {
  readonly rule: SelectionRule;
  /** One mark of one member a dossier; null for no sheet. */
  readonly marks: Readonly<Record<string, string | number | null>>;
  readonly rules?: Partial<TallyRules>;
  readonly review?: ReviewFacts & { readonly members?: readonly string[] };
  readonly vote?: readonly string[];
}

function selectionOf({ rule, marks, rules, review, vote }: Round): Selection | null {
  const scheme = requireScheme({ ...schemeOf([cat('a', '100')], { quorum: 1, ...rules }), selection: rule });
  const sheets = Object.entries(marks).map(([id, mark]) => [id, mark === null ? {} : { M: [mark] }]);
  return select(scheme, tallyOf(scheme, Object.fromEntries(sheets), review), vote);
}

/** One line a dossier: `A in`, `B below-pass-mark`. */
function outcomes(round: Round): readonly string[] | undefined {
  return selectionOf(round)?.dossiers.map(({ id, reason }) => `${id} ${reason.slice('selection-'.length)}`);
}

test('without pass mark and quota nobody is selected or refused', () => {
  expect(selectionOf({ rule: {}, marks: { A: 90 } })).toBeNull();
});

test('a quota takes the best ranks', () => {
  expect(outcomes({ rule: { quota: 2 }, marks: { A: 70, B: 90, C: 80 } })).toEqual([
    'B in',
    'C in',
    'A beyond-quota',
  ]);
});

test('a pass mark takes everybody who reaches it, the mark itself included', () => {
  expect(outcomes({ rule: { passMark: '60' }, marks: { A: 60, B: '59.99', C: 100 } })).toEqual([
    'C in',
    'A in',
    'B below-pass-mark',
  ]);
});

test('with both, a place stays empty rather than going below the pass mark', () => {
  expect(outcomes({ rule: { passMark: '80', quota: 2 }, marks: { A: 90, B: 79, C: 85, D: 84 } })).toEqual([
    'A in',
    'C in',
    'D beyond-quota',
    'B below-pass-mark',
  ]);
});

test('the pass mark looks at the exact or the published value, as the ranking does', () => {
  const marks = { A: { M1: ['59.99'], M2: [60], M3: [60] } };
  const outcome = (rankOn: 'exact' | 'published') => {
    const scheme = requireScheme({
      ...schemeOf([cat('a', '100')], { rankOn, rounding: { places: 1 } }),
      selection: { passMark: '60' },
    });
    return select(scheme, tallyOf(scheme, marks))?.dossiers[0]?.selected;
  };
  expect([outcome('exact'), outcome('published')]).toEqual([false, true]);
});

test('a tie on the last place is shown and nobody of it is selected', () => {
  const round = { rule: { quota: 2 }, marks: { A: 90, D: 80, C: 80, B: 80 } };
  expect(selectionOf(round)).toEqual({
    passMark: null,
    quota: 2,
    dossiers: [
      { id: 'A', selected: true, reason: 'selection-in' },
      { id: 'B', selected: false, reason: 'selection-open-tie' },
      { id: 'C', selected: false, reason: 'selection-open-tie' },
      { id: 'D', selected: false, reason: 'selection-open-tie' },
    ],
    openTie: ['B', 'C', 'D'],
    openPlaces: 1,
    voteProblem: null,
    provisional: false,
  });
});

test('only a recorded vote over exactly the tied dossiers decides the last place', () => {
  const round = { rule: { quota: 2 }, marks: { A: 90, C: 80, B: 80 } };
  expect(outcomes({ ...round, vote: ['C', 'B'] })).toEqual(['A in', 'B out-by-vote', 'C in-by-vote']);
  expect(selectionOf({ ...round, vote: ['C', 'B'] })).toMatchObject({ openTie: [], openPlaces: 0 });
  for (const vote of [[], ['C'], ['C', 'C'], ['B', 'B', 'C'], ['A', 'C'], ['A', 'B', 'C']]) {
    expect(selectionOf({ ...round, vote })).toMatchObject({
      openTie: ['B', 'C'],
      voteProblem: 'selection-vote-names',
    });
  }
});

test('a vote without a tie on the last place changes nothing and is reported', () => {
  const round = { rule: { quota: 1 }, marks: { A: 90, B: 80 }, vote: ['B', 'A'] };
  expect(outcomes(round)).toEqual(['A in', 'B beyond-quota']);
  expect(selectionOf(round)?.voteProblem).toBe('selection-vote-names');
});

test('a tie inside the quota, beyond it or below the pass mark needs no vote', () => {
  const openTie = (rule: SelectionRule, marks: Round['marks']) => selectionOf({ rule, marks })?.openTie;
  expect(openTie({ quota: 2 }, { A: 80, B: 80, C: 70 })).toEqual([]);
  expect(openTie({ quota: 1 }, { A: 90, B: 80, C: 80 })).toEqual([]);
  expect(openTie({ quota: 2, passMark: '85' }, { A: 90, B: 80, C: 80 })).toEqual([]);
});

test('a tie that the ladder has broken needs no vote', () => {
  const round = { rule: { quota: 1 }, marks: { A: 80, B: 80 }, rules: { ties: ['preference'] } };
  expect(outcomes({ ...round, review: { preferred: ['B'] } })).toEqual(['B in', 'A beyond-quota']);
});

test('ineligible, provisional and unscored dossiers are never selected; a provisional one keeps its place', () => {
  const round: Round = {
    rule: { quota: 2, passMark: '10' },
    marks: { A: 90, B: 80, C: 70, D: 95, E: null },
    review: { ineligible: ['D'], members: ['M', 'N'], absent: ['A', 'C', 'D', 'E'].map((id) => ['N', id]) },
  };
  expect(outcomes(round)).toEqual(['A in', 'B provisional', 'C beyond-quota', 'D ineligible', 'E no-score']);
  expect(selectionOf(round)?.provisional).toBe(true);
});

test('a provisional dossier may stand in the tie on the last place, and a vote doesn’t select it', () => {
  const round: Round = {
    rule: { quota: 1 },
    marks: { A: 80, B: 80 },
    review: { members: ['M', 'N'], absent: [['N', 'A']] },
  };
  expect(selectionOf(round)?.openTie).toEqual(['A', 'B']);
  expect(outcomes({ ...round, vote: ['B', 'A'] })).toEqual(['A out-by-vote', 'B provisional']);
});

test('a quota of 0, a fraction of a place and a pass mark over the total are refused all at once', () => {
  const problems = (selection: SelectionRule) => {
    const outcome = compileScheme({ ...schemeOf([cat('a', '100')]), selection });
    return outcome.ok ? [] : outcome.problems;
  };
  expect(problems({ quota: 0, passMark: '100.01' })).toEqual([
    { path: 'selection.quota', reason: 'scheme-quota' },
    {
      path: 'selection.passMark',
      reason: 'scheme-pass-mark-over-total',
      values: { passMark: '100.01', total: '100' },
    },
  ]);
  expect(problems({ quota: 1.5 })).toMatchObject([{ reason: 'scheme-quota' }]);
  expect(problems({ quota: -1 })).toMatchObject([{ reason: 'scheme-quota' }]);
  expect(problems({ passMark: '6O' })).toMatchObject([{ reason: 'scheme-decimal', values: { text: '6O' } }]);
  expect(problems({ passMark: '100', quota: 1 })).toEqual([]);
});

test('selection doesn’t enter the calculation', () => {
  const plain = schemeOf([cat('a', '100')]);
  const marks = { A: { M: [90] }, B: { M: [80] } };
  const scores = [plain, { ...plain, selection: { quota: 1, passMark: '85' } }].map((scheme) =>
    tallyOf(requireScheme(scheme), marks),
  );
  expect(scores[0]).toEqual(scores[1]);
});
