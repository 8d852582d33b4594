import { expect, test } from 'vitest';
import { requireScheme } from '../../shared/domain/compile-scheme.ts';
import type { SelectionRule, TallyRules } from '../../shared/domain/scheme.ts';
import { whatIf } from '../../shared/domain/what-if.ts';
import type { ReviewFacts, TallyInput } from '../../shared/domain/tally-types.ts';
import { sentences } from '../../shared/text/index.ts';
import { readCases } from '../support/cases.ts';
import { cat, schemeOf, sheetsOf, type Marks } from '../support/review-builder.ts';

function inputOf(
  marks: Marks,
  more: {
    readonly rules?: Partial<TallyRules>;
    readonly selection?: SelectionRule;
    readonly members?: readonly string[];
    readonly review?: ReviewFacts;
  } = {},
): TallyInput {
  const scheme = requireScheme({
    ...schemeOf([cat('a', '100')], more.rules),
    selection: more.selection,
  });
  const { members, review } = more;
  return { scheme, dossiers: Object.keys(marks), sheets: sheetsOf(scheme, marks), members, review };
}

/** Five members; M5 is so generous to B that B leads under the plain mean alone. */
const generous: Marks = {
  A: { M1: [80], M2: [80], M3: [80], M4: [80], M5: [80] },
  B: { M1: [78], M2: [78], M3: [78], M4: [78], M5: [98] },
  C: { M1: [70], M2: [70], M3: [70], M4: [70], M5: [70] },
};

test('one generous member: every other usual rule turns the first two round', () => {
  const { variants } = whatIf(inputOf(generous));
  const summary = variants.map(({ key, member, ownRule, outcome, firstChanged }) =>
    [key, member, ownRule, outcome, firstChanged].join(' '),
  );
  expect(summary).toEqual([
    'what-if-mean  true what-if-same false',
    'what-if-trimmed  false what-if-order true',
    'what-if-median  false what-if-order true',
    'what-if-without M1 false what-if-same false',
    'what-if-without M2 false what-if-same false',
    'what-if-without M3 false what-if-same false',
    'what-if-without M4 false what-if-same false',
    'what-if-without M5 false what-if-order true',
  ]);
  expect(variants[1]?.moved).toEqual([
    { id: 'B', rank: 1, otherRank: 2 },
    { id: 'A', rank: 2, otherRank: 1 },
  ]);
});

test('with a quota the cut-off changes, and who would enter and leave is named', () => {
  const { variants } = whatIf(inputOf(generous, { selection: { quota: 1 } }));
  const [, trimmed] = variants;
  expect(trimmed).toMatchObject({ outcome: 'what-if-cut-off', entering: ['A'], leaving: ['B'] });
});

test('a pass mark is part of the cut-off', () => {
  const { variants } = whatIf(inputOf(generous, { selection: { passMark: '79' } }));
  expect(variants[2]).toMatchObject({ outcome: 'what-if-cut-off', entering: [], leaving: ['B'] });
});

test('a panel of three stays comparable without one member, below its quorum', () => {
  const marks: Marks = {
    A: { M1: [90], M2: [60], M3: [60] },
    B: { M1: [60], M2: [70], M3: [70] },
  };
  const { variants } = whatIf(inputOf(marks, { members: ['M1', 'M2', 'M3'], selection: { quota: 1 } }));
  expect(variants.find(({ member }) => member === 'M1')).toMatchObject({
    outcome: 'what-if-cut-off',
    entering: ['B'],
    leaving: ['A'],
  });
  expect(variants.find(({ member }) => member === 'M2')?.outcome).toBe('what-if-same');
});

test('a dossier that only one member scored has no rank without that member', () => {
  const { variants } = whatIf(
    inputOf({ A: { M1: [90] }, B: { M1: [80], M2: [80] } }, { rules: { quorum: 1 } }),
  );
  expect(variants.find(({ member }) => member === 'M1')?.moved).toEqual([
    { id: 'A', rank: 1, otherRank: null },
    { id: 'B', rank: 2, otherRank: 1 },
  ]);
});

test('a scheme that rounds its categories is compared with the median all the same', () => {
  const rules = { rounding: { point: 'category' as const } };
  expect(whatIf(inputOf(generous, { rules })).variants[2]?.firstChanged).toBe(true);
});

