import { accessSync, constants, existsSync, lstatSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../shared/api/problem.ts';
import { makeAccess, type Access } from './access.ts';
import { backUp } from './backup.ts';
import { databaseErrorCode, openConnection, type Connection } from './driver.ts';
import { brokenInvariants } from './invariants.ts';
import { checkOrigin, migrate } from './migrate.ts';
import { applyPragmas } from './pragmas.ts';

export interface Store extends Access {
  /** Copies the database under `<data>/backup/<name>.db` and reads the copy back. */
  readonly backUp: (name: string) => string;
  readonly close: () => void;
}

/**
 * Opens `<folder>/paneldesk.db` exclusively, checks it and brings it to the newest version.
 * @throws AppError `data-in-use`, `data-newer`, `data-corrupt`, `disk-read-only`, `disk-full`
 */
export function openStore(folder: string, stamp: () => string): Store {
  prepareFolder(folder);
  const path = join(folder, 'paneldesk.db');
  if (existsSync(path) && !lstatSync(path).isFile()) throw new AppError('data-corrupt', { detail: path });
  return translated(() => {
    const connection = openConnection(path);
    try {
      return prepare(connection, folder, stamp);
    } catch (error) {
      connection.close();
      throw error;
    }
  });
}

function prepareFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK);
  } catch {
    throw new AppError('disk-read-only', { folder });
  }
}

function prepare(connection: Connection, folder: string, stamp: () => string): Store {
  // Held until close: a second program on the same folder is refused instead of corrupting it.
  connection.pragma('locking_mode=EXCLUSIVE');
  checkOrigin(connection);
  applyPragmas(connection);
  if (connection.pragma('quick_check', { simple: true }) !== 'ok')
    throw new AppError('data-corrupt', { detail: 'quick_check' });
  const backupFolder = join(folder, 'backup');
  migrate(connection, (version) =>
    backUp(connection, backupFolder, `before-migration-${version}-${stamp()}`),
  );
  const access = makeAccess(connection);
  const broken = access.read((db) => brokenInvariants(db));
  if (broken.length > 0) throw new AppError('data-corrupt', { detail: broken.join(', ') });
  return {
    read: (act) => translated(() => access.read(act)),
    write: (act) => translated(() => access.write(act)),
    backUp: (name) => translated(() => backUp(connection, backupFolder, name)),
    close: () => {
      connection.pragma('wal_checkpoint(TRUNCATE)');
      connection.close();
    },
  };
}

const problems = [
  [/^SQLITE_(BUSY|LOCKED)/, 'data-in-use'],
  [/^SQLITE_(CORRUPT|NOTADB)/, 'data-corrupt'],
  [/^SQLITE_FULL/, 'disk-full'],
  // A stick pulled out, a quota, a failing disk: the transaction is undone, what was typed stays on screen.
  [/^SQLITE_IOERR/, 'disk-error'],
  [/^SQLITE_(READONLY|CANTOPEN|PERM)/, 'disk-read-only'],
] as const;

function translated<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    const code = databaseErrorCode(error);
    const found = code === undefined ? undefined : problems.find(([pattern]) => pattern.test(code));
    if (found === undefined) throw error;
    throw new AppError(found[1], { detail: code ?? '' });
  }
}
