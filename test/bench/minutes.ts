import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { fontSet } from '../../electron/font-files.ts';
import type { FontSet } from '../../electron/documents/pdf-contract.ts';
import type { PdfJob } from '../../electron/documents/make-pdf.ts';
import { findBrowser, type Browser } from '../browser.ts';
import { interleave, timed, type Arm } from './measure.ts';
import { benchMinutes } from './minutes-data.ts';
import { minutesHtml } from './minutes-html.ts';
import { minutesTypst } from './minutes-typst.ts';
import { watchMemory } from './process-tree.ts';
import { runNode } from './program.ts';
import { figure, makeRow, type Findings, type Row, type Setting } from './row.ts';

/** Starts the browser, loads the page, waits for its fonts, prints, ends the browser. */
async function printWithBrowser(browser: Browser, page: string, target: string): Promise<void> {
  const { executablePath, args } = browser;
  const running = await chromium.launch({ executablePath, args: [...args], timeout: 120_000 });
  try {
    const tab = await running.newPage();
    await tab.goto(pathToFileURL(page).href, { timeout: 120_000 });
    await tab.evaluate(() => document.fonts.ready.then(() => undefined));
    await tab.pdf({ path: target, preferCSSPageSize: true, printBackground: true });
  } finally {
    await running.close();
  }
}

/** Megabytes of the browser's processes at their peak, in a print of its own: watching takes time. */
async function peakOfBrowser(browser: Browser, page: string, target: string): Promise<number> {
  const stop = watchMemory(process.pid);
  await printWithBrowser(browser, page, target);
  return stop();
}

/** A page object is written in the clear by none of the printers; the page tree's count is by all. */
function pagesOf(path: string): string {
  const counts = [...readFileSync(path, 'latin1').matchAll(/\/Count (\d+)/gu)].map(([, count]) =>
    Number(count),
  );
  return counts.length === 0 ? '?' : `${Math.max(...counts)}`;
}

interface Printed {
  readonly name: string;
  readonly file: string;
  peakMegabytes: number;
}

function describe({ name, file, peakMegabytes }: Printed): string {
  const size = figure(statSync(file).size / 1e6);
  return `${name} ${pagesOf(file)} pages, ${size} MB, peak ${figure(peakMegabytes)} MB of memory`;
}

/** How often each size is printed, after one round that doesn't count where there are several. */
const rounds: readonly (readonly [enterprises: number, rounds: number])[] = [
  [30, 9],
  [200, 5],
  [1000, 3],
];

/** Minutes of n × 9 × 8 from nothing to the file on disk, all printers as fresh processes on the same content. */
export async function minutes(setting: Setting): Promise<Findings> {
  const fonts = fontSet(join(setting.projectFolder, 'node_modules', '@expo-google-fonts'));
  const browser = await findBrowser();
  const rows: Row[] = [];
  const notes: string[] = [];
  for (const [enterprises, count] of setting.quick ? [[30, 2] as const] : rounds) {
    const found = await printSize(setting, { enterprises, count, fonts, browser });
    rows.push(...found.rows);
    notes.push(...found.notes);
  }
  return { rows, notes };
}

interface Size {
  readonly enterprises: number;
  readonly count: number;
  readonly fonts: FontSet;
  readonly browser: Browser;
}

/** Goals of the issue: three times as fast as the browser at every size, and ahead of Typst at 1000. */
async function printSize({ folder, projectFolder }: Setting, size: Size): Promise<Findings> {
  const { enterprises, count, fonts, browser } = size;
  const data = benchMinutes(enterprises);
  const path = (name: string): string => join(folder, `${enterprises}-${name}`);
  const job: PdfJob = { kind: 'minutes', data, fonts: { ...fonts, fallbacks: fonts.fallbacks.slice(0, 1) } };
  writeFileSync(path('job.json'), JSON.stringify(job));
  writeFileSync(path('page.html'), minutesHtml(data, fonts));
  writeFileSync(path('source.typ'), minutesTypst(data));
  const ours: Printed = {
    name: 'Paneldesk (PDF/A-2b, tagged, with signature fields)',
    file: path('ours.pdf'),
    peakMegabytes: 0,
  };
  const other: Printed = { name: 'Chromium', file: path('browser.pdf'), peakMegabytes: 0 };
  const typst: Printed = { name: 'Typst (PDF/A-2b)', file: path('typst.pdf'), peakMegabytes: 0 };
  const worker = join(projectFolder, 'dist', 'main', 'pdf-worker.js');
  const run =
    (printed: Printed, words: readonly string[]): Arm =>
    async () => {
      const { milliseconds, output } = await runNode(words);
      printed.peakMegabytes = Math.max(
        printed.peakMegabytes,
        Number(output.trim().split('\n').at(-1)) / 1024,
      );
      return milliseconds;
    };
  other.peakMegabytes = await peakOfBrowser(browser, path('page.html'), other.file);
  const samples = await interleave(
    count,
    {
      ours: run(ours, [join(import.meta.dirname, 'print-minutes.mjs'), worker, path('job.json'), ours.file]),
      browser: () => timed(() => printWithBrowser(browser, path('page.html'), other.file)),
      typst: run(typst, [
        join(import.meta.dirname, 'print-typst.mjs'),
        path('source.typ'),
        typst.file,
        fonts.serif,
        fonts.sans,
      ]),
    },
    count > 3 ? 1 : 0,
  );
  const title = `minutes of ${enterprises} × 9 × 8, cold process to file`;
  const printer = browser.origin === 'npm' ? 'npm package' : 'installed';
  return {
    rows: [
      makeRow(
        { ours: title, peer: `Chromium printToPDF of the same content (${printer})` },
        samples.ours,
        samples.browser,
        1 / 3,
      ),
      makeRow(
        { ours: title, peer: 'Typst 0.14, PDF/A-2b of the same content' },
        samples.ours,
        samples.typst,
        enterprises === 1000 ? 1 : undefined,
      ),
    ],
    notes: [`Minutes of ${enterprises}: ${[ours, other, typst].map(describe).join('; ')}.`],
  };
}
