import { describe, expect, test } from 'vitest';
import type { MinutesData } from '../../electron/documents/data.ts';
import { balanceTitle, chineseNumber } from '../../electron/documents/layout/text.ts';
import { maker, needTool, wordBoxes } from './support.ts';
import { minutesOf } from './sample.ts';

/** Minutes of nothing but text, to measure the page. */
function plainMinutes(): MinutesData {
  return minutesOf(1, { process: ['示'.repeat(3000)], annex: { columns: [], enterprises: [] } });
}

/** Made once; the tests below only read it. */
const archive = maker.makePdf('minutes', minutesOf(12));

describe('the page of GB/T 9704', () => {
  test('has margins of 37, 28 and 26 mm and 22 lines of 28 characters', async (context) => {
    needTool(context, 'pdftotext');
    const boxes = wordBoxes(await maker.makePdf('minutes', plainMinutes()));
    const lines = boxes.filter(({ text }) => /^示+$/u.test(text) && text.length === 28);
    const first = Math.min(...lines.map(({ page }) => page)) + 1;
    const full = lines.filter(({ page }) => page === first);
    expect(full).toHaveLength(22);
    expect(Math.min(...full.map(({ left }) => left))).toBeCloseTo(28, 1);
    expect(210 - Math.max(...full.map(({ right }) => right))).toBeCloseTo(26, 1);
    expect(Math.min(...full.map(({ top }) => top))).toBeCloseTo(37, 0);
    expect(Math.max(...full.map(({ bottom }) => bottom))).toBeLessThan(297 - 35);
  });

  test('has its number at the right on odd pages and at the left on even pages', async (context) => {
    needTool(context, 'pdftotext');
    const boxes = wordBoxes(await archive);
    const numbers = boxes.filter(({ top, text }) => top > 262 && /^\d+$/u.test(text));
    expect(numbers.length).toBeGreaterThan(8);
    expect(numbers.every(({ page, text }) => Number(text) === page)).toBe(true);
    expect(numbers.every(({ page, left }) => (page % 2 === 1 ? left > 160 : left < 50))).toBe(true);
  });

  test('says 示例 on every page of a sample review and on none of a real one', async (context) => {
    needTool(context, 'pdftotext');
    const marked = async (sample: boolean): Promise<number[]> => {
      const boxes = wordBoxes(await maker.makePdf('minutes', minutesOf(4, { sample })));
      const marks = boxes.filter(({ top, left, text }) => top < 30 && left > 150 && text.includes('示例'));
      return marks.map(({ page }) => page);
    };
    const pages = await marked(true);
    expect(pages).toEqual(Array.from({ length: pages.length }, (_, index) => index + 1));
    expect(pages.length).toBeGreaterThan(8);
    expect(await marked(false)).toEqual([]);
  });

  test('keeps page numbers and headers inside the sheet of every kind', async (context) => {
    needTool(context, 'pdftotext');
    const boxes = wordBoxes(await archive);
    const outside = boxes.filter(
      ({ left, right, top, bottom }) => left < 27.9 || right > 184.6 || top < 20 || bottom > 285,
    );
    expect(outside).toEqual([]);
  });
});

describe('small layout helpers', () => {
  test.each([
    [1, '一'],
    [10, '十'],
    [12, '十二'],
    [20, '二十'],
    [31, '三十一'],
  ])('%i is %s', (value, text) => {
    expect(chineseNumber(value)).toBe(text);
  });

  test('a short title stays on one line and a long one breaks near its middle', () => {
    expect(balanceTitle('评审会议纪要')).toBe('评审会议纪要');
    const lines = balanceTitle('关于示例市二手车出口试点企业评审结果的公示').split('\n');
    expect(lines).toHaveLength(2);
    expect(lines.every((line) => line.length >= 8)).toBe(true);
  });
});
