import { describe, expect, it } from 'vitest';
import { explain, type ExplanationStep } from '../../shared/domain/explain.ts';
import { aggregateLabel, explainRules } from '../../shared/domain/explain-rules.ts';
import type { Aggregate, TallyRules } from '../../shared/domain/scheme.ts';
import { requireScheme } from '../../shared/domain/compile-scheme.ts';
import { tally } from '../../shared/domain/tally.ts';
import type { ReviewFacts } from '../../shared/domain/tally-types.ts';
import { cat, compiled, schemeOf, sheetsOf, type Marks } from '../support/review-builder.ts';

const categories = [
  { ...cat('a', '10'), name: '基本' },
  { ...cat('b', '100', '0.9'), name: '计划' },
];

function explained(
  marks: Marks,
  rules: Partial<TallyRules> = {},
  facts: ReviewFacts = {},
  members?: string[],
) {
  const scheme = compiled(categories, rules);
  const input = {
    scheme,
    dossiers: Object.keys(marks),
    members,
    sheets: sheetsOf(scheme, marks),
    review: facts,
  };
  return explain(input, tally(input));
}

const trimmed = (scope: 'sheet' | 'category' | 'item'): Aggregate => ({
  trimmed: { high: 1, low: 1, scope, minimumMembers: 3 },
});
const three: Marks = { A: { M1: [4, 40], M2: [6, 60], M3: [8, 90] } };
const key = (steps: readonly ExplanationStep[]) => steps.map((step) => step.key);

describe('the steps of a number', () => {
  it('under the mean', () => {
    expect(explained(three)[0]?.steps).toEqual([
      { key: 'explain-counted', values: { count: 3 } },
      { key: 'explain-category', values: { name: '基本', exact: '6', mean: '6.00' } },
      { key: 'explain-category', values: { name: '计划', exact: '57', mean: '57.00' } },
      { key: 'explain-sum', values: { exact: '63', places: 2, score: '63.00' } },
      { key: 'explain-rounded-half-up', values: { exact: '63', places: 2, score: '63.00' } },
    ]);
  });

  it('with categories rounded, or as a median', () => {
    const rounded = explained(three, { rounding: { point: 'category', mode: 'half-even', places: 1 } })[0];
    expect(rounded?.steps.slice(1)).toEqual([
      { key: 'explain-category-rounded', values: { name: '基本', exact: '6', mean: '6.0' } },
      { key: 'explain-category-rounded', values: { name: '计划', exact: '57', mean: '57.0' } },
      { key: 'explain-sum-rounded', values: { exact: '63', places: 1, score: '63.0' } },
      { key: 'explain-rounded-half-even', values: { exact: '63', places: 1, score: '63.0' } },
    ]);
    expect(explained(three, { aggregate: 'median' })[0]?.steps[3]).toEqual({
      key: 'explain-median',
      values: { exact: '60', places: 2, score: '60.00' },
    });
    expect(aggregateLabel(compiled(categories, { aggregate: trimmed('sheet') }))).toBe('explain-sum');
  });

  it('name every value that was set aside, with its place', () => {
    const sheet = explained(three, { aggregate: trimmed('sheet') })[0];
    expect(sheet?.steps.slice(1, 3)).toEqual([
      { key: 'explain-dropped-high-sheet', values: { member: 'M3', place: '' } },
      { key: 'explain-dropped-low-sheet', values: { member: 'M1', place: '' } },
    ]);
    const item = explained(three, { aggregate: trimmed('item') })[0];
    expect(item?.steps.slice(1, 5)).toEqual([
      { key: 'explain-dropped-high-item', values: { member: 'M3', place: 'a' } },
      { key: 'explain-dropped-low-item', values: { member: 'M1', place: 'a' } },
      { key: 'explain-dropped-high-item', values: { member: 'M3', place: 'b' } },
      { key: 'explain-dropped-low-item', values: { member: 'M1', place: 'b' } },
    ]);
  });

  it('name who isn’t counted and why, and end there without a sheet', () => {
    const members = ['M1', 'M2', 'M3', 'M4', 'M5', 'M6'];
    const facts = { recused: [['M4', 'A']] as const, absent: [['M5', 'A']] as const };
    const marks = { A: { M1: [4, 40], M2: [null, 60], M3: [8, 90] }, B: {} };
    const [a, b] = explained(marks, {}, facts, members);
    expect(a?.steps.slice(0, 5)).toEqual([
      { key: 'explain-recused', values: { members: 'M4' } },
      { key: 'explain-absent', values: { members: 'M5' } },
      { key: 'explain-missing', values: { members: 'M6' } },
      { key: 'explain-incomplete', values: { members: 'M2' } },
      { key: 'explain-counted', values: { count: 2 } },
    ]);
    expect(a?.steps.at(-1)).toEqual({ key: 'explain-provisional', values: { count: 2, quorum: 3 } });
    expect(b?.steps).toEqual([
      { key: 'explain-missing', values: { members: 'M1, M2, M3, M4, M5, M6' } },
      { key: 'explain-no-sheet', values: {} },
    ]);
  });

  it('say that a dossier is ineligible', () => {
    const steps = explained(three, {}, { ineligible: ['A'] })[0]?.steps ?? [];
    expect(steps.at(-1)).toEqual({ key: 'explain-ineligible', values: {} });
    expect(key(explained(three)[0]?.steps ?? [])).not.toContain('explain-ineligible');
  });

  it('tell by which step of the ladder a tie was broken, and who still shares a rank', () => {
    const same = { M1: [5, 50], M2: [5, 50], M3: [5, 50] };
    const other = { M1: [9.5, 45], M2: [9.5, 45], M3: [9.5, 45] };
    const marks = { A: same, B: other, C: same, D: same };
    const rules = { ties: ['preference', 'category:a', 'vote', 'shared'] };
    const steps = explained(marks, rules, { preferred: ['D'] }).map((each) => [each.id, each.steps.slice(5)]);
    const tied = { key: 'explain-tied', values: { dossiers: 'A, B, C, D' } };
    const preference = { key: 'explain-tie-preference', values: { name: '' } };
    const category = { key: 'explain-tie-category', values: { name: '基本' } };
    const shared = { key: 'explain-tie-shared', values: { dossiers: 'A, C', rank: 3 } };
    expect(steps).toEqual([
      ['D', [tied, preference]],
      ['B', [tied, preference, category]],
      ['A', [tied, preference, category, shared]],
      ['C', [tied, preference, category, shared]],
    ]);
    const voted = explained({ A: same, C: same }, rules, { votes: [['C', 'A']] });
    expect(voted.map((each) => [each.id, key(each.steps.slice(5))])).toEqual([
      ['C', ['explain-tied', 'explain-tie-vote']],
      ['A', ['explain-tied', 'explain-tie-vote']],
    ]);
  });
});

