import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openConnection, type Connection } from '../../electron/database/driver.ts';
import { invariants } from '../../electron/database/invariants.ts';
import { openStore } from '../../electron/database/open.ts';
import { applyPragmas } from '../../electron/database/pragmas.ts';
import { removeFolder } from '../support/backend.ts';

let folder: string;
let connection: Connection;

const seed = `
INSERT INTO person VALUES ('p', '示例', '', '', '', 'expert', '', NULL, 1), ('q', '示例二', '', '', '', 'staff', '', NULL, 1);
INSERT INTO review VALUES ('r', 't', 'o', 'opened', 0, '{}', 1, NULL, 1, 1), ('r2', 't', 'o', 'setup', 0, '{}', 1, NULL, 1, 1);
INSERT INTO freezing VALUES ('r', x'7b7d', 'h', 'a', 'b', 'c', x'00', 'p', 1);
INSERT INTO seat (id, review_id, person_id, role, kind, position) VALUES ('s', 'r', 'p', 'member', 'expert', 1), ('o', 'r', 'q', 'secretary', 'staff', 2);
INSERT INTO dossier (id, review_id, number, name, credit_code, fields, source) VALUES
  ('d', 'r', 1, '示例', '91140100MA0DEM001U', '{}', 'manual'), ('d2', 'r2', 1, '示例', '91140100MA0DEM001U', '{}', 'manual');
INSERT INTO item_cap VALUES ('r', 'i', 1000), ('r', 'j', 500);
INSERT INTO sheet_blob VALUES ('r', 's', 'd', 1, 'sheet', 'e', x'00', 'h1', 'k', 1);
INSERT INTO opening VALUES ('r', 'q', 's', 1, '[]');
INSERT INTO opened_sheet VALUES ('r', 's', 'd', 1, 'laptop', 'j', NULL, 'p1', 'h1');
INSERT INTO score VALUES ('r', 's', 'd', 1, 'i', 850), ('r', 's', 'd', 1, 'j', 500);
INSERT INTO record VALUES ('r', 1, 'start', 'one', '{}'), ('r', 2, 'one', 'two', '{}');
`;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paneldesk-guards-'));
  openStore(folder, () => 'stamp').close();
  connection = openConnection(join(folder, 'paneldesk.db'));
  applyPragmas(connection);
  connection.exec(seed);
});
afterEach(() => {
  connection.close();
  removeFolder(folder);
});

describe('what the tables refuse by themselves', () => {
  test.each([
    ['a score over its cap', "INSERT INTO score VALUES ('r', 's', 'd', 1, 'i', 1001)"],
    [
      'a score over its cap by replacing',
      "INSERT OR REPLACE INTO score VALUES ('r', 's', 'd', 1, 'i', 1001)",
    ],
    ['a replaced score', "INSERT OR REPLACE INTO score VALUES ('r', 's', 'd', 1, 'i', 900)"],
    [
      'an upserted score',
      "INSERT INTO score VALUES ('r', 's', 'd', 1, 'i', 900) ON CONFLICT DO UPDATE SET hundredths = 900",
    ],
    ['a changed score', 'UPDATE score SET hundredths = 800'],
    ['a removed score', 'DELETE FROM score'],
    ['a fraction of a hundredth', "INSERT INTO score VALUES ('r', 's', 'd', 1, 'x', 1.5)"],
    ['a negative score', "INSERT INTO score VALUES ('r', 's', 'd', 1, 'j', -1)"],
    ['a blank score', "INSERT INTO score VALUES ('r', 's', 'd', 1, 'j', NULL)"],
    ['a changed cap', 'UPDATE item_cap SET cap = 2000'],
    ['a changed sheet', "UPDATE sheet_blob SET envelope = 'f'"],
    ['a removed sheet', 'DELETE FROM sheet_blob'],
    [
      'a replaced sheet',
      "INSERT OR REPLACE INTO sheet_blob VALUES ('r', 's', 'd', 1, 'sheet', 'f', x'01', 'h2', 'k', 2)",
    ],
    ['a changed record', "UPDATE record SET body = '{}'"],
    ['a cut record', 'DELETE FROM record WHERE seq = 2'],
    ['a changed frozen scheme', "UPDATE freezing SET scheme = x'00'"],
    [
      'an entry of a corrected paper that is in force',
      "INSERT INTO paper_correction_entry VALUES ('s', 'd', 1, 'q', x'00', 'k', '[]', 1)",
    ],
    ['an opening taken back', 'DELETE FROM opening'],
    [
      'a second seat of one person',
      "INSERT INTO seat (id, review_id, person_id, role, kind, position) VALUES ('t', 'r', 'p', 'member', 'expert', 3)",
    ],
    [
      'a repeated code in one review',
      "INSERT INTO dossier (id, review_id, number, name, credit_code, fields, source) VALUES ('e', 'r', 2, 'x', '91140100MA0DEM001U', '{}', 'manual')",
    ],
  ])('%s', (_name, sql) => {
    const before = connection.prepare('SELECT * FROM score').all();
    expect(() => connection.exec(sql)).toThrow(/append-only|is closed|over cap|constraint|cannot store/);
    expect(connection.prepare('SELECT * FROM score').all()).toEqual(before);
  });
});

/** For each invariant one act of a person with a SQLite tool that must make it fire. */
const breaking: Readonly<Record<string, string>> = {
  'score-within-cap': "DROP TRIGGER score_no_update; UPDATE score SET hundredths = 1001 WHERE item_id = 'i'",
  'score-complete': "DROP TRIGGER score_no_delete; DELETE FROM score WHERE item_id = 'i'",
  'no-score-before-opening': "UPDATE review SET phase = 'closed' WHERE id = 'r'",
  'opened-is-latest':
    "INSERT INTO sheet_blob VALUES ('r', 's', 'd', 2, 'withdrawal', 'e', x'', 'h2', 'k', 1)",
  'paper-correction-typed-twice':
    "INSERT INTO opened_sheet VALUES ('r', 's', 'd', 2, 'paper', 'j', 'k', 'p2', NULL)",
  'sheet-sequence': "INSERT INTO sheet_blob VALUES ('r', 's', 'd', 3, 'sheet', 'e', x'00', 'h3', 'k', 1)",
  'recused-without-sheet': "INSERT INTO recusal VALUES ('s', 'd', 'r', 0, 1)",
  'seat-of-same-review':
    "INSERT INTO sheet_blob VALUES ('r', 's', 'd2', 1, 'sheet', 'e', x'00', 'h4', 'k', 1)",
  'only-members-score': "INSERT INTO sheet_blob VALUES ('r', 'o', 'd', 1, 'sheet', 'e', x'00', 'h5', 'k', 1)",
  'record-sequence': 'DROP TRIGGER record_no_delete; DELETE FROM record WHERE seq = 1',
  'frozen-scheme-stays': "UPDATE review SET phase = 'scoring' WHERE id = 'r2'",
};

describe('invariants', () => {
  const broken = (): string[] =>
    invariants.filter(({ sql }) => connection.prepare(sql).get() !== undefined).map(({ name }) => name);

  test('none fires on sound data, and every one has a test that makes it fire', () => {
    expect(broken()).toEqual([]);
    expect(Object.keys(breaking).toSorted()).toEqual(invariants.map(({ name }) => name).toSorted());
  });

  test.each(Object.entries(breaking))('%s fires', (name, sql) => {
    connection.exec(sql);
    expect(broken()).toContain(name);
  });
});
