import { describe, expect, it } from 'vitest';
import { requireScheme } from '../../shared/domain/compile-scheme.ts';
import type { SelectionRule, TallyRules } from '../../shared/domain/scheme.ts';
import { select } from '../../shared/domain/selection.ts';
import { tally } from '../../shared/domain/tally.ts';
import type { ReviewFacts } from '../../shared/domain/tally-types.ts';
import { cat, schemeOf, sheetsOf, tallyOf, type Marks } from '../support/review-builder.ts';

interface Setting {
  readonly rules?: Partial<TallyRules>;
  readonly facts?: ReviewFacts;
  readonly vote?: readonly string[];
  readonly members?: readonly string[];
}

function inputOf(
  marks: Marks,
  selection: SelectionRule | undefined,
  { rules, facts, members }: Setting = {},
) {
  const scheme = requireScheme({ ...schemeOf([cat('a', '100')], { quorum: 1, ...rules }), selection });
  return { scheme, dossiers: Object.keys(marks), members, sheets: sheetsOf(scheme, marks), review: facts };
}

function selected(marks: Marks, selection: SelectionRule | undefined, setting: Setting = {}) {
  const input = inputOf(marks, selection, setting);
  return select(input.scheme, tally(input), setting.vote ?? null);
}

const one = (score: number) => ({ M1: [score] });

describe('the selection', () => {
  it('prints its rule, and what it doesn’t set is null', () => {
    expect(selected({ A: one(80) }, { passMark: '60.50' })).toEqual({
      passMark: '60.5',
      quota: null,
      dossiers: [{ id: 'A', selected: true, reason: 'selection-in' }],
      openTie: [],
      openPlaces: 0,
      voteProblem: null,
      provisional: false,
    });
    expect(selected({ A: one(80) }, { quota: 3 })).toMatchObject({ passMark: null, quota: 3 });
    expect(selected({ A: one(80) }, undefined)).toBeNull();
  });

  it('leaves a tie on the last place open, its dossiers by id', () => {
    const marks = { D: one(70), C: one(80), B: one(80), A: one(90) };
    const open = selected(marks, { quota: 2 });
    expect(open).toMatchObject({ openTie: ['B', 'C'], openPlaces: 1, voteProblem: null });
    expect(open?.dossiers.map(({ selected: isIn, reason }) => [isIn, reason])).toEqual([
      [true, 'selection-in'],
      [false, 'selection-open-tie'],
      [false, 'selection-open-tie'],
      [false, 'selection-beyond-quota'],
    ]);
  });

  it('lists an open tie by id even where the result lists it otherwise', () => {
    const scheme = requireScheme({ ...schemeOf([cat('a', '100')]), selection: { quota: 1 } });
    const [a, b] = tallyOf(scheme, { A: one(80), B: one(80) }).dossiers;
    if (a === undefined || b === undefined) throw new Error('two');
    const final = { status: 'final' } as const;
    const turned = {
      dossiers: [
        { ...b, ...final },
        { ...a, ...final },
      ],
    };
    expect(select(scheme, turned)?.openTie).toEqual(['A', 'B']);
  });

  it('a vote chooses as many as there are places, and only a vote on exactly those', () => {
    const marks = { A: one(90), B: one(80), C: one(80), D: one(80) };
    const decided = selected(marks, { quota: 3 }, { vote: ['D', 'B', 'C'] });
    expect(decided?.dossiers.map(({ id, selected: isIn, reason }) => [id, isIn, reason])).toEqual([
      ['A', true, 'selection-in'],
      ['B', true, 'selection-in-by-vote'],
      ['C', false, 'selection-out-by-vote'],
      ['D', true, 'selection-in-by-vote'],
    ]);
    expect(decided).toMatchObject({ openTie: [], openPlaces: 0, voteProblem: null });
    for (const vote of [
      ['B', 'C'],
      ['B', 'C', 'A'],
      ['B', 'C', 'C'],
      ['B', 'C', 'D', 'D'],
      ['B', 'C', 'D', 'A'],
      [],
    ]) {
      expect(selected(marks, { quota: 3 }, { vote })).toMatchObject({
        openTie: ['B', 'C', 'D'],
        openPlaces: 2,
        voteProblem: 'selection-vote-names',
      });
    }
    expect(selected({ A: one(90) }, { quota: 1 }, { vote: ['A'] })?.voteProblem).toBe('selection-vote-names');
  });

  it('a tie below the pass mark is no tie on the last place', () => {
    const marks = { A: one(90), B: one(50), C: one(50) };
    const result = selected(marks, { quota: 2, passMark: '60' });
    expect(result?.openTie).toEqual([]);
    expect(result?.dossiers.map(({ reason }) => reason)).toEqual([
      'selection-in',
      'selection-below-pass-mark',
      'selection-below-pass-mark',
    ]);
  });

  it('of dossiers without a rank selects none, and no quota is a tie of theirs', () => {
    const marks = { A: one(90), B: {}, C: {}, D: one(80) };
    const result = selected(marks, { quota: 3 }, { facts: { ineligible: ['D'] } });
    expect(result?.dossiers.map(({ id, reason }) => [id, reason])).toEqual([
      ['A', 'selection-in'],
      ['D', 'selection-ineligible'],
      ['B', 'selection-no-score'],
      ['C', 'selection-no-score'],
    ]);
    expect(result).toMatchObject({ openTie: [], provisional: false });
  });

  it('is provisional with a ranked provisional dossier only', () => {
    const rules = { quorum: 2 };
    expect(selected({ A: one(90) }, { quota: 1 }, { rules })).toMatchObject({ provisional: true });
    const both = { A: { M1: [90], M2: [90] }, B: one(80) };
    expect(selected(both, { quota: 1 }, { rules, facts: { ineligible: ['B'] } })).toMatchObject({
      provisional: false,
    });
    expect(selected(both, { quota: 1 }, { rules })).toMatchObject({ provisional: true });
    expect(selected({ A: both.A, B: {} }, { quota: 1 }, { rules })).toMatchObject({ provisional: false });
  });

  it('compares with the pass mark what it ranks on', () => {
    const marks = { A: { M1: [59.99], M2: [60] } };
    const published: Partial<TallyRules> = { rankOn: 'published', rounding: { places: 0 } };
    const reasonOf = (rules: Partial<TallyRules>) =>
      selected(marks, { passMark: '60' }, { rules })?.dossiers[0]?.reason;
    expect([reasonOf({}), reasonOf(published)]).toEqual(['selection-below-pass-mark', 'selection-in']);
  });
});
