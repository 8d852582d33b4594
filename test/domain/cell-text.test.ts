import { describe, expect, it } from 'vitest';
import { flattenText, hasHiddenCharacters, tidyText } from '../../shared/domain/normalise-text.ts';
import { parseDay } from '../../shared/domain/parse-date.ts';

describe('a text to keep', () => {
  it.each([
    ['１２３４５６７８９０', '1234567890'],
    ['ＡＺａｚＱ', 'AZazQ'],
    ['（有限）：“甲”，乙。', '（有限）：“甲”，乙。'],
    ['甲ꎬ乙ꎮ丙ꎻ丁', '甲，乙。丙；丁'],
    ['\ua3a1\ua3fe', '！～'],
    ['\ua3a0\ua3ff', '\ua3a0\ua3ff'],
    ['e\u0301', 'é'],
    ['一\r\n二\r三\n四', '一\n二\n三\n四'],
    ['一\u200b二\u200d三\u2060四\ufeff五', '一二三四五'],
    ['一\u00a0二\u3000三', '一 二 三'],
    ['\u3000 一 二 \n', '一 二'],
  ])('%j becomes %j', (text, tidy) => {
    expect(tidyText(text)).toBe(tidy);
  });

  it('keeps characters beside the ranges that are folded', () => {
    const beside = '／：＠［｀｛\u200a\u200e\u2061';
    expect(tidyText(`x${beside}x`)).toBe(`x${beside}x`);
  });
});

describe('a text to compare', () => {
  it.each([
    [' 1 2\n3\t4 ', '1234'],
    ['①Ⅱ㎡', '1IIm2'],
    ['2019‐05‑20', '2019-05-20'],
    ['1–2—3―4−5', '1-2-3-4-5'],
    ['（甲）', '(甲)'],
    ['ꎬ', ','],
  ])('%j becomes %j', (text, flat) => {
    expect(flattenText(text)).toBe(flat);
  });

  it('keeps what only resembles a dash', () => {
    expect(flattenText('1\u20162\u20273')).toBe('1\u20162\u20273');
  });
});

describe('hidden characters', () => {
  it('are controls and marks that turn the reading direction', () => {
    const hidden = [0, 7, 0x0d, 0x1f, 0x7f, 0x85, 0x61c, 0x200e, 0x200f, 0x202a, 0x202e, 0x2066, 0x2069];
    for (const code of hidden) {
      expect([code, hasHiddenCharacters(`甲${String.fromCodePoint(code)}乙`)]).toEqual([code, true]);
    }
  });

  it('are not tab, line feed and ordinary signs', () => {
    for (const text of ['', '甲\t乙\n丙', 'Abc 1，。', '\u2029\u202f\u2065\u206a']) {
      expect([text, hasHiddenCharacters(text)]).toEqual([text, false]);
    }
  });
});

describe('a calendar day', () => {
  it.each([
    ['2019-05-20', '2019-05-20'],
    ['2019-5-2', '2019-05-02'],
    ['2019/12/31', '2019-12-31'],
    ['2019/1/2', '2019-01-02'],
    ['2019.5.20', '2019-05-20'],
    ['2019.05.20.', '2019-05-20'],
    ['2019年5月20日', '2019-05-20'],
    ['2019年11月2日', '2019-11-02'],
    ['２０１９年５月２０日', '2019-05-20'],
    ['20190520', '2019-05-20'],
    [' 2019 - 05 - 20 ', '2019-05-20'],
    ['2019–05–20', '2019-05-20'],
    ['1900-01-01', '1900-01-01'],
    ['2199-12-31', '2199-12-31'],
    ['2020-02-29', '2020-02-29'],
  ])('%j is %s', (text, day) => {
    expect(parseDay(text)).toBe(day);
  });

  it.each([
    '',
    '2019',
    '2019-05',
    '1899-12-31',
    '2200-01-01',
    '2019-00-10',
    '2019-13-10',
    '2019-01-00',
    '2019-04-31',
    '2019-02-29',
    '2019-5-201',
    '2019-123-20',
    '12019-05-20',
    '2019-05-20x',
    'x2019-05-20',
    'x2019/05/20',
    '2019/05/20x',
    '2019/123/20',
    '12019/05/20',
    '2019/05/201',
    'x2019.5.20',
    '2019.5.20..',
    '2019.5.20x',
    '12019.5.20',
    '2019.123.20',
    '2019.5.201',
    'x2019年5月20日',
    '2019年5月20日x',
    '2019年5月20',
    '12019年5月20日',
    '2019年123月20日',
    '2019年5月201日',
    '2019-05/20',
    '2019052',
    '201905200',
    'x20190520',
    '20190520x',
    '20191320',
    '20190532',
    '43605',
    'abcd-ef-gh',
  ])('%j is none', (text) => {
    expect(parseDay(text)).toBeNull();
  });
});
