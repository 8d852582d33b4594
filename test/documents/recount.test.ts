import { describe, expect, test } from 'vitest';
import type { ResultsData } from '../../electron/documents/data.ts';
import { makeResultsWorkbook } from '../../electron/documents/make-workbook.ts';
import type { CompiledScheme } from '../../shared/domain/compiled-scheme.ts';
import { explain } from '../../shared/domain/explain.ts';
import type { TallyRules } from '../../shared/domain/scheme.ts';
import { tally } from '../../shared/domain/tally.ts';
import { twoPlacesText } from '../../shared/domain/total-text.ts';
import { cat, compiled, sheetsOf, type Marks } from '../support/review-builder.ts';
import { recalculate } from './recalculate.ts';
import { results } from './sample-forms.ts';

/** Repeatable numbers from 0 to below 1. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

function marksOf(scheme: CompiledScheme, dossiers: number, members: number, next: () => number): Marks {
  const mark = (cap: string): string => (Math.floor(next() * (Number(cap) * 4 + 1)) / 4).toFixed(2);
  return Object.fromEntries(
    Array.from({ length: dossiers }, (_, dossier) => [
      `D${dossier + 1}`,
      Object.fromEntries(
        Array.from({ length: members }, (_member, member) => [
          `M${member + 1}`,
          scheme.items.map(({ capText }) => mark(capText)),
        ]),
      ),
    ]),
  );
}

/** A review counted by the domain, as the data of its workbook. */
function dataOf(scheme: CompiledScheme, marks: Marks): ResultsData {
  const input = { scheme, dossiers: Object.keys(marks), sheets: sheetsOf(scheme, marks) };
  const counted = tally(input);
  const lines = new Map(explain(input, counted).map((entry) => [entry.id, entry.members]));
  const { aggregate, rounding, rankOn } = scheme.rules;
  return {
    ...results(1),
    categories: scheme.categories.map(({ name }) => name),
    weights: scheme.categories.map(({ weight }) => `${weight.numerator}/${weight.denominator}`),
    rule: {
      aggregate: typeof aggregate === 'string' ? aggregate : aggregate.trimmed,
      ...rounding,
      rankOn,
    },
    items: scheme.items.map((item) => ({
      category: scheme.categories[item.category]?.name ?? '',
      name: item.name,
      cap: item.capText,
    })),
    summary: counted.dossiers.map((row) => ({
      number: row.id,
      name: row.id,
      creditCode: '',
      rank: String(row.rank),
      score: row.score ?? '—',
      exact: row.exact ?? undefined,
      members: String(row.members),
      categoryMeans: row.categories.map(({ mean }) => mean ?? '—'),
      conclusion: '推荐',
    })),
    details: Object.entries(marks).flatMap(([dossier, members]) =>
      Object.entries(members).map(([member, scores]) => {
        const line = lines.get(dossier)?.find((candidate) => candidate.member === member);
        return {
          number: dossier,
          enterprise: dossier,
          member,
          state: line?.mark === 'dropped' ? '去掉' : '电子',
          scores: scores.map(String),
          categories: (line?.categories ?? []).map((value) => (value === null ? null : twoPlacesText(value))),
          total: line === undefined || line.total === null ? null : twoPlacesText(line.total),
        };
      }),
    ),
  };
}

const plain = [cat('a', '40', undefined, ['15', '25']), cat('b', '60')];
const weighted = [cat('a', '100', '0.15', ['40', '60']), cat('b', '100', '0.85')];
const trimmed = (scope: 'sheet' | 'category' | 'item', minimumMembers = 5): TallyRules['aggregate'] => ({
  trimmed: { high: 1, low: 1, scope, minimumMembers },
});

const rules: readonly (readonly [string, Partial<TallyRules>, number])[] = [
  ['mean', { aggregate: 'mean' }, 7],
  ['mean of an even panel', { aggregate: 'mean' }, 8],
  ['mean, half to even', { aggregate: 'mean', rounding: { mode: 'half-even', places: 2, point: 'end' } }, 8],
  [
    'mean, each category rounded',
    { aggregate: 'mean', rounding: { point: 'category', places: 1, mode: 'half-up' } },
    7,
  ],
  ['median', { aggregate: 'median' }, 6],
  ['trimmed sheets', { aggregate: trimmed('sheet') }, 7],
  ['trimmed categories', { aggregate: trimmed('category') }, 7],
  ['trimmed items', { aggregate: trimmed('item') }, 6],
  ['too small a panel to trim', { aggregate: trimmed('sheet', 9) }, 7],
  ['ranks by what is published', { aggregate: 'mean', rankOn: 'published', rounding: { places: 0 } }, 5],
];

describe('the recount of the workbook', () => {
  test.each(rules)('gives the published scores and ranks: %s', async (_name, rule, members) => {
    for (const categories of [plain, weighted]) {
      const scheme = compiled(categories, rule);
      const next = numbersFrom(members * 7 + categories.length);
      const data = dataOf(scheme, marksOf(scheme, 12, members, next));
      const workbook = recalculate(await makeResultsWorkbook(data));
      const score = 5 + data.categories.length - 1;
      const at = (column: number, row: number): string => `${String.fromCharCode(65 + column)}${row + 3}`;
      const rows = data.summary.map((_, row) => ({
        members: workbook.value('复算', at(2, row)),
        score: workbook.value('复算', at(score, row)),
        word: workbook.value('复算', at(score + 2, row)),
        rank: workbook.value('复算', at(score + 3, row)),
      }));
      expect(rows).toEqual(
        data.summary.map((row) => ({
          members: Number(row.members),
          score: Number(row.score),
          word: '一致',
          rank: Number(row.rank),
        })),
      );
    }
  });

  test('shows the published numbers before anybody recalculates, and the same ones afterwards', async () => {
    const data = results(12);
    const workbook = recalculate(await makeResultsWorkbook(data));
    const totals = data.details.map((_, row) => `U${row + 4}`);
    expect(totals.map((address) => workbook.shown('明细', address))).toEqual(
      data.details.map(({ total }) => (total === null ? '' : Number(total))),
    );
    expect(totals.map((address) => workbook.value('明细', address))).toEqual(
      data.details.map(({ total }) => (total === null ? '' : Number(total))),
    );
  });

  test('follows a changed score and says that it no longer agrees', async () => {
    const data = results(12);
    const details = data.details.map((row, index) =>
      index === 0 ? { ...row, scores: ['0', ...row.scores.slice(1)] } : row,
    );
    const workbook = recalculate(await makeResultsWorkbook({ ...data, details }));
    expect([workbook.value('复算', 'O3'), workbook.value('复算', 'O4')]).toEqual(['不一致', '一致']);
  });
});
