import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openReadOnly, type Connection } from './driver.ts';

/** How many milestone copies are kept in the backup folder. */
const kept = 14;

/**
 * Copies the database: VACUUM INTO a temporary name, open read-only, quick_check, fsync (SQLite doesn't sync
 * the result itself), rename, fsync the folder. A copy that wasn't read back isn't counted as one.
 */
export function backUp(connection: Connection, folder: string, name: string): string {
  mkdirSync(folder, { recursive: true });
  const target = join(folder, `${name}.db`);
  const temporary = `${target}.tmp`;
  rmSync(temporary, { force: true });
  connection.prepare('VACUUM INTO ?').run(temporary);
  const copy = openReadOnly(temporary);
  const verdict = copy.pragma('quick_check', { simple: true });
  copy.close();
  if (verdict !== 'ok') throw new Error(`Backup is not sound: ${String(verdict)}`);
  syncPath(temporary);
  renameSync(temporary, target);
  if (process.platform !== 'win32') syncPath(dirname(target));
  prune(folder);
  return target;
}

function syncPath(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function prune(folder: string): void {
  const copies = readdirSync(folder)
    .filter((name) => name.endsWith('.db'))
    .toSorted();
  for (const name of copies.slice(0, Math.max(0, copies.length - kept))) rmSync(join(folder, name));
}
