import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'vitest';
import { createPdfMaker } from '../../electron/documents/make-pdf.ts';

const packages = join(import.meta.dirname, '../../node_modules/@expo-google-fonts');

export const fonts = {
  serif: join(packages, 'noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'),
  sans: join(packages, 'noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'),
  fallbacks: [join(packages, 'noto-serif-jp/400Regular/NotoSerifJP_400Regular.ttf')],
};

export const maker = createPdfMaker({
  fonts,
  worker: new URL('../../electron/documents/pdf-worker.ts', import.meta.url),
});

/** Skips the test, with the reason, where a tool of poppler or qpdf is absent. */
export function needTool(context: TestContext, tool: string): void {
  if (spawnSync(tool, ['-v']).error !== undefined) context.skip(`${tool} is not installed`);
}

/** Runs a tool on the file and answers its output; `FILE` in the arguments stands for the path. */
export function runOn(bytes: Uint8Array, tool: string, args: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'paneldesk-'));
  try {
    const file = join(folder, 'document.pdf');
    writeFileSync(file, bytes);
    const given = args.map((argument) => (argument === 'FILE' ? file : argument));
    return execFileSync(tool, given, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Text of the file without any white space, so that line breaks don't matter. */
export function squeezedText(bytes: Uint8Array): string {
  return squeeze(runOn(bytes, 'pdftotext', ['FILE', '-']));
}

export function squeeze(text: string): string {
  return text.replaceAll(/\s/gu, '');
}

/** Text of each page. */
export function pageTexts(bytes: Uint8Array): string[] {
  return runOn(bytes, 'pdftotext', ['FILE', '-']).split('\f').slice(0, -1);
}

/** Share of dark pixels on each page, from a rendering at 36 dpi in grey. */
export function inkOfPages(bytes: Uint8Array): number[] {
  const folder = mkdtempSync(join(tmpdir(), 'paneldesk-'));
  try {
    const file = join(folder, 'document.pdf');
    writeFileSync(file, bytes);
    execFileSync('pdftoppm', ['-r', '36', '-gray', file, join(folder, 'page')]);
    const pages = readdirSync(folder).filter((name) => name.endsWith('.pgm'));
    return pages.toSorted().map((name) => darkShare(readFileSync(join(folder, name))));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function darkShare(pgm: Buffer): number {
  // Header: P5, width and height, 255; each followed by one line end.
  const start = pgm.indexOf('255\n') + 4;
  const pixels = pgm.subarray(start);
  return pixels.filter((value) => value < 160).length / pixels.length;
}

export interface WordBox {
  readonly page: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly text: string;
}

/** Words with their boxes in millimetres. */
export function wordBoxes(bytes: Uint8Array): WordBox[] {
  const html = runOn(bytes, 'pdftotext', ['-bbox', 'FILE', '-']);
  let page = 0;
  return html.split('\n').flatMap((line) => {
    if (line.includes('<page ')) page += 1;
    const match = /xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*)<\/word>/u.exec(line);
    if (match === null) return [];
    const [left, top, right, bottom] = match.slice(1, 5).map((value) => (Number(value) * 25.4) / 72);
    return [
      { page, left: left ?? 0, top: top ?? 0, right: right ?? 0, bottom: bottom ?? 0, text: match[5] ?? '' },
    ];
  });
}
