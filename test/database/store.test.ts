import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AppError } from '../../shared/api/problem.ts';
import { openConnection } from '../../electron/database/driver.ts';
import { migrations } from '../../electron/database/migrations/index.ts';
import { openStore, type Store } from '../../electron/database/open.ts';
import { applicationId, applyPragmas } from '../../electron/database/pragmas.ts';
import { removeFolder } from '../support/backend.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paneldesk-store-'));
});
afterEach(() => removeFolder(folder));

const file = (): string => join(folder, 'paneldesk.db');
const open = (): Store => openStore(folder, () => 'stamp');

function codeOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof AppError) return error.problem.code;
    throw error;
  }
  return 'accepted';
}

function hashOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

describe('opening the data', () => {
  test('sets the pragmas that keep what was acknowledged, also when it is opened again', () => {
    open().close();
    const connection = openConnection(file());
    applyPragmas(connection);
    const read = (name: string): unknown => connection.pragma(name, { simple: true });
    expect([
      read('synchronous'),
      read('journal_mode'),
      read('recursive_triggers'),
      read('secure_delete'),
    ]).toEqual([3, 'wal', 1, 1]);
    expect([read('user_version'), read('application_id')]).toEqual([migrations.length, applicationId]);
    connection.close();
  });

  test('a second program on the same folder is refused and the first goes on', () => {
    const first = open();
    expect(codeOf(open)).toBe('data-in-use');
    expect(first.read((db) => db.all('SELECT * FROM review'))).toEqual([]);
    first.close();
  });

  test('data from a newer version is refused and not a byte of it changes', () => {
    open().close();
    const connection = openConnection(file());
    connection.pragma(`user_version=${migrations.length + 1}`);
    connection.pragma('journal_mode=DELETE');
    connection.close();
    const before = hashOf(file());
    expect(codeOf(open)).toBe('data-newer');
    expect(hashOf(file())).toBe(before);
  });

  test.each([
    ['text', () => Buffer.from('this is not a database at all, but long enough to look like one'.repeat(40))],
    ['a cut file', () => readFileSync(file()).subarray(0, 5000)],
    [
      'a file with a broken page',
      () => {
        const bytes = readFileSync(file());
        bytes.fill(0x5a, 8192, 12_288);
        return bytes;
      },
    ],
  ])('%s instead of the data is refused', (_name, make) => {
    open().close();
    writeFileSync(file(), make());
    expect(codeOf(open)).toBe('data-corrupt');
  });

  test('another program’s database is refused', () => {
    const connection = openConnection(file());
    connection.exec('CREATE TABLE foreign_table (a)');
    connection.close();
    expect(codeOf(open)).toBe('data-corrupt');
  });

  test('a broken invariant is found when the data is opened', () => {
    const store = open();
    store.write((db) => {
      db.run("INSERT INTO review VALUES ('r', 't', 'o', 'scoring', 0, '{}', 1, NULL, 1, 1)");
    });
    store.close();
    expect(codeOf(open)).toBe('data-corrupt');
  });

  test('a backup is read back before it counts', () => {
    const store = open();
    store.backUp('2026-11-21');
    store.close();
    expect(readdirSync(join(folder, 'backup'))).toEqual(['2026-11-21.db']);
  });
});

describe('reading and writing', () => {
  test('a reading context refuses a writing statement', () => {
    const store = open();
    expect(() => store.read((db) => db.all('DELETE FROM review RETURNING id'))).toThrow(/reading/);
    store.close();
  });

  test('an error undoes the whole transaction', () => {
    const store = open();
    expect(() =>
      store.write((db) => {
        db.run("INSERT INTO review VALUES ('r', 't', 'o', 'setup', 0, '{}', 1, NULL, 1, 1)");
        throw new Error('half way');
      }),
    ).toThrow('half way');
    expect(store.read((db) => db.all('SELECT id FROM review'))).toEqual([]);
    store.close();
  });
});
