import { expect, test } from 'vitest';
import { createText, languages } from '../../shared/text/index.ts';
import { sourceFiles } from '../architecture/source-files.ts';

/** Codes whose own sentence doesn't say enough; their `what` names the sentence that does. */
const refusal =
  /(?:new AppError\(\s*'(?:conflict|bad-input|not-ready|weak-passphrase)',\s*|conflict\(\s*'\w*',\s*)\{\s*what: '([\w-]+)'[^}]*\}\s*,?\s*\)/g;

/** Refusals without places; with places, those carry the sentences. */
const named = sourceFiles('electron/services').flatMap(({ text }) =>
  [...text.matchAll(refusal)].map((match) => match[1] ?? ''),
);

test('the refusals of the services are found', () => {
  expect(named).toEqual(expect.arrayContaining(['sample-person', 'own-reseat', 'deputy', 'members', 'same']));
});

test.each(languages)('every refusal of the services says why in %s', (language) => {
  const text = createText(language);
  const silent = [...new Set(named)].filter((what) => text.of(`refused.${what}`, {}, '') === '');
  expect(silent).toEqual([]);
});

test('the reason stands under the general sentence; places say it themselves', () => {
  const text = createText('zh-CN');
  const values = { what: 'sheets-submitted' };
  expect(text.problem({ code: 'conflict', values })).toEqual([
    text('problem.conflict'),
    text('refused.sheets-submitted'),
  ]);
  const places = [{ path: '', reason: 'refused.member', values: { name: '张示例' } }];
  expect(text.problem({ code: 'conflict', values, places })).toEqual([
    text('problem.conflict'),
    '“张示例”不是评审组成员。',
  ]);
});
