import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { MARKER, markFolder } from '../../electron/exchange/carriers/marker.ts';
import { removeFolder } from '../support/backend.ts';

const script = join(import.meta.dirname, 'put-letter.ts');
const id = '11111111-2222-3333-4444-555555555555';
const name = '0123456789abcdef.package.01234567.panel';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paneldesk-full-'));
  markFolder(folder, id);
  file = join(mkdtempSync(join(tmpdir(), 'paneldesk-letter-')), 'letter');
  writeFileSync(file, Buffer.alloc(900_000, 7));
});
afterEach(() => {
  removeFolder(folder);
  removeFolder(join(file, '..'));
});

const inFolder = (): string[] => readdirSync(folder).filter((entry) => entry !== MARKER);

/** The answer of a process that may write no file over that many KiB, as on a full disk. */
function putUnder(kilobytes: number | 'unlimited'): string {
  const words = [process.execPath, script, folder, id, file, name].map((word) => `"${word}"`).join(' ');
  const limited = `trap '' XFSZ; ulimit -f ${kilobytes}; exec ${words}`;
  return spawnSync('bash', ['-c', limited], { encoding: 'utf8' }).stdout.trim();
}

test('a carrier that takes no more is told as full, keeps nothing half, and takes the letter later', (context) => {
  if (process.platform === 'win32') context.skip('needs a limit of file size by the shell');
  expect(putUnder(400)).toBe('full');
  expect(inFolder()).toEqual([]);
  expect(putUnder('unlimited')).toBe('put');
  expect(inFolder()).toEqual([name]);
  expect(readFileSync(join(folder, name)).byteLength).toBe(900_000);
});

test('a carrier that can only be read is told so', (context) => {
  if (process.platform === 'win32' || process.getuid?.() === 0)
    context.skip('root and Windows write everywhere');
  chmodSync(folder, 0o500);
  expect(putUnder('unlimited')).toBe('read-only');
  chmodSync(folder, 0o700);
  expect(inFolder()).toEqual([]);
});
