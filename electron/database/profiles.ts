import { changedOne, type ReadDb, type WriteDb } from './access.ts';

export interface ProfileRow {
  readonly id: string;
  readonly person_id: string;
  /** JSON of `StoredProfileKeys`. */
  readonly keys: string;
  readonly public_key: string;
  readonly recipient: string;
}

export function activeProfile(db: ReadDb, personId: string): ProfileRow | undefined {
  return db.first<ProfileRow>('SELECT * FROM profile WHERE person_id = ? AND retired_ms IS NULL', personId);
}

export function insertProfile(db: WriteDb, row: ProfileRow, nowMs: number): void {
  db.run(
    'INSERT INTO profile (id, person_id, keys, public_key, recipient, created_ms) VALUES (?, ?, ?, ?, ?, ?)',
    row.id,
    row.person_id,
    row.keys,
    row.public_key,
    row.recipient,
    nowMs,
  );
}

export function retireProfile(db: WriteDb, personId: string, nowMs: number): void {
  changedOne(
    db.run('UPDATE profile SET retired_ms = ? WHERE person_id = ? AND retired_ms IS NULL', nowMs, personId),
  );
}

export interface FailureRow {
  readonly failures: number;
  readonly last_ms: number;
}

export function failuresOf(db: ReadDb, personId: string): FailureRow {
  const row = db.first<FailureRow>(
    'SELECT failures, last_ms FROM unlock_failure WHERE person_id = ?',
    personId,
  );
  return row ?? { failures: 0, last_ms: 0 };
}

export function addFailure(db: WriteDb, personId: string, nowMs: number): void {
  db.run(
    `INSERT INTO unlock_failure (person_id, failures, last_ms) VALUES (?, 1, ?)
     ON CONFLICT (person_id) DO UPDATE SET failures = failures + 1, last_ms = excluded.last_ms`,
    personId,
    nowMs,
  );
}

export function clearFailures(db: WriteDb, personId: string): void {
  db.run('DELETE FROM unlock_failure WHERE person_id = ?', personId);
}
