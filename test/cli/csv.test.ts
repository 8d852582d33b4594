import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCsv } from '../../electron/cli/csv.ts';

const field = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r\n', '示', ' ', '') });
const records = fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 });

test('whatever is quoted properly reads back, each record with its first physical line', () => {
  fc.assert(
    fc.property(records, fc.constantFrom('\n', '\r\n'), fc.boolean(), (rows, end, closed) => {
      const texts = rows.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(','));
      const lines = texts.map(
        (_text, index) => 1 + texts.slice(0, index).join('\n').split('\n').length - (index === 0 ? 1 : 0),
      );
      const text = texts.join(end) + (closed ? end : '');
      expect(readCsv(text)).toEqual(
        rows.map((fields, index) => ({ line: lines[index], fields, defect: null })),
      );
    }),
  );
});

test.each([
  ['', 0],
  ['\n', 0],
  ['a\n', 1],
  ['a\n\n', 1],
  ['a\n\n\n', 2],
  ['a', 1],
  ['a\r\n\r\n', 1],
  ['""', 0],
  ['a,\n', 1],
])('%j has %i records', (text, count) => {
  expect(readCsv(text)).toHaveLength(count);
});

test('any text at all is read to its end', () => {
  const anything = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r') });
  fc.assert(
    fc.property(anything, (text) => {
      const lines = readCsv(text).map(({ line }) => line);
      expect(lines).toEqual(lines.toSorted((a, b) => a - b));
    }),
  );
});
