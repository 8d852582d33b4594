import { changedOne, type ReadDb, type WriteDb } from './access.ts';

/** A review of which this laptop holds a member's copy; its office is elsewhere. */
export interface ReplicaRow {
  readonly review_id: string;
  readonly title: string;
  readonly person_id: string;
  /** Empty on an own laptop before its first package. */
  readonly seat_id: string;
  readonly way: 'seat' | 'own';
  /** Of the last package taken in; 0 before the first. */
  readonly version: number;
  /** SPKI (base64url) of the review authority. */
  readonly authority_public: string;
  /** When the authority was pinned; null until its fingerprint was read aloud. */
  readonly confirmed_ms: number | null;
  /** `age1…` of the office. */
  readonly office: string;
  readonly joined_ms: number;
  readonly renewed_ms: number | null;
}

export function replicaOf(db: ReadDb, reviewId: string): ReplicaRow | undefined {
  return db.first<ReplicaRow>('SELECT * FROM replica WHERE review_id = ?', reviewId);
}

/** True where the office of the review is on another laptop. */
export function isReplica(db: ReadDb, reviewId: string): boolean {
  return replicaOf(db, reviewId) !== undefined;
}

export function replicasOf(db: ReadDb): ReplicaRow[] {
  return db.all<ReplicaRow>('SELECT * FROM replica ORDER BY joined_ms, rowid');
}

/** Joining again before the first package replaces what stood there, e.g. another name of the list. */
export function insertReplica(db: WriteDb, row: ReplicaRow): void {
  db.run('DELETE FROM replica WHERE review_id = ? AND version = 0', row.review_id);
  db.run(
    'INSERT INTO replica VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    row.review_id,
    row.title,
    row.person_id,
    row.seat_id,
    row.way,
    row.version,
    row.authority_public,
    row.confirmed_ms,
    row.office,
    row.joined_ms,
    row.renewed_ms,
  );
}

/** Only before the first package. */
export function forgetReplica(db: WriteDb, reviewId: string): void {
  changedOne(db.run('DELETE FROM replica WHERE review_id = ? AND version = 0', reviewId));
}

export function confirmAuthority(db: WriteDb, reviewId: string, nowMs: number): void {
  changedOne(
    db.run(
      'UPDATE replica SET confirmed_ms = ? WHERE review_id = ? AND confirmed_ms IS NULL',
      nowMs,
      reviewId,
    ),
  );
}

export function renewReplica(
  db: WriteDb,
  reviewId: string,
  row: Pick<ReplicaRow, 'title' | 'seat_id' | 'version' | 'office'>,
  nowMs: number,
): void {
  changedOne(
    db.run(
      'UPDATE replica SET title = ?, seat_id = ?, version = ?, office = ?, renewed_ms = ? WHERE review_id = ?',
      row.title,
      row.seat_id,
      row.version,
      row.office,
      nowMs,
      reviewId,
    ),
  );
}

/** Known from a package only: never of this laptop's pool, never given keys here. */
export function isReplicaPerson(db: ReadDb, personId: string): boolean {
  return db.first('SELECT 1 FROM replica_person WHERE person_id = ?', personId) !== undefined;
}

export function markReplicaPerson(db: WriteDb, personId: string): void {
  db.run('INSERT INTO replica_person VALUES (?) ON CONFLICT (person_id) DO NOTHING', personId);
}

export interface ReplicaDossierRow {
  readonly dossier_id: string;
  readonly ineligible: 0 | 1;
  readonly has_facts: 0 | 1;
}

/** What the office's manifest says of a dossier; undefined where the review isn't a copy. */
export function replicaDossier(db: ReadDb, dossierId: string): ReplicaDossierRow | undefined {
  return db.first<ReplicaDossierRow>('SELECT * FROM replica_dossier WHERE dossier_id = ?', dossierId);
}

export function saveReplicaDossier(db: WriteDb, row: ReplicaDossierRow): void {
  db.run(
    `INSERT INTO replica_dossier VALUES (?, ?, ?) ON CONFLICT (dossier_id)
     DO UPDATE SET ineligible = excluded.ineligible, has_facts = excluded.has_facts`,
    row.dossier_id,
    row.ineligible,
    row.has_facts,
  );
}
