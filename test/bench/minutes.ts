import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { fontSet } from '../../electron/font-files.ts';
import type { PdfJob } from '../../electron/documents/make-pdf.ts';
import { findBrowser, type Browser } from '../browser.ts';
import { interleave, timed } from './measure.ts';
import { benchMinutes } from './minutes-data.ts';
import { minutesHtml } from './minutes-html.ts';
import { runNode } from './program.ts';
import { figure, makeRow, type Findings, type Setting } from './row.ts';

/** Starts the browser, loads the page, waits for its fonts, prints, ends the browser. */
async function printWithBrowser(browser: Browser, page: string, target: string): Promise<void> {
  const { executablePath, args } = browser;
  const running = await chromium.launch({ executablePath, args: [...args] });
  try {
    const tab = await running.newPage();
    await tab.goto(pathToFileURL(page).href);
    await tab.evaluate(() => document.fonts.ready.then(() => undefined));
    await tab.pdf({ path: target, preferCSSPageSize: true, printBackground: true });
  } finally {
    await running.close();
  }
}

/** A page object is written in the clear by neither printer of ours; the page tree's count is by both. */
function pagesOf(path: string): string {
  const counts = [...readFileSync(path, 'latin1').matchAll(/\/Count (\d+)/gu)].map(([, count]) =>
    Number(count),
  );
  return counts.length === 0 ? '?' : `${Math.max(...counts)}`;
}

function describe(name: string, path: string): string {
  return `${name}: ${pagesOf(path)} pages, ${figure(statSync(path).size / 1e6)} MB`;
}

/** Minutes of 30 × 9 × 8 from nothing to the file on disk, both printers as fresh processes. */
export async function minutes({ folder, projectFolder, quick }: Setting): Promise<Findings> {
  const fonts = fontSet(join(projectFolder, 'node_modules', '@expo-google-fonts'));
  const data = benchMinutes();
  const job: PdfJob = { orders: [{ kind: 'minutes', data }], fonts };
  const paths = {
    job: join(folder, 'minutes.json'),
    page: join(folder, 'minutes.html'),
    ours: join(folder, 'minutes.pdf'),
    browser: join(folder, 'browser.pdf'),
  };
  writeFileSync(paths.job, JSON.stringify(job));
  writeFileSync(paths.page, minutesHtml(data, fonts));
  const script = join(import.meta.dirname, 'print-minutes.mjs');
  const worker = join(projectFolder, 'dist', 'main', 'pdf-worker.js');
  const browser = await findBrowser();
  let peakKilobytes = 0;
  const samples = await interleave(
    quick ? 2 : 9,
    {
      ours: async () => {
        const { milliseconds, output } = await runNode([script, worker, paths.job, paths.ours]);
        peakKilobytes = Math.max(peakKilobytes, Number(output));
        return milliseconds;
      },
      browser: () => timed(() => printWithBrowser(browser, paths.page, paths.browser)),
    },
    1,
  );
  const titles = {
    ours: 'minutes of 30 × 9 × 8, cold process to file',
    peer: `Chromium printToPDF of the same content (${browser.origin === 'npm' ? 'npm package' : 'installed'})`,
  };
  return {
    rows: [makeRow(titles, samples.ours, samples.browser)],
    notes: [
      `${describe('Minutes, ours (PDF/A-2b with signature fields)', paths.ours)}, peak ${figure(peakKilobytes / 1024)} MB; ${describe('Chromium', paths.browser)}.`,
    ],
  };
}