test('a recorded vote keeps deciding the last place where it applies', () => {
  const marks: Marks = { A: { M1: [80], M2: [80] }, B: { M1: [80], M2: [80] } };
  const input = inputOf(marks, { selection: { quota: 1 } });
  const outcomes = (vote: readonly string[] | null) => [
    ...new Set(whatIf(input, vote).variants.map(({ outcome }) => outcome)),
  ];
  expect(outcomes(['B', 'A'])).toEqual(['what-if-same']);
  expect(outcomes(null)).toEqual(['what-if-same']);
});

test('the spread of each dossier and the strictness of each member are exact', () => {
  const { spreads, strictness } = whatIf(
    inputOf({ A: { M1: [80], M2: [81], M3: [81] }, B: { M1: ['60.5'], M2: [60], M3: [60] }, C: {} }),
  );
  expect(spreads).toEqual([
    { id: 'A', members: 3, lowest: '80', highest: '81', range: '1', percent: '1.0' },
    { id: 'B', members: 3, lowest: '60', highest: '60.5', range: '0.5', percent: '0.5' },
    { id: 'C', members: 0, lowest: null, highest: null, range: null, percent: null },
  ]);
  // M1: −2/3 and +1/3; M2 and M3: +1/3 and −1/6.
  expect(strictness).toEqual([
    { member: 'M1', dossiers: 2, offset: '-1/6', shown: '-0.17', key: 'strictness-strict' },
    { member: 'M2', dossiers: 2, offset: '1/12', shown: '0.08', key: 'strictness-generous' },
    { member: 'M3', dossiers: 2, offset: '1/12', shown: '0.08', key: 'strictness-generous' },
  ]);
});

test('strictness says nothing of a member who scored alone, and 0 of one who is level', () => {
  const { strictness } = whatIf(inputOf({ A: { M1: [80], M2: [80] }, B: { M3: [10] } }));
  expect(strictness.map(({ member, offset, key }) => [member, offset, key])).toEqual([
    ['M1', '0', 'strictness-even'],
    ['M2', '0', 'strictness-even'],
    ['M3', null, 'strictness-not-defined'],
  ]);
});

test('recusal-moves-the-mean: on the members who scored both, the order is the opposite', () => {
  const [found] = readCases<{ id: string; given: Record<string, Record<string, number | null>> }>(
    'incidents',
  ).filter(({ id }) => id === 'recusal-moves-the-mean');
  const given = Object.entries(found?.given ?? {});
  const column = (dossier: string) =>
    Object.fromEntries(
      given.flatMap(([member, own]) => {
        const mark = own[dossier] ?? null;
        return mark === null ? [] : [[member, [mark]]];
      }),
    );
  const input = inputOf({ X: column('X'), Y: column('Y') }, { review: { recused: [['C', 'X']] } });
  expect(whatIf(input).recusals).toEqual([
    {
      upper: 'Y',
      lower: 'X',
      common: ['A', 'B'],
      upperScore: '79.00',
      lowerScore: '80.00',
      outcome: 'recusal-check-reversed',
      flagged: true,
    },
  ]);
});

test.each([
  ['same', { A: { M1: [90], M2: [90] }, B: { M1: [80] } }],
  ['tied', { A: { M1: [80], M2: [90] }, B: { M1: [80] } }],
  ['separated', { A: { M1: [80], M2: [90] }, B: { M1: [85] } }],
  ['nobody', { A: { M1: [80] }, B: { M2: [70] } }],
])('recusal check of neighbours: %s', (outcome, marks: Marks) => {
  expect(whatIf(inputOf(marks)).recusals.map((check) => [check.outcome, check.flagged])).toEqual([
    [`recusal-check-${outcome}`, outcome === 'tied' || outcome === 'separated'],
  ]);
});

test('neighbours whom the same members scored need no check', () => {
  expect(whatIf(inputOf(generous)).recusals).toEqual([]);
});

test('the answer is JSON-safe and every key has a sentence', () => {
  const answer = whatIf(inputOf(generous, { selection: { quota: 1 } }));
  expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
  const keys = [
    ...answer.variants.flatMap(({ key, outcome }) => [key, outcome]),
    ...answer.strictness.map(({ key }) => key),
  ];
  expect(keys.filter((key) => !Object.hasOwn(sentences['zh-CN'], key))).toEqual([]);
});
