import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { AppError } from '../../shared/api/problem.ts';
import { openStore } from '../../electron/database/open.ts';
import { firstBrokenEntry, recordOf } from '../../electron/database/record.ts';
import { removeFolder } from '../support/backend.ts';

const writer = join(import.meta.dirname, 'writer.ts');
/** 12 here, more by `npm run deep` (PANEL_DEEP). */
const cycles = process.env['PANEL_DEEP'] === undefined ? 12 : 200;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paneldesk-fault-'));
});
afterEach(() => removeFolder(folder));

/** Runs the writer, kills it after that many acknowledged entries, answers the last one it acknowledged. */
function writeAndKill(entries: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [writer, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      if (text.split('\n').length > entries) child.kill('SIGKILL');
    });
    child.on('error', reject);
    child.on('close', () => resolve(Number(text.trimEnd().split('\n').at(-1))));
  });
}

test(`what was acknowledged is there after ${cycles} kills, and the chain of the record holds`, async () => {
  for (let cycle = 0; cycle < cycles; cycle += 1) {
    const acknowledged = await writeAndKill(1 + (cycle % 7));
    const store = openStore(folder, () => 'stamp');
    const rows = store.read((db) => recordOf(db, 'r'));
    store.close();
    expect(rows.length).toBeGreaterThanOrEqual(acknowledged);
    expect(firstBrokenEntry(rows, 'r')).toBeUndefined();
  }
}, 600_000);

test('a disk that takes no more gives a clear refusal, loses nothing acknowledged, and can be used again', async (context) => {
  if (process.platform === 'win32') context.skip('needs a limit of file size by the shell');
  // 800 blocks of 1 KiB, room for the empty tables: the write-ahead log hits the limit; XFSZ ignored makes it an error of the write.
  const script = `trap '' XFSZ; ulimit -f 800; exec "${process.execPath}" "${writer}" "${folder}"`;
  const text = await new Promise<string>((resolve, reject) => {
    const child = spawn('bash', ['-c', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
    child.on('error', reject);
    child.on('close', () => resolve(output));
  });
  const lines = text.trimEnd().split('\n');
  expect(lines.at(-1)).toMatch(/^disk-error /);
  const acknowledged = Number(lines.at(-2));
  expect(acknowledged).toBeGreaterThan(3);
  const store = openStore(folder, () => 'stamp');
  expect(store.read((db) => recordOf(db, 'r')).length).toBe(acknowledged);
  store.close();
}, 60_000);

function refusalOf(path: string): string {
  try {
    openStore(path, () => 'stamp').close();
    return 'accepted';
  } catch (error) {
    if (error instanceof AppError) return error.problem.code;
    throw error;
  }
}

test('a place where no folder can be made is refused', () => {
  const file = join(folder, 'a-file');
  writeFileSync(file, '');
  expect(refusalOf(join(file, 'data'))).toBe('disk-read-only');
});

test('a read-only folder is refused', (context) => {
  if (process.platform === 'win32' || process.getuid?.() === 0)
    context.skip('root and Windows write everywhere');
  chmodSync(folder, 0o500);
  expect(refusalOf(folder)).toBe('disk-read-only');
});
