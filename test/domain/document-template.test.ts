import { describe, expect, test } from 'vitest';
import {
  fillParagraphs,
  fillTemplate,
  templateDefects,
  templateFields,
  templateKinds,
  templateTexts,
} from '../../shared/domain/document-template.ts';
import { defaultTemplates } from '../../shared/domain/template-defaults.ts';

const letter = defaultTemplates['letter-recommend'];

describe('a template', () => {
  test.each(templateKinds)('the shipped one of %s has no defect', (kind) => {
    expect(templateDefects(kind, defaultTemplates[kind])).toEqual([]);
  });

  test('a wrong field is named with its line and character, also after a rare one', () => {
    const opening = '第一段。\n𠮷祥：{企业名}和{企业名称}。';
    expect(templateDefects('letter-recommend', { ...letter, opening })).toEqual([
      { path: 'opening', reason: 'template.unknown-field', values: { name: '企业名', line: 2, column: 4 } },
    ]);
  });

  test('braces must come in pairs', () => {
    const places = (closing: string): unknown[] =>
      templateDefects('notice', { ...defaultTemplates.notice, closing }).map(({ reason, values }) => [
        reason,
        values['column'],
      ]);
    expect(places('甲{公示开始')).toEqual([['template.brace-open', 2]]);
    expect(places('甲}乙')).toEqual([['template.brace-closed', 2]]);
    expect(places('{{公示开始}}')).toEqual([
      ['template.brace-open', 1],
      ['template.brace-closed', 8],
    ]);
  });

  test('a field of another document is unknown, a title must be there, a red head needs its words', () => {
    expect(templateDefects('minutes', { ...defaultTemplates.minutes, title: '{企业名称}' })).toMatchObject([
      { path: 'title', reason: 'template.unknown-field' },
    ]);
    const bare = { ...letter, head: 'red', mark: ' ', title: ' ' } as const;
    expect(templateDefects('letter-defer', bare).map(({ path }) => path)).toEqual(['title', 'mark']);
  });

  test('is filled by name; a field without a value leaves nothing, and values are never read as fields', () => {
    const values = { 企业名称: '{得分}有限公司', 得分: '90' };
    expect(fillTemplate('{企业名称}：{得分}分{名次}。', values)).toBe('{得分}有限公司：90分。');
    expect(fillTemplate('{constructor}', values)).toBe('');
  });

  test('gives a paragraph a line, also where a value has several, and none for an empty line', () => {
    expect(fillParagraphs('一。\n\n  {评审意见}\n三。', { 评审意见: '二甲。\n二乙。' })).toEqual([
      '一。',
      '二甲。',
      '二乙。',
      '三。',
    ]);
  });

  test('every field is used by somebody or common, and names hold no brace', () => {
    const names = Object.values(templateFields).flat();
    expect(names.filter((name) => /[{}\s]/u.test(name))).toEqual([]);
    expect(new Set(templateTexts).size).toBe(templateTexts.length);
  });
});
