import { join } from 'node:path';
import type { WriteDb } from './access.ts';
import { openReadOnly, type SqlValue } from './driver.ts';

/**
 * Copies every row of the store in another folder into this one, which must be empty; both have the newest
 * version. Constraints and triggers judge each row as if it were written for the first time.
 */
export function copyStore(db: WriteDb, folder: string): void {
  const source = openReadOnly(join(folder, 'paneldesk.db'));
  try {
    // Rows name each other across tables; the keys are judged at the end of the transaction.
    db.run('PRAGMA defer_foreign_keys = ON');
    const tables = source
      .prepare<[], { name: string }>(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid",
      )
      .all();
    for (const { name } of tables) {
      const rows = source.prepare<[], Record<string, SqlValue>>(`SELECT * FROM "${name}" ORDER BY rowid`);
      for (const row of rows.iterate()) {
        const columns = Object.keys(row);
        const places = columns.map(() => '?').join(', ');
        const names = columns.map((column) => `"${column}"`).join(', ');
        db.run(`INSERT INTO "${name}" (${names}) VALUES (${places})`, ...Object.values(row));
      }
    }
  } finally {
    source.close();
  }
}

/** Whether nothing of anybody is in this store yet. */
export function isEmptyStore(db: WriteDb): boolean {
  return (
    db.first('SELECT 1 FROM person LIMIT 1') === undefined &&
    db.first('SELECT 1 FROM review LIMIT 1') === undefined
  );
}
