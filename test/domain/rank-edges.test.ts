import { describe, expect, it } from 'vitest';
import { requireScheme } from '../../shared/domain/compile-scheme.ts';
import { fraction } from '../../shared/domain/fraction.ts';
import { rank } from '../../shared/domain/rank.ts';
import type { SelectionRule, TallyRules } from '../../shared/domain/scheme.ts';
import { tally } from '../../shared/domain/tally.ts';
import type { ReviewFacts, TallyInput } from '../../shared/domain/tally-types.ts';
import { whatIf } from '../../shared/domain/what-if.ts';
import { cat, compiled, schemeOf, sheetsOf, tallyOf, type Marks } from '../support/review-builder.ts';

interface Setting {
  readonly rules?: Partial<TallyRules>;
  readonly selection?: SelectionRule;
  readonly members?: readonly string[];
}

function inputOf(marks: Marks, { rules, selection, members }: Setting): TallyInput {
  const scheme = requireScheme({ ...schemeOf([cat('a', '100')], { quorum: 1, ...rules }), selection });
  return { scheme, dossiers: Object.keys(marks), members, sheets: sheetsOf(scheme, marks) };
}

describe('ranks', () => {
  const place = (id: string, value: bigint) => ({
    id,
    value: fraction(value),
    categories: [fraction(value)],
  });

  it('without facts favour nobody, whatever the id', () => {
    const marks = { 'Stryker was here': { M1: [80] }, A: { M1: [80] } };
    const rules = { ties: ['preference', 'vote'] };
    const ranks = (facts?: ReviewFacts) =>
      tallyOf(compiled([cat('a', '100')], rules), marks, facts).dossiers.map(({ id, rank: own }) => [
        id,
        own,
      ]);
    expect(ranks()).toEqual([
      ['A', 1],
      ['Stryker was here', 1],
    ]);
    expect(ranks({})).toEqual(ranks());
  });

  it('name no step for a dossier that no step told apart', () => {
    const ladder = [{ kind: 'preference' }, { kind: 'category', category: 0 }, { kind: 'shared' }] as const;
    const placed = rank([place('A', 5n), place('B', 5n), place('C', 4n)], ladder, {
      preferred: new Set(['A', 'B']),
      votes: [],
    });
    expect(placed.get('A')).toEqual({
      rank: 1,
      tie: { with: ['A', 'B'], decidedBy: [], sharedWith: ['A', 'B'] },
    });
    expect(placed.get('C')).toEqual({ rank: 3, tie: null });
    expect(placed.size).toBe(3);
    expect(rank([], ladder, { preferred: new Set(), votes: [] }).size).toBe(0);
  });
});

describe('what another rule would change', () => {
  it('is nothing where the rule is the scheme’s own to the last number', () => {
    const marks = { A: { M1: [80], M2: [70], M3: [60], M4: [50] } };
    const ownOf = (part: object) => {
      const aggregate = {
        trimmed: { high: 1, low: 1, scope: 'sheet', minimumMembers: 3, ...part },
      } as TallyRules['aggregate'];
      const { variants } = whatIf(inputOf(marks, { rules: { aggregate } }));
      return variants.find(({ key }) => key === 'what-if-trimmed')?.ownRule;
    };
    expect(ownOf({})).toBe(true);
    for (const part of [{ high: 0 }, { low: 0 }, { scope: 'item' }, { minimumMembers: 4 }]) {
      expect([part, ownOf(part)]).toEqual([part, false]);
    }
  });

  it('leaves the rounding point to the scheme, except for the median', () => {
    // Categories of 1/3 each: rounded by category 0.33 + 0.33 = 0.66, rounded at the end 0.67.
    const scheme = compiled([cat('a', '10'), cat('b', '10')], { quorum: 1, rounding: { point: 'category' } });
    const marks = {
      A: { M1: [1, 1], M2: [0, 0], M3: [0, 0] },
      B: { M1: [0.66, 0], M2: [0.66, 0], M3: [0.67, 0] },
    };
    const input = { scheme, dossiers: ['A', 'B'], sheets: sheetsOf(scheme, marks) };
    const { variants } = whatIf(input);
    const outcomes = new Map(variants.map(({ key, outcome }) => [key, outcome]));
    expect(tally(input).dossiers.map(({ id, exact }) => [id, exact])).toEqual(
      [
        ['A', '33/50'],
        ['B', '33/50'],
      ].toSorted(),
    );
    expect(outcomes.get('what-if-mean')).toBe('what-if-same');
    expect(outcomes.get('what-if-median')).toBe('what-if-order');
  });

  it('names who would enter and leave by id, and whether the first place changes', () => {
    const marks = {
      D: { M1: [90], M2: [90], M3: [10] },
      C: { M1: [88], M2: [88], M3: [10] },
      B: { M1: [66], M2: [66], M3: [66] },
      A: { M1: [65], M2: [65], M3: [65] },
    };
    const { variants } = whatIf(inputOf(marks, { selection: { quota: 2 } }));
    const byKey = new Map(variants.map((variant) => [variant.member ?? variant.key, variant]));
    expect(byKey.get('what-if-mean')).toMatchObject({
      ownRule: true,
      firstChanged: false,
      entering: [],
      leaving: [],
    });
    const median = byKey.get('what-if-median');
    expect([median?.outcome, median?.firstChanged]).toEqual(['what-if-cut-off', true]);
    expect([median?.entering, median?.leaving]).toEqual([
      ['C', 'D'],
      ['A', 'B'],
    ]);
  });

  it('without a member that member isn’t missing either', () => {
    const marks = { A: { M1: [80], M2: [70] }, B: { M1: [60], M2: [89] } };
    const { variants } = whatIf(inputOf(marks, { members: ['M1', 'M2'] }));
    expect(variants.map(({ member, outcome }) => [member, outcome])).toEqual([
      [null, 'what-if-same'],
      [null, 'what-if-same'],
      [null, 'what-if-same'],
      ['M1', 'what-if-order'],
      ['M2', 'what-if-same'],
    ]);
  });
});

describe('who is strict and how far marks lie apart', () => {
  it('members by id, whoever comes first; dossiers by id, and none without a sheet', () => {
    const marks = { B: { M2: [60], M1: [80] }, A: { M3: [50], M2: [70] }, C: {} };
    const found = whatIf(inputOf(marks, {}));
    expect(found.strictness.map(({ member, offset, key }) => [member, offset, key])).toEqual([
      ['M1', '10', 'strictness-generous'],
      ['M2', '0', 'strictness-even'],
      ['M3', '-10', 'strictness-strict'],
    ]);
    expect(found.spreads).toEqual([
      { id: 'A', members: 2, lowest: '50', highest: '70', range: '20', percent: '20.0' },
      { id: 'B', members: 2, lowest: '60', highest: '80', range: '20', percent: '20.0' },
      { id: 'C', members: 0, lowest: null, highest: null, range: null, percent: null },
    ]);
  });
});
