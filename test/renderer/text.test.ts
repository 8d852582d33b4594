import { describe, expect, it } from 'vitest';
import { problemCodes } from '../../shared/api/problem.ts';
import { createText, fill, sentences } from '../../shared/text/index.ts';
import type { TextKey } from '../../shared/text/index.ts';

const zh = sentences['zh-CN'];
const en = sentences.en;
const keys = Object.keys(zh) as TextKey[];

/**
 * Latin words that a Chinese sentence may carry: names of formats, standards and products, keys of the
 * keyboard, and the words of the scheme file that a person has to type.
 */
const allowedWords = new Set(
  'PDF JPG PNG XLSX CSV JSON UTF GB MB Ctrl Alt Excel WPS xls xlsx npm start Electron Paneldesk items shared off'.split(
    ' ',
  ),
);

function placeholders(sentence: string): readonly string[] {
  return [...new Set([...sentence.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''))].sort();
}

function latinWords(sentence: string): readonly string[] {
  return (sentence.replace(/\{\w+\}/g, '').match(/[A-Za-z]{2,}/g) ?? []).filter(
    (word) => !allowedWords.has(word),
  );
}

describe('the sentences of the interface', () => {
  it('exist in both languages under the same keys', () => {
    expect(Object.keys(en).sort()).toEqual([...keys].sort());
  });

  it('name the same places in both languages', () => {
    const differing = keys.filter((key) => placeholders(zh[key]).join() !== placeholders(en[key]).join());
    expect(differing).toEqual([]);
  });

  it('carry no English words on a Chinese screen, but for that language’s own name', () => {
    const carrying = keys.filter((key) => latinWords(zh[key]).length > 0);
    expect(carrying.filter((key) => key !== 'settings.en').map((key) => zh[key])).toEqual([]);
  });

  it('neither shout nor say that an operation failed', () => {
    expect(keys.filter((key) => /[!！]|操作失败/.test(zh[key] + en[key]))).toEqual([]);
  });

  it('are never empty', () => {
    expect(keys.filter((key) => zh[key].trim() === '' || en[key].trim() === '')).toEqual([]);
  });

  it('answer every problem code with what to do', () => {
    expect(problemCodes.filter((code) => !Object.hasOwn(zh, `problem.${code}`))).toEqual([]);
  });
});

describe('createText', () => {
  it('fills the places of a sentence and leaves out what it was not given', () => {
    expect(fill('第 {row} 行{column}', { row: 7 })).toBe('第 7 行');
  });

  it('takes no value from the prototype of the values', () => {
    expect(fill('{constructor}')).toBe('');
  });

  it('gives a stated sentence for a key that it does not know', () => {
    expect(createText('zh-CN').of('next.unheard-of', {}, '其他')).toBe('其他');
  });

  it('says a problem, each wrong place, and the reference on lines of their own', () => {
    const lines = createText('zh-CN').problem({
      code: 'unexpected',
      places: [{ path: '实缴资本', reason: 'unheard-of' }],
      reference: 'A-7',
    });
    expect(lines.slice(1)).toEqual(['“实缴资本”：内容不符合要求', '编号 A-7']);
  });
});
