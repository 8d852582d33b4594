import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseStrictJson } from '../../shared/domain/strict-json.ts';

test('every document with whole numbers reads as JSON.parse reads it', () => {
  const document = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.string({ unit: 'grapheme' }),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(fc.string(), tie('value'), { maxKeys: 4 }),
    ),
  })).value;
  fc.assert(
    fc.property(document, fc.constantFrom(0, 1, 2), (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      expect(parseStrictJson(text)).toEqual({ value: JSON.parse(text), problems: [] });
    }),
  );
});

test.each([
  ['{"a":1,"b":{"a":2},"a":3}', [{ reason: 'json-repeated-key', line: 1, column: 20, values: { key: 'a' } }]],
  ['{"a":1,\n"\\u0061":3}', [{ reason: 'json-repeated-key', line: 2, column: 1, values: { key: 'a' } }]],
  ['[1.0]', [{ reason: 'json-number', line: 1, column: 2, values: { text: '1.0' } }]],
  [
    '[-0, 01, 1e2]',
    ['-0', '01', '1e2'].map((text, index) => ({
      reason: 'json-number',
      line: 1,
      column: [2, 6, 10][index],
      values: { text },
    })),
  ],
  ['["\\ud800"]', [{ reason: 'json-half-character', line: 1, column: 2, values: {} }]],
])('%s is read, and its problems are named', (text, problems) => {
  const read = parseStrictJson(text);
  expect([read.value === undefined, read.problems]).toEqual([false, problems]);
});

test.each([
  '',
  ' ',
  '{',
  '[1,]',
  '{"a":1,}',
  '{a:1}',
  "{'a':1}",
  '[1] x',
  '"a\nb"',
  '"\\x41"',
  'nul',
  '[1 2]',
  '{"a" 1}',
  '// c\n1',
  '"\\u12g4"',
  'NaN',
  '\uFEFF1',
  '"abc',
])('%j is no JSON', (text) => {
  const read = parseStrictJson(text);
  expect([read.value, read.problems.map(({ reason }) => reason)]).toEqual([undefined, ['json-syntax']]);
});

test('a key __proto__ is an ordinary key, and deep nesting is refused without a crash', () => {
  const read = parseStrictJson('{"__proto__":{"polluted":1}}').value;
  expect([Object.keys(read as object), ({} as Record<string, unknown>)['polluted']]).toEqual([
    ['__proto__'],
    undefined,
  ]);
  expect(parseStrictJson('['.repeat(100_000)).problems.map(({ reason }) => reason)).toEqual(['json-depth']);
});
