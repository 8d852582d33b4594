import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { AppError } from '../../shared/api/problem.ts';
import { createPdfMaker } from '../../electron/documents/make-pdf.ts';
import { fonts, inkOfPages, maker, needTool, pageTexts, runOn, squeeze, squeezedText } from './support.ts';
import { minutesOf } from './sample.ts';
import {
  everything,
  handOver,
  letters,
  notice,
  opinionForm,
  ranking,
  ruleCard,
  scoreSheets,
  signIn,
} from './sample-forms.ts';

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function problemOf(work: Promise<unknown>): Promise<AppError['problem'] | undefined> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return error instanceof AppError ? error.problem : undefined;
}

describe('the PDF engine', () => {
  test('makes the same bytes from the same data, and others from other data', async () => {
    const first = digest(await maker.makePdf('minutes', minutesOf(5)));
    const again = digest(await maker.makePdf('minutes', minutesOf(5)));
    const other = digest(await maker.makePdf('minutes', minutesOf(5, { chair: '示例乙' })));
    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });

  test('refuses characters that no font has and names each with its place', async () => {
    const data = minutesOf(2, { chair: '示例☑', process: ['第一段。', '示例𪚥出席'] });
    expect(await problemOf(maker.makePdf('minutes', data))).toEqual({
      code: 'glyphs-missing',
      values: { characters: '☑ 𪚥' },
      places: [
        {
          path: 'chair',
          reason: 'glyph-missing',
          values: { character: '☑', codePoint: 'U+2611', text: '示例☑' },
        },
        {
          path: 'process.1',
          reason: 'glyph-missing',
          values: { character: '𪚥', codePoint: 'U+2A6A5', text: '示例𪚥出席' },
        },
      ],
    });
  });

  test('reports rising progress up to 100', async () => {
    const seen: number[] = [];
    await maker.makePdf('minutes', minutesOf(3), { progress: (percent) => seen.push(percent) });
    expect(seen).toEqual(seen.toSorted((left, right) => left - right));
    expect(seen.at(-1)).toBe(100);
    expect(seen.length).toBeGreaterThan(10);
  });

  test('stops at once when cancelled, before and during the work', async () => {
    const during = new AbortController();
    const work = maker.makePdf('minutes', minutesOf(30), {
      signal: during.signal,
      progress: () => during.abort(),
    });
    expect(await problemOf(work)).toMatchObject({ code: 'cancelled' });
    const before = maker.makePdf('minutes', minutesOf(1), { signal: AbortSignal.abort() });
    expect(await problemOf(before)).toMatchObject({ code: 'cancelled' });
  });

  test('rejects when the worker fails, e.g. because a font is missing', async () => {
    const broken = createPdfMaker({
      worker: new URL('../../electron/documents/pdf-worker.ts', import.meta.url),
      fonts: { ...fonts, sans: '/nowhere/missing.ttf' },
    });
    await expect(broken.makePdf('notice', notice)).rejects.toThrow('missing.ttf');
  });

  test('writes well-formed metadata for a title with & and <', async () => {
    const bytes = await maker.makePdf('notice', { ...notice, title: '甲&乙<丙>的公示' });
    const source = Buffer.from(bytes).toString('utf8');
    expect(source).toContain('甲&amp;乙&lt;丙&gt;的公示</rdf:li>');
    expect(source).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(source).toContain('<xmp:CreateDate>2026-03-05T08:20:00Z</xmp:CreateDate>');
  });

  test('embeds every font as a subset', async (context) => {
    needTool(context, 'pdffonts');
    const lines = runOn(await maker.makePdf('minutes', minutesOf(2)), 'pdffonts', ['FILE'])
      .trim()
      .split('\n');
    const rows = lines.slice(2);
    expect(rows).toHaveLength(2);
    expect(rows.every((row) => /yes yes yes/u.test(row))).toBe(true);
  });
});

describe('the other documents', () => {
  test('the notice lists the selected, the dates and the way to object', async (context) => {
    needTool(context, 'pdftotext');
    const text = squeezedText(await maker.makePdf('notice', notice));
    const wanted = [
      ...notice.selected.map(({ name }) => name),
      ...notice.closing,
      notice.contact.telephone ?? '',
      notice.issuer,
    ];
    expect(wanted.filter((part) => !text.includes(part))).toEqual([]);
  });

  test('a score sheet takes one page for each dossier', async (context) => {
    needTool(context, 'pdfinfo');
    const output = runOn(await maker.makePdf('score-sheets', scoreSheets(12)), 'pdfinfo', ['FILE']);
    expect(output).toMatch(/Pages:\s+12\n/u);
  });

  test('a score sheet with too many items for a page repeats whose it is on the next', async (context) => {
    needTool(context, 'pdftotext');
    const sheets = scoreSheets(1).pages.map((sheet) => ({
      ...sheet,
      categories: sheet.categories.map(({ items, ...category }) => ({
        ...category,
        items: [...items, ...items, ...items],
      })),
    }));
    const bytes = await maker.makePdf('score-sheets', { ...scoreSheets(1), pages: sheets });
    const pages = pageTexts(bytes).map(squeeze);
    const named = pages.filter((text) => text.includes('SL26-06-01') && text.includes('示例己堃'));
    expect(pages.length).toBeGreaterThan(1);
    expect(named).toHaveLength(pages.length);
  });

  test('a recused sheet says so and a filled one shows its scores', async (context) => {
    needTool(context, 'pdftotext');
    const text = squeezedText(await maker.makePdf('score-sheets', scoreSheets(5)));
    expect(text).toContain('该成员对本企业回避，不评分。');
    expect(text).toContain('56.00');
    expect(text).toContain('SL26-06-05');
  });

  test('no page of any kind is blank', async (context) => {
    needTool(context, 'pdftoppm');
    const files = [
      await maker.makePdf('minutes', minutesOf(12)),
      await maker.makePdf('minutes', minutesOf(12, { version: 'public' })),
      await maker.makePdf('minutes', minutesOf(5, { signing: 'paper' })),
      await maker.makePdf('notice', notice),
      await maker.makePdf('score-sheets', scoreSheets(5)),
      await maker.makePdf('sign-in', signIn),
      await maker.makePdf('rule-card', ruleCard),
      await maker.makePdf('opinion-form', opinionForm),
      await maker.makePdf('letters', letters),
      await maker.makePdf('ranking', ranking(12)),
      await maker.makePdf('hand-over', handOver),
      await maker.makePdf('everything', everything),
    ];
    expect(files.map((bytes) => inkOfPages(bytes).filter((share) => share < 0.002))).toEqual(
      files.map(() => []),
    );
  });
});
