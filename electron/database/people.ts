import type { PersonFields } from '../../shared/schema/people.ts';
import { changedOne, type ReadDb, type WriteDb } from './access.ts';

export interface PersonRow extends PersonFields {
  readonly id: string;
  readonly retired_reason: string | null;
  readonly profile_id: string | null;
  readonly profile_place: 'here' | 'elsewhere' | null;
  readonly guard: 'passphrase' | 'pin' | null;
}

const select = `SELECT p.*, f.id AS profile_id, f.place AS profile_place, f.guard FROM person p
  LEFT JOIN profile f ON f.person_id = p.id AND f.retired_ms IS NULL`;

/** Everybody of this laptop's pool; people who are known from a package only aren't of it. */
export function allPeople(db: ReadDb): PersonRow[] {
  return db.all<PersonRow>(
    `${select} WHERE p.id NOT IN (SELECT person_id FROM replica_person) ORDER BY p.retired_reason IS NOT NULL, p.created_ms, p.rowid`,
  );
}

export function personById(db: ReadDb, id: string): PersonRow | undefined {
  return db.first<PersonRow>(`${select} WHERE p.id = ?`, id);
}

export function insertPerson(db: WriteDb, id: string, person: PersonFields, nowMs: number): void {
  const { name, organisation, title, field, kind, phone } = person;
  db.run(
    'INSERT INTO person (id, name, organisation, title, field, kind, phone, created_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    id,
    name,
    organisation,
    title,
    field,
    kind,
    phone,
    nowMs,
  );
}

export function updatePerson(db: WriteDb, id: string, person: PersonFields): void {
  const { name, organisation, title, field, kind, phone } = person;
  changedOne(
    db.run(
      'UPDATE person SET name = ?, organisation = ?, title = ?, field = ?, kind = ?, phone = ? WHERE id = ?',
      name,
      organisation,
      title,
      field,
      kind,
      phone,
      id,
    ),
  );
}

export function retirePerson(db: WriteDb, id: string, reason: string): void {
  changedOne(db.run('UPDATE person SET retired_reason = ? WHERE id = ?', reason, id));
}
