import { describe, expect, test } from 'vitest';
import {
  inkOfPages,
  maker,
  needTool,
  pageTexts,
  runningText,
  runOn,
  squeeze,
  squeezedText,
} from './support.ts';
import { authority, canary, minutesOf } from './sample.ts';
import { enterpriseName, members } from './sample-scores.ts';

/** One entry for each field: its name and rectangle. */
function fieldsOf(bytes: Uint8Array): { name: string; width: number; height: number }[] {
  const source = Buffer.from(bytes).toString('latin1');
  return [...source.matchAll(/\/FT \/Sig\n\/T \((.+?)\)\n\/F 4\n\/Rect \[(.+?)\]/gu)].map((match) => {
    const [left = 0, bottom = 0, right = 0, top = 0] = (match[2] ?? '').split(' ').map(Number);
    return { name: match[1] ?? '', width: right - left, height: top - bottom };
  });
}

/** Made once; the tests below only read it. */
const archive = maker.makePdf('minutes', minutesOf(12));

describe('minutes, archive version', () => {
  test('hold every enterprise, member, score, reason and hash of the data', async (context) => {
    needTool(context, 'pdftotext');
    const data = minutesOf(12);
    const text = runningText(await archive);
    const wanted = [
      ...data.results.flatMap((row) => [row.name, row.score, row.opinion ?? '', row.exact ?? '']),
      ...data.annex.enterprises.flatMap((enterprise) => enterprise.rows.map((row) => row.total)),
      ...data.opening,
      ...data.process,
      ...data.rules,
      ...Object.values(canary),
      ...data.scheme.categories.flatMap((category) => category.items.map((item) => item.name)),
      data.scheme.hash,
      data.resultHash,
      authority,
    ];
    expect(wanted.filter((part) => !text.includes(squeeze(part)))).toEqual([]);
  });

  test('print rare names whole', async (context) => {
    needTool(context, 'pdftotext');
    const text = squeezedText(await archive);
    const missing = members.map(({ name }) => name).filter((name) => !text.includes(name));
    expect(missing).toEqual([]);
    expect([...'䶮𬭎㛃镕喆堃犇'].filter((character) => !text.includes(character))).toEqual([]);
  });

  test('have an empty field of 60 × 18 mm for each signer, in the order of the data', async () => {
    const data = minutesOf(12);
    const fields = fieldsOf(await archive);
    expect(fields.map(({ name }) => name)).toEqual(data.signatures.map(({ field }) => field));
    expect(fields.every(({ width }) => Math.abs(width - 170.08) < 0.1)).toBe(true);
    expect(fields.every(({ height }) => Math.abs(height - 51.02) < 0.1)).toBe(true);
  });

  test('are a classic PDF that asks viewers not to redraw, and qpdf finds nothing wrong', async (context) => {
    needTool(context, 'qpdf');
    const bytes = await archive;
    const source = Buffer.from(bytes).toString('latin1');
    expect(source).toContain('/SigFlags 3');
    expect(source).not.toContain('NeedAppearances');
    expect(source).toMatch(/\nxref\n0 \d+\n/u);
    expect(runOn(bytes, 'qpdf', ['--check', 'FILE'])).toContain('No syntax or stream encoding errors');
  });

  test('show pdfsig unsigned fields only', async (context) => {
    needTool(context, 'pdfsig');
    const output = runOn(await archive, 'pdfsig', ['FILE']);
    expect(output.match(/is not signed/gu)?.length).toBe(9);
  });

  test('never leave the signatures on a page without words of the minutes', async (context) => {
    needTool(context, 'pdftotext');
    const base = minutesOf(1).signatures;
    for (const count of [1, 11, 30]) {
      const signatures = Array.from({ length: count }, (_, index) => ({
        field: `member-${index + 1}`,
        name: base[index % base.length]?.name ?? '',
        role: '签署人',
      }));
      const bytes = await maker.makePdf('minutes', minutesOf(2, { signatures }));
      const pages = pageTexts(bytes).filter((text) => text.includes('签署人'));
      expect(fieldsOf(bytes)).toHaveLength(count);
      expect(pages.every((text) => /由下列人员签署|（续）下列人员签署/u.test(squeeze(text)))).toBe(true);
    }
  });

  test('lose nothing when one text is longer than a page', async (context) => {
    needTool(context, 'pdftotext');
    const reason = '示例事由很长，需要逐条写明。'.repeat(300);
    const data = minutesOf(3, { recusals: [{ member: '示例甲镕', enterprise: enterpriseName(1), reason }] });
    expect(squeezedText(await maker.makePdf('minutes', data)).split('逐').length - 1).toBe(300);
  });
});

describe('minutes, other versions', () => {
  test('the public one has no dissent, member score, recusal reason, leave reason or opinion', async (context) => {
    needTool(context, 'pdftotext');
    const data = minutesOf(12, { version: 'public' });
    const text = squeezedText(await maker.makePdf('minutes', data));
    const forbidden = [
      ...Object.values(canary),
      ...data.results.map((row) => row.opinion ?? '无'),
      '提前离席',
      '93.1428',
      '评分明细',
      '不同意见',
    ];
    expect(forbidden.filter((part) => text.includes(part))).toEqual([]);
    expect(text).toContain('公开版');
    expect(text).toContain(data.results[0]?.score);
  });

  test('one that nobody signs has no form', async () => {
    const bytes = await maker.makePdf('minutes', minutesOf(2, { version: 'public', signatures: [] }));
    expect(Buffer.from(bytes).toString('latin1')).not.toContain('/AcroForm');
  });

  test('the paper one has lines instead of fields', async (context) => {
    needTool(context, 'pdftotext');
    const bytes = await maker.makePdf('minutes', minutesOf(5, { signing: 'paper' }));
    expect(fieldsOf(bytes)).toEqual([]);
    expect(squeezedText(bytes).split('日期：').length - 1).toBe(9);
  });

  test('30 enterprises fill every page with ink', async (context) => {
    needTool(context, 'pdftoppm');
    const ink = inkOfPages(await maker.makePdf('minutes', minutesOf(30)));
    expect(ink.length).toBeGreaterThan(15);
    expect(ink.filter((share) => share < 0.002)).toEqual([]);
  });
});
