import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeDocx } from '../../electron/documents/make-docx.ts';
import { minutesOf } from './sample.ts';
import { letters, notice, opinionForm } from './sample-forms.ts';
import { members } from './sample-scores.ts';
import { squeeze, squeezedText } from './support.ts';
import { unzip } from './zip.ts';

async function partsOf(work: Promise<Uint8Array>): Promise<(path: string) => string> {
  const files = unzip(await work);
  return (path) => files.get(path)?.toString('utf8') ?? '';
}

/** The words of a part, entities read back. */
function wordsOf(xml: string): string {
  const texts = [...xml.matchAll(/<w:t[ >][^<]*/gu)].map(([text]) => text.slice(text.indexOf('>') + 1));
  return squeeze(
    texts
      .join('')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&'),
  );
}

const minutes = partsOf(makeDocx('minutes', minutesOf(12, { signing: 'paper' })));

describe('the DOCX', () => {
  test('of the minutes holds every text that the PDF holds, rare names whole', async () => {
    const data = minutesOf(12);
    const words = wordsOf((await minutes)('word/document.xml'));
    const wanted = [
      data.title,
      ...data.opening,
      ...data.basis,
      ...data.process,
      ...data.rules,
      ...data.decisions,
      ...data.results.flatMap((row) => [row.name, row.score, row.opinion ?? '']),
      ...data.annex.enterprises.flatMap((enterprise) => enterprise.rows.map((row) => row.total)),
      ...data.recusals.map(({ reason }) => reason),
      ...data.replacements.map(({ reason }) => reason),
      ...data.dissents.map(({ text }) => text),
      ...data.inspections.map(({ findings }) => findings),
      ...members.map(({ name }) => name),
      data.scheme.hash,
      data.resultHash,
      data.recordHead,
    ];
    expect(wanted.filter((part) => !words.includes(squeeze(part)))).toEqual([]);
  });

  test('names the fonts of official papers, with substitutes', async () => {
    const part = await minutes;
    const document = part('word/document.xml');
    for (const font of ['仿宋_GB2312', '黑体', '方正小标宋简体']) {
      expect(document).toContain(`w:eastAsia="${font}"`);
      expect(part('word/fontTable.xml')).toMatch(
        new RegExp(`w:name="${font}"><w:altName w:val="[^"]+,`, 'u'),
      );
    }
  });

  test('keeps 22 lines of 28.99 pt exactly, the margins, and numbers right on odd and left on even pages', async () => {
    const part = await minutes;
    const document = part('word/document.xml');
    expect(document).toContain('w:line="580" w:lineRule="exact"');
    const margins = /<w:pgMar ([^>]*)\/>/u.exec(document)?.[1] ?? '';
    const millimetres = (side: string): number =>
      (Number(new RegExp(`w:${side}="(\\d+)"`, 'u').exec(margins)?.[1]) / 1440) * 25.4;
    expect(['top', 'left', 'right', 'bottom'].map((side) => Math.round(millimetres(side)))).toEqual([
      37, 28, 26, 35,
    ]);
    expect(part('word/settings.xml')).toContain('<w:evenAndOddHeaders');
    const footers = [part('word/footer1.xml'), part('word/footer2.xml')].map(
      (xml) => /<w:jc w:val="(\w+)"/u.exec(xml)?.[1],
    );
    expect(footers.toSorted()).toEqual(['left', 'right']);
  });

  test('repeats the head of every table and breaks no row', async () => {
    const document = (await minutes)('word/document.xml');
    const grids = document.split('<w:tblHeader/>').length - 1;
    expect(grids).toBeGreaterThan(12);
    expect(document.split('<w:tr>').length - 1).toBe(document.split('<w:cantSplit/>').length - 1);
  });

  test('of the public version has no dissent, member score, reason or opinion', async () => {
    const data = minutesOf(12, { version: 'public' });
    const words = wordsOf((await partsOf(makeDocx('minutes', data)))('word/document.xml'));
    const forbidden = [
      ...data.dissents.map(({ text }) => text),
      ...data.recusals.map(({ reason }) => reason),
      ...data.replacements.map(({ reason }) => reason),
      ...data.inspections.map(({ findings }) => findings),
      ...data.results.map((row) => row.opinion ?? '无'),
      data.annex.enterprises[0]?.rows[0]?.total ?? '无',
      '评分明细',
    ];
    expect(forbidden.filter((part) => words.includes(squeeze(part)))).toEqual([]);
  });

  test('of the notice and the letters reads as the data, and a sign of markup stays text', async () => {
    const read = wordsOf(
      (await partsOf(makeDocx('notice', { ...notice, title: '甲&乙<丙>的公示' })))('word/document.xml'),
    );
    expect(read).toContain('甲&乙<丙>的公示');
    expect([...notice.opening, ...notice.closing].filter((text) => !read.includes(squeeze(text)))).toEqual(
      [],
    );
    const letter = await partsOf(makeDocx('letters', letters));
    expect(wordsOf(letter('word/document.xml'))).toContain(squeeze(letters.letters[2]?.addressee ?? ''));
    expect(letter('word/document.xml').split('<w:pageBreakBefore/>').length - 1).toBe(2);
  });

  test('opens in LibreOffice without repair, on as many pages as there are letters', async (context) => {
    const office = ['soffice', 'libreoffice'].find((name) => spawnSync(name, ['--version']).status === 0);
    if (office === undefined) return context.skip('LibreOffice is not installed');
    const folder = mkdtempSync(join(tmpdir(), 'paneldesk-'));
    try {
      writeFileSync(join(folder, 'letters.docx'), await makeDocx('letters', letters));
      writeFileSync(join(folder, 'form.docx'), await makeDocx('opinion-form', opinionForm));
      const profile = `-env:UserInstallation=file://${folder}/profile`;
      const inputs = ['letters.docx', 'form.docx'].map((name) => join(folder, name));
      execFileSync(office, [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...inputs]);
      const text = squeezedText(readFileSync(join(folder, 'letters.pdf')));
      expect(letters.letters.filter(({ addressee }) => !text.includes(squeeze(addressee)))).toEqual([]);
      expect(squeezedText(readFileSync(join(folder, 'form.pdf')))).toContain('评审组成员签名');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
