import { expect, test } from 'vitest';
import { exampleScheme, exampleText, goodSheets, runTally } from '../support/run-tally.ts';

const category = exampleScheme.categories[0];
const trimmed = (values: object) => ({
  tally: { aggregate: { trimmed: { high: 1, low: 1, scope: 'sheet', minimumMembers: 3, ...values } } },
});

test.each<[string, object, string]>([
  ['a cap as a number', { total: 15 }, 'total: '],
  ['a cap with an exponent', { total: '1.5e1' }, 'total: “1.5e1” is not a decimal number.'],
  [
    'a negative weight',
    { categories: [{ ...category, weight: '-1' }] },
    'categories.0.weight: “-1” is not a decimal number.',
  ],
  [
    'caps of items that miss their category',
    { total: '14', categories: [{ ...category, cap: '14' }] },
    'categories.0.items: The items’ caps of “basic” add up to 15 instead of 14, a difference of 1.',
  ],
  [
    'an empty list of items',
    { categories: [{ ...category, items: [] }] },
    'categories.0.items: The list of items is empty',
  ],
  [
    'an id twice over categories and items',
    { categories: [{ ...category, id: 'basic.record' }] },
    'categories.0.items.1.id: The id “basic.record” is repeated.',
  ],
  ['places as text', { tally: { aggregate: 'mean', rounding: { places: '2' } } }, 'tally.rounding.places: '],
  [
    'five places',
    { tally: { aggregate: 'mean', rounding: { places: 5 } } },
    'tally.rounding.places: Places must be 0 to 4.',
  ],
  ['an unknown mode', { tally: { aggregate: 'mean', rounding: { mode: 'down' } } }, 'tally.rounding.mode: '],
  ['an unknown aggregate', { tally: { aggregate: 'mode' } }, 'tally.aggregate: '],
  ['no aggregate', { tally: {} }, 'tally.aggregate: '],
  ['an unknown scope', trimmed({ scope: 'panel' }), 'tally.aggregate'],
  ['no minimumMembers', trimmed({ minimumMembers: undefined }), 'tally.aggregate'],
  [
    'a trim that leaves nobody',
    trimmed({ minimumMembers: 2 }),
    'tally.aggregate.trimmed.minimumMembers: minimumMembers 2 must be more than high 1 + low 1',
  ],
  ['a negative trim', trimmed({ high: -1 }), 'tally.aggregate.trimmed.high: '],
  [
    'a median rounded by category',
    { tally: { aggregate: 'median', rounding: { point: 'category' } } },
    'tally.rounding.point: With the median',
  ],
  [
    'an unknown tie step',
    { tally: { aggregate: 'mean', ties: ['luck'] } },
    'tally.ties.0: Unknown tie step “luck”.',
  ],
  [
    'an unknown tie category',
    { tally: { aggregate: 'mean', ties: ['category:x'] } },
    'tally.ties.0: The tie step names an unknown category “x”.',
  ],
  [
    'shared before the end',
    { tally: { aggregate: 'mean', ties: ['shared', 'vote'] } },
    'tally.ties.0: “shared” must be the last tie step.',
  ],
  ['quorum 0', { tally: { aggregate: 'mean', quorum: 0 } }, 'tally.quorum: The quorum'],
  [
    'an unknown key deep inside',
    { tally: { aggregate: 'mean', rounding: { decimals: 2 } } },
    'tally.rounding: Unknown key “decimals”.',
  ],
])('a scheme with %s is refused', async (_name, part, expected) => {
  const scheme = JSON.stringify({ ...exampleScheme, ...part });
  const ran = await runTally({ scheme, sheets: goodSheets });
  expect({ status: ran.status, out: ran.out }).toEqual({ status: 2, out: '' });
  expect(ran.errors).toContain(`scheme.json: ${expected}`);
});

test.each<[string, string | Buffer, string]>([
  ['broken JSON', '{"title":', 'line 1: Not valid JSON at column 10'],
  ['text after the end', `${exampleText}x`, 'line 1: Not valid JSON'],
  [
    'a number that is no plain integer',
    exampleText.replace('"places":2', '"places":2.0'),
    'line 1: “2.0” is not a plain integer',
  ],
  ['a key __proto__', exampleText.replace('{', '{"__proto__":{"total":"1"},'), 'Unknown key “__proto__”.'],
  ['bytes that are not UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), 'It is not UTF-8 text.'],
])('%s in scheme.json is refused', async (_name, scheme, expected) => {
  const ran = await runTally({ scheme, sheets: goodSheets });
  expect(ran.status).toBe(2);
  expect(ran.errors).toContain(`scheme.json: ${expected}`);
});
