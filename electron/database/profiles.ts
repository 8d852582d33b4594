import { changedOne, type ReadDb, type WriteDb } from './access.ts';

export interface ProfileRow {
  readonly id: string;
  readonly person_id: string;
  /** JSON of `StoredProfileKeys`. */
  readonly keys: string;
  readonly public_key: string;
  readonly recipient: string;
  /** `elsewhere`: only the public keys are here; the person unlocks on another laptop. */
  readonly place: 'here' | 'elsewhere';
  /** `pin`: the session PIN of a bureau seat, the weaker promise. */
  readonly guard: 'passphrase' | 'pin';
}

export function activeProfile(db: ReadDb, personId: string): ProfileRow | undefined {
  return db.first<ProfileRow>('SELECT * FROM profile WHERE person_id = ? AND retired_ms IS NULL', personId);
}

export function insertProfile(db: WriteDb, row: ProfileRow, nowMs: number): void {
  db.run(
    'INSERT INTO profile (id, person_id, keys, public_key, recipient, created_ms, place, guard) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    row.id,
    row.person_id,
    row.keys,
    row.public_key,
    row.recipient,
    nowMs,
    row.place,
    row.guard,
  );
}

/** Public keys of somebody who unlocks on another laptop, as a card or a roster names them. */
export interface PublicKeys {
  readonly id: string;
  readonly personId: string;
  readonly publicKey: string;
  readonly recipient: string;
  readonly guard: ProfileRow['guard'];
}

/** The profile of the person before must be retired. */
export function insertElsewhere(db: WriteDb, keys: PublicKeys, nowMs: number): void {
  const row = {
    id: keys.id,
    person_id: keys.personId,
    // No secret of theirs is on this laptop.
    keys: '',
    public_key: keys.publicKey,
    recipient: keys.recipient,
    place: 'elsewhere',
    guard: keys.guard,
  } as const;
  insertProfile(db, row, nowMs);
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
