import { expect, test } from 'vitest';
import { exampleScheme, goodSheets, runTally } from '../support/run-tally.ts';

const category = exampleScheme.categories[0];

test.each<[string, object, string, string]>([
  ['no tally', { tally: undefined }, 'tally: 缺少这一项。', 'tally: This is missing.'],
  [
    'a list as tally',
    { tally: [] },
    'tally: 应为一组内容（写在花括号中）。',
    'tally: It must be an object, in braces.',
  ],
  [
    'a number as title',
    { title: 7 },
    'title: 应为文字（写在引号中）。',
    'title: It must be text, in quotes.',
  ],
  [
    'text as a list',
    { categories: '无' },
    'categories: 应为列表 […]。',
    'categories: It must be a list […].',
  ],
  [
    'half a person',
    { panel: { minimum: 2.5 } },
    'panel.minimum: 应为整数。',
    'panel.minimum: It must be a whole number.',
  ],
  [
    'an unknown way to show',
    { panel: { show: 'faces' } },
    'panel.show: 只能是：names | codes。',
    'panel.show: It must be one of: names | codes.',
  ],
  [
    'an unknown aggregate',
    { tally: { aggregate: 'mode' } },
    'tally.aggregate: 只能是：mean | median | {…}。',
    'tally.aggregate: It must be one of: mean | median | {…}.',
  ],
  [
    'a trim without minimumMembers',
    { tally: { aggregate: { trimmed: { high: 1, low: 1, scope: 'sheet' } } } },
    'tally.aggregate.trimmed.minimumMembers: 缺少这一项。',
    'tally.aggregate.trimmed.minimumMembers: This is missing.',
  ],
  [
    'a title of 2,001 characters',
    { title: '长'.repeat(2001) },
    'title: 超过 2000 个字符。',
    'title: It is longer than 2000 characters.',
  ],
  [
    'no reasons of correction',
    { correctionReasons: [] },
    'correctionReasons: 至少要有 1 条。',
    'correctionReasons: It must have this many entries at least: 1.',
  ],
  [
    'a day that is none',
    { validity: { from: '2026-02-30' } },
    'validity.from: 不是有效的日期，应写成 2026-11-21。',
    'validity.from: It is no valid date; write it as 2026-11-21.',
  ],
  [
    'an unknown key',
    { categories: [{ ...category, colour: 'red' }] },
    'categories.0: 未知的键「colour」。',
    'categories.0: Unknown key “colour”.',
  ],
])('a scheme with %s is refused in the language of the reader', async (_name, part, chinese, english) => {
  const scheme = JSON.stringify({ ...exampleScheme, ...part });
  const [inChinese, inEnglish] = await Promise.all([
    runTally({ scheme, sheets: goodSheets }, [], { LC_ALL: 'zh_CN.UTF-8' }),
    runTally({ scheme, sheets: goodSheets }),
  ]);
  expect([inChinese.status, inEnglish.status]).toEqual([2, 2]);
  expect(inChinese.errors).toContain(`scheme.json: ${chinese}`);
  expect(inEnglish.errors).toContain(`scheme.json: ${english}`);
});
