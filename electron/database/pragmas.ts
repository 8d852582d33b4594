import type { Connection } from './driver.ts';

/** "pdsk": refuses files of other programs. */
export const applicationId = 0x7064736b;

/**
 * Settings of every open (security.md §4.1): the driver reopens a WAL database at synchronous=NORMAL, which
 * loses acknowledged rows on power loss, so all of them are set and read back. EXTRA = 3, MEMORY = 2.
 */
const settings: readonly (readonly [name: string, value: string, expected: string | number])[] = [
  ['synchronous', 'EXTRA', 3],
  ['journal_mode', 'WAL', 'wal'],
  ['synchronous', 'EXTRA', 3],
  ['fullfsync', 'ON', 1],
  ['checkpoint_fullfsync', 'ON', 1],
  ['foreign_keys', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  ['mmap_size', '0', 0],
  ['recursive_triggers', 'ON', 1],
  ['secure_delete', 'ON', 1],
  ['temp_store', 'MEMORY', 2],
];

/** Sets every pragma and reads it back. @throws Error naming the pragma that didn't hold. */
export function applyPragmas(connection: Connection): void {
  for (const [name, value, expected] of settings) {
    connection.pragma(`${name}=${value}`);
    const found = connection.pragma(name, { simple: true });
    // A build without mmap answers nothing for mmap_size.
    if (found !== expected && !(name === 'mmap_size' && found === undefined)) {
      throw new Error(`PRAGMA ${name} is ${String(found)}, wanted ${expected}`);
    }
  }
}