describe('the line of a member', () => {
  it('has the weighted value of every category, and empty ones where the sheet isn’t counted', () => {
    const marks = { A: { M1: [4, 40], M2: [null, 60], M3: [8, 90] } };
    const [a] = explained(marks, { aggregate: trimmed('item') }, {}, ['M3', 'M2', 'M1', 'M0']);
    expect(
      a?.members.map(({ member, mark, total, categories: own, dropped }) => [
        member,
        mark,
        total,
        own,
        dropped,
      ]),
    ).toEqual([
      ['M0', 'missing', null, [null, null], []],
      ['M1', 'counted', '40', ['4', '36'], []],
      ['M2', 'incomplete', null, [null, null], []],
      ['M3', 'counted', '89', ['8', '81'], []],
    ]);
  });

  it('lists what was set aside of it', () => {
    const lines = explained(three, { aggregate: trimmed('item') })[0]?.members;
    expect(lines?.map(({ member, dropped }) => [member, dropped])).toEqual([
      [
        'M1',
        [
          { member: 'M1', side: 'low', scope: 'item', place: 'a' },
          { member: 'M1', side: 'low', scope: 'item', place: 'b' },
        ],
      ],
      ['M2', []],
      [
        'M3',
        [
          { member: 'M3', side: 'high', scope: 'item', place: 'a' },
          { member: 'M3', side: 'high', scope: 'item', place: 'b' },
        ],
      ],
    ]);
  });
});

describe('the rules in sentences', () => {
  const sentences = (rules: Partial<TallyRules>, more: object = {}) =>
    explainRules(requireScheme({ ...schemeOf(categories, rules), ...more }));

  it('are these by default', () => {
    expect(sentences({})).toEqual([
      { key: 'rule-mean', values: {} },
      { key: 'rule-rounding-half-up-end', values: { places: 2 } },
      { key: 'rule-rank-exact', values: { places: 2 } },
      { key: 'rule-tie-shared', values: { number: 1, name: '' } },
      { key: 'rule-quorum', values: { quorum: 3 } },
      { key: 'rule-deviation', values: { percent: '20' } },
    ]);
  });

  it('carry every setting', () => {
    const rules: Partial<TallyRules> = {
      aggregate: trimmed('category'),
      rounding: { places: 1, mode: 'half-even', point: 'category' },
      rankOn: 'published',
      ties: ['preference', 'category:b', 'vote', 'shared'],
      quorum: 5,
    };
    const more = { selection: { passMark: '60.5', quota: 4 }, deviation: '12.50' };
    expect(sentences(rules, more)).toEqual([
      { key: 'rule-trimmed-category', values: { high: 1, low: 1, minimumMembers: 3 } },
      { key: 'rule-rounding-half-even-category', values: { places: 1 } },
      { key: 'rule-rank-published', values: { places: 1 } },
      { key: 'rule-tie-preference', values: { number: 1, name: '' } },
      { key: 'rule-tie-category', values: { number: 2, name: '计划' } },
      { key: 'rule-tie-vote', values: { number: 3, name: '' } },
      { key: 'rule-tie-shared', values: { number: 4, name: '' } },
      { key: 'rule-pass-mark', values: { passMark: '60.5' } },
      { key: 'rule-quota', values: { quota: 4 } },
      { key: 'rule-quorum', values: { quorum: 5 } },
      { key: 'rule-deviation', values: { percent: '12.5' } },
    ]);
  });

  it('name a pass mark or a quota alone, and that deviations are off', () => {
    const keysOf = (more: object) => key(sentences({ aggregate: 'median' }, more));
    expect(keysOf({ selection: { quota: 2 }, deviation: 'off' })).toEqual([
      'rule-median',
      'rule-rounding-half-up-end',
      'rule-rank-exact',
      'rule-tie-shared',
      'rule-quota',
      'rule-quorum',
      'rule-deviation-off',
    ]);
    expect(sentences({}, { deviation: 'off' }).at(-1)).toEqual({ key: 'rule-deviation-off', values: {} });
    expect(keysOf({ selection: { passMark: '60' } })).toContain('rule-pass-mark');
    expect(keysOf({ selection: { passMark: '60' } })).not.toContain('rule-quota');
  });
});
