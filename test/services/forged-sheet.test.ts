import { expect, test } from 'vitest';
import { openConnection, type Connection } from '../../electron/database/driver.ts';
import { fingerprint, sha256Hex } from '../../electron/signing/fingerprint.ts';
import { readUnverifiedJws, signJws } from '../../electron/signing/jws.ts';
import { generateSigningKey } from '../../electron/signing/profile-keys.ts';
import { SHEET_TYPE } from '../../electron/signing/sealed-sheet.ts';
import { openTestBackend, removeFolder } from '../support/backend.ts';
import { enterOffice, openOpenedReview } from '../support/opened-review.ts';

interface Row {
  readonly seat_id: string;
  readonly dossier_id: string;
  readonly seq: number;
  readonly jws: string;
}

/** Works on the file as somebody with an SQLite tool would, the triggers out of the way. */
async function problemAfter(change: (connection: Connection, row: Row) => void): Promise<unknown> {
  const review = await openOpenedReview();
  await review.close();
  const connection = openConnection(`${review.folder}/paneldesk.db`);
  for (const table of ['score', 'opened_sheet', 'sheet_blob']) {
    connection.exec(`DROP TRIGGER ${table}_no_update`);
  }
  const row = connection.prepare("SELECT * FROM opened_sheet WHERE source = 'laptop' LIMIT 1").get() as Row;
  change(connection, row);
  connection.close();
  const again = await enterOffice(await openTestBackend({ folder: review.folder }));
  const { code, values } = await again.refused('office', 'tally.get', { reviewId: review.reviewId });
  await again.close();
  removeFolder(review.folder);
  return [code, String(values?.['detail']).split(' ')[0]];
}

const set = (connection: Connection, column: string, value: string, row: Row): void => {
  connection
    .prepare(`UPDATE opened_sheet SET ${column} = ? WHERE seat_id = ? AND dossier_id = ?`)
    .run(value, row.seat_id, row.dossier_id);
};

test('a score that its member didn’t sign is refused', async () => {
  const problem = await problemAfter((connection, row) => {
    connection
      .prepare('UPDATE score SET hundredths = 0 WHERE seat_id = ? AND dossier_id = ?')
      .run(row.seat_id, row.dossier_id);
  });
  expect(problem).toEqual(['data-corrupt', 'scores']);
});

test('a sheet signed anew by a key of one’s own is refused, because the authority’s roster doesn’t name it', async () => {
  const problem = await problemAfter((connection, row) => {
    const forger = generateSigningKey();
    const header = { typ: SHEET_TYPE, kid: fingerprint(forger.publicSpki) };
    const { payload } = readUnverifiedJws(row.jws);
    set(connection, 'jws', signJws(forger.privateKey, header, payload), row);
    connection
      .prepare('UPDATE sheet_blob SET public_key = ? WHERE seat_id = ? AND dossier_id = ? AND seq = ?')
      .run(forger.publicSpki, row.seat_id, row.dossier_id, row.seq);
  });
  expect(problem).toEqual(['data-corrupt', 'key']);
});

test('an altered payload is refused, with or without its hash', async () => {
  const altered = (row: Row): string => {
    const [head = '', payload = '', signature = ''] = row.jws.split('.');
    const text = Buffer.from(payload, 'base64url').toString('utf8').replace('"overall":"', '"overall":"x');
    return [head, Buffer.from(text).toString('base64url'), signature].join('.');
  };
  expect(await problemAfter((connection, row) => set(connection, 'jws', altered(row), row))).toEqual([
    'data-corrupt',
    'signature',
  ]);
  const hash = sha256Hex('something else');
  expect(await problemAfter((connection, row) => set(connection, 'payload_hash', hash, row))).toEqual([
    'data-corrupt',
    'payload',
  ]);
});
