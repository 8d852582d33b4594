import { openConnection, type Connection } from '../../electron/database/driver.ts';
import { hundredths } from '../../shared/domain/decimal.ts';
import type { Sheet } from '../../shared/domain/sheet.ts';
import { dossierId, itemCount, memberCount, memberId, scoreAt } from './panel.ts';

/**
 * The scores of the first so many dossiers as rows. Whole numbers as keys and rows clustered by dossier: the
 * form in which SQLite sums fastest, so that nobody can say the peer was hobbled.
 */
export function openScoreStore(path: string, dossiers: number): Connection {
  const connection = openConnection(path);
  connection.pragma('journal_mode=WAL');
  connection.pragma('synchronous=OFF');
  // 1 GB in units of -KiB: every page stays in SQLite's own memory, as the sheets stay in ours.
  connection.pragma('cache_size=-1048576');
  connection.exec(`CREATE TABLE score (dossier INTEGER, member INTEGER, item INTEGER, hundredths INTEGER NOT NULL,
    PRIMARY KEY (dossier, member, item)) STRICT, WITHOUT ROWID`);
  const insert = connection.prepare('INSERT INTO score VALUES (?, ?, ?, ?)');
  connection.transaction(() => {
    for (let dossier = 0; dossier < dossiers; dossier += 1)
      for (let member = 0; member < memberCount; member += 1)
        for (let item = 0; item < itemCount; item += 1)
          insert.run(dossier, member, item, scoreAt(dossier, member, item));
  })();
  return connection;
}

/** The peer: hundredths of each of the first so many dossiers. */
export function bareSums(connection: Connection, dossiers: number): readonly (readonly [number, number])[] {
  return connection
    .prepare('SELECT dossier, SUM(hundredths) FROM score WHERE dossier < ? GROUP BY dossier')
    .raw()
    .all(dossiers) as [number, number][];
}

/** The same rows as sheets, one row a sheet, as the program reads them (`openedScoresOf`). */
export function readSheets(connection: Connection, dossiers: number): Sheet[] {
  const rows = connection
    .prepare('SELECT json_group_array(hundredths) FROM score WHERE dossier < ? GROUP BY dossier, member')
    .pluck()
    .iterate(dossiers) as IterableIterator<string>;
  const sheets: Sheet[] = [];
  for (const row of rows) {
    const place = sheets.length;
    const [dossier, member] = [Math.floor(place / memberCount), place % memberCount];
    const scores = JSON.parse(row) as ReturnType<typeof hundredths>[];
    for (const value of scores) hundredths(value);
    sheets.push({ dossier: dossierId(dossier), member: memberId(member), scores });
  }
  return sheets;
}
