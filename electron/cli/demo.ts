import { accessSync, constants, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createText } from '../../shared/text/index.ts';
import { chosenLanguage } from './chosen-language.ts';
import { playDemo } from './demo-road.ts';
import { readSample } from '../services/sample/sample-files.ts';
import { openCommandBackend, readResource } from './open-command-backend.ts';
import { tableText } from './table-text.ts';

export const usage = 'panel demo --out DIR';

/**
 * Drives the whole road on the sample, headless and through the same calls as the interface, and writes
 * minutes.pdf, notice.pdf, results.xlsx and result.bundle into DIR. Exit status 0 good, 2 wrong arguments
 * or a folder that can't hold them, 1 anything else.
 */
export async function run(args: string[]): Promise<number> {
  const out = outFolder(args);
  if (out === null) {
    console.error(`usage: ${usage}`);
    return 2;
  }
  if (!canHold(out)) {
    console.error(createText(chosenLanguage())('demo.noFolder', { folder: out }));
    return 2;
  }
  const folder = mkdtempSync(join(tmpdir(), 'paneldesk-demo-'));
  const backend = await openCommandBackend(folder);
  try {
    const { files, table, authority } = await playDemo(backend, readSample({ readResource }).story, (line) =>
      console.error(line),
    );
    for (const { name, bytes } of files) writeFileSync(join(out, name), bytes);
    console.log(tableText(table));
    console.log(`${createText('zh-CN')('demo.authority')} ${authority}`);
    for (const { name } of files) console.log(join(out, name));
    return 0;
  } finally {
    await backend.close();
    rmSync(folder, { recursive: true, force: true });
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

function outFolder(args: string[]): string | null {
  try {
    const { values } = parseArgs({ args, options: { out: { type: 'string' } }, allowPositionals: false });
    return values.out ?? null;
  } catch {
    return null;
  }
}
