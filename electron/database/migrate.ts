import { AppError } from '../../shared/api/problem.ts';
import type { Connection } from './driver.ts';
import { migrations } from './migrations/index.ts';
import { applicationId } from './pragmas.ts';

export function versionOf(connection: Connection): number {
  return connection.pragma('user_version', { simple: true }) as number;
}

/**
 * Refuses files of other programs and of newer versions before anything is changed.
 * @throws AppError `data-newer`, `data-corrupt`
 */
export function checkOrigin(connection: Connection): void {
  const found = connection.pragma('application_id', { simple: true }) as number;
  const version = versionOf(connection);
  const tables = connection.prepare('SELECT count(*) AS n FROM sqlite_master').get() as { n: number };
  const fresh = tables.n === 0 && version === 0;
  if (!fresh && found !== applicationId) throw new AppError('data-corrupt', { detail: 'application_id' });
  if (version > migrations.length)
    throw new AppError('data-newer', { found: version, known: migrations.length });
}

/** Runs all pending steps together; `before` makes the backup of a file that already holds data. */
export function migrate(connection: Connection, before: (version: number) => void): void {
  const version = versionOf(connection);
  if (version === migrations.length) return;
  if (version > 0) before(version);
  connection
    .transaction(() => {
      for (const step of migrations.slice(version)) connection.exec(step);
      connection.pragma(`application_id=${applicationId}`);
      connection.pragma(`user_version=${migrations.length}`);
    })
    .exclusive();
}
