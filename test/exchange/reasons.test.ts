import { expect, test } from 'vitest';
import { createText, languages } from '../../shared/text/index.ts';
import { sourceFiles } from '../architecture/source-files.ts';

const reasons = sourceFiles('electron/exchange', 'electron/services').flatMap(({ text }) =>
  [...text.matchAll(/\brefused\(\s*'([\w-]+)'/g)].map((match) => match[1] ?? ''),
);

test('the reasons for refusing a file are found', () => {
  expect(reasons).toEqual(expect.arrayContaining(['not-ours', 'truncated', 'part-hash']));
});

test.each(languages)('every reason for refusing a file has its sentence in %s', (language) => {
  const text = createText(language);
  expect(
    [...new Set(reasons)].filter((reason) => text.of(`exchange.reason.${reason}`, {}, '') === ''),
  ).toEqual([]);
});

test('a refused file is told by its own sentence, not as damage of this computer’s data', () => {
  const text = createText('zh-CN');
  const problem = { code: 'data-corrupt', values: { what: 'exchange', reason: 'not-ours' } } as const;
  expect(text.problem(problem)).toEqual([text('exchange.reason.not-ours')]);
});
