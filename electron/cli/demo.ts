import { accessSync, constants, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createText } from '../../shared/text/index.ts';
import { chosenLanguage } from './chosen-language.ts';
import { playLaptops } from './demo-laptops.ts';
import { playDemo, type DemoResult } from './demo-road.ts';
import { readSample, type SampleFiles } from '../services/sample/sample-files.ts';
import { openCommandBackend, readResource } from './open-command-backend.ts';
import { tableText } from './table-text.ts';

export const usage = 'panel demo [--laptops] --out DIR';

/**
 * Drives the whole road on the sample, headless and through the same calls as the interface, and writes
 * minutes.pdf, notice.pdf, results.xlsx and result.bundle into DIR. Exit status 0 good, 2 wrong arguments
 * or a folder that can't hold them, 1 anything else. With --laptops the secretary and seven experts work in eight
 * data folders that exchange files through one folder only; all of them are deleted at the end.
 */
export async function run(args: string[]): Promise<number> {
  const chosen = optionsOf(args);
  if (chosen === null) {
    console.error(`usage: ${usage}`);
    return 2;
  }
  const { out, laptops } = chosen;
  if (!canHold(out)) {
    console.error(createText(chosenLanguage())('demo.noFolder', { folder: out }));
    return 2;
  }
  const folder = mkdtempSync(join(tmpdir(), 'paneldesk-demo-'));
  try {
    const sample = readSample({ readResource });
    const say = (line: string): void => console.error(line);
    const { files, table, authority } = laptops
      ? await playLaptops(folder, sample, say)
      : await onOneLaptop(folder, sample, say);
    for (const { name, bytes } of files) writeFileSync(join(out, name), bytes);
    console.log(tableText(table));
    console.log(`${createText('zh-CN')('demo.authority')} ${authority}`);
    for (const { name } of files) console.log(join(out, name));
    return 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function onOneLaptop(
  folder: string,
  sample: SampleFiles,
  say: (line: string) => void,
): Promise<DemoResult> {
  const backend = await openCommandBackend(folder);
  try {
    return await playDemo(backend, sample.story, say);
  } finally {
    await backend.close();
  }
}

/** Makes the folder; false when it can't be made or written to. Asked before the long work. */
function canHold(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function optionsOf(args: string[]): { readonly out: string; readonly laptops: boolean } | null {
  try {
    const options = { out: { type: 'string' }, laptops: { type: 'boolean' } } as const;
    const { values } = parseArgs({ args, options, allowPositionals: false });
    return values.out === undefined ? null : { out: values.out, laptops: values.laptops === true };
  } catch {
    return null;
  }
}
