import { describe, expect, test } from 'vitest';
import { everything, letters, opinionForm, ranking, scoreSheets } from './sample-forms.ts';
import { maker, needTool, pageTexts, runOn, squeeze, squeezedText, wordBoxes } from './support.ts';

/** Every bookmark of a file in the order of writing. */
function bookmarksOf(bytes: Uint8Array): string[] {
  const source = Buffer.from(bytes).toString('latin1');
  return [...source.matchAll(/\/Title \(\xfe\xff((?:[^)\\]|\\[\s\S])*)\)/gu)]
    .map(([, text = '']) => text.replaceAll(/\\([\s\S])/gu, (_all, sign: string) => escapes[sign] ?? sign))
    .map((text) => Buffer.from(text, 'latin1').swap16().toString('utf16le'));
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

describe('several documents in one file', () => {
  const bound = maker.makePdf('everything', everything);

  test('begin with their list and have a bookmark each, in order', async (context) => {
    needTool(context, 'pdftotext');
    const pages = pageTexts(await bound).map(squeeze);
    expect(everything.parts.filter(({ title }) => !pages[0]?.includes(squeeze(title)))).toEqual([]);
    const titles = bookmarksOf(await bound);
    const own = titles.filter((title) => everything.parts.some((part) => part.title === title));
    expect(own).toEqual(everything.parts.map(({ title }) => title));
    expect(titles).toContain('三、出席情况');
    expect(titles.filter((title) => title.includes('object'))).toEqual([]);
  });

  test('keep their own margins and page numbers', async (context) => {
    needTool(context, 'pdftotext');
    const boxes = wordBoxes(await bound);
    const pages = pageTexts(await bound).map(squeeze);
    const first = (word: string): number => pages.findIndex((text) => text.includes(word)) + 1;
    const left = (page: number): number =>
      Math.min(...boxes.filter((box) => box.page === page && box.top > 38).map((box) => box.left));
    expect(left(first('出席情况'))).toBeGreaterThan(27.9);
    expect(left(first('评审专用密钥指纹'))).toBeLessThan(22);
    expect(pages[0]?.endsWith('—1—')).toBe(true);
  });

  test('are clean for qpdf', async (context) => {
    needTool(context, 'qpdf');
    expect(runOn(await bound, 'qpdf', ['--check', 'FILE'])).toContain('No syntax or stream encoding errors');
  });
});

describe('forms and letters', () => {
  test.each([1, 12, 40, 90])('the ranking of %i enterprises takes one page', async (enterprises) => {
    const bytes = await maker.makePdf('ranking', ranking(enterprises));
    expect(
      Buffer.from(bytes)
        .toString('latin1')
        .match(/\/Type \/Page\n/gu),
    ).toHaveLength(1);
  });

  test('a letter has one page each, its number, and the issuer on a page with words', async (context) => {
    needTool(context, 'pdftotext');
    const pages = pageTexts(await maker.makePdf('letters', letters)).map(squeeze);
    expect(pages).toHaveLength(letters.letters.length);
    letters.letters.forEach((letter, index) => {
      const page = pages[index] ?? '';
      const wanted = [
        letter.addressee,
        letter.head?.number ?? letter.number,
        ...letter.opening,
        letter.issuer,
      ];
      expect(wanted.filter((part) => !page.includes(squeeze(part)))).toEqual([]);
    });
  });

  test('the red mark stands 35 mm below the type area’s upper edge, the rule as wide as the type area', async (context) => {
    needTool(context, 'pdftotext');
    const boxes = wordBoxes(await maker.makePdf('letters', letters));
    const mark = boxes.find(({ text }) => text === '示例市商务局文件');
    expect(mark?.top).toBeGreaterThan(37 + 34);
    expect(mark?.top).toBeLessThan(37 + 38);
    expect(boxes.filter(({ page, text }) => page !== mark?.page && text.includes('文件'))).toEqual([]);
  });

  test('an opinion form shows the choice made and leaves an open one open', async (context) => {
    needTool(context, 'pdftotext');
    const bytes = await maker.makePdf('opinion-form', opinionForm);
    const pages = runOn(bytes, 'pdftotext', ['-layout', 'FILE', '-']).split('\f').slice(0, -1).map(squeeze);
    expect(pages).toHaveLength(opinionForm.pages.length);
    expect([pages[0]?.includes('■推荐□不推荐□暂缓'), pages[1]?.includes('□推荐□不推荐□暂缓')]).toEqual([
      true,
      true,
    ]);
  });

  test('a blank sheet names nobody and leaves room in its code', async (context) => {
    needTool(context, 'pdftotext');
    const [page] = scoreSheets(1).pages;
    if (page === undefined) throw new Error('sample');
    const open = {
      ...page,
      member: '',
      memberOrganisation: undefined,
      number: '',
      enterprise: '',
      code: 'SL26-　　-　　',
    };
    const text = squeezedText(
      await maker.makePdf('score-sheets', { ...scoreSheets(1), pages: [{ ...open, state: 'open' }] }),
    );
    expect(text).toContain('空白表');
    expect(text).toContain('SL26-');
    expect(text).not.toContain('SL26-06');
    expect(text).not.toContain('示例己堃');
  });
});
