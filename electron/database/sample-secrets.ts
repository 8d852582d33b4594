import type { ReadDb, WriteDb } from './access.ts';

/** Person id → 示例口令, only of people whose every seat is in a sample review. */
export function sampleSecrets(db: ReadDb): Map<string, string> {
  const rows = db.all<{ person_id: string; passphrase: string }>(
    `SELECT a.person_id, a.passphrase FROM sample_passphrase a WHERE NOT EXISTS (
       SELECT 1 FROM seat s JOIN review r ON r.id = s.review_id WHERE s.person_id = a.person_id AND r.sample = 0)`,
  );
  return new Map(rows.map((row) => [row.person_id, row.passphrase]));
}

/** Whether the person's passphrase is shipped with the sample, so that everybody may know it. */
export function isSamplePerson(db: ReadDb, personId: string): boolean {
  return db.first('SELECT 1 FROM sample_passphrase WHERE person_id = ?', personId) !== undefined;
}

export function saveSampleSecret(db: WriteDb, personId: string, passphrase: string): void {
  db.run(
    `INSERT INTO sample_passphrase (person_id, passphrase) VALUES (?, ?)
     ON CONFLICT (person_id) DO UPDATE SET passphrase = excluded.passphrase`,
    personId,
    passphrase,
  );
}
