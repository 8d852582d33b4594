import type { Phase } from '../../shared/domain/phase.ts';
import { saveReplicaDossier } from './replicas.ts';
import type { WriteDb } from './access.ts';
import type { SeatRow } from './seats.ts';

/** Writes of a member's copy that nobody makes by hand: rows come into being as the office has them. */
export function putReplicaReview(
  db: WriteDb,
  row: {
    readonly review: string;
    readonly title: string;
    readonly organiser: string;
    readonly phase: Phase;
    readonly sample: boolean;
    readonly scheme: string;
    readonly nowMs: number;
  },
): void {
  db.run(
    `INSERT INTO review (id, title, organiser, phase, sample, scheme, created_ms, updated_ms)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET title = excluded.title,
       organiser = excluded.organiser, phase = excluded.phase, sample = excluded.sample,
       scheme = excluded.scheme, updated_ms = excluded.updated_ms`,
    row.review,
    row.title,
    row.organiser,
    row.phase,
    row.sample ? 1 : 0,
    row.scheme,
    row.nowMs,
    row.nowMs,
  );
}

export type ReplicaSeat = Pick<
  SeatRow,
  'id' | 'review_id' | 'person_id' | 'role' | 'kind' | 'position' | 'code' | 'chair' | 'deputy' | 'elected_ms'
>;

export function putReplicaSeat(db: WriteDb, seat: ReplicaSeat): void {
  db.run(
    `INSERT INTO seat (id, review_id, person_id, role, kind, position, code, chair, deputy, elected_ms)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET role = excluded.role,
       kind = excluded.kind, position = excluded.position, code = excluded.code, chair = excluded.chair,
       deputy = excluded.deputy, person_id = excluded.person_id, left_ms = NULL, left_reason = NULL,
       elected_ms = coalesce(seat.elected_ms, excluded.elected_ms)`,
    seat.id,
    seat.review_id,
    seat.person_id,
    seat.role,
    seat.kind,
    seat.position,
    seat.code,
    seat.chair,
    seat.deputy,
    seat.elected_ms,
  );
}

/** A dossier as the manifest lists it; `fields` null where this laptop may not or does not know them. */
export function putReplicaDossier(
  db: WriteDb,
  reviewId: string,
  entry: {
    readonly dossier: string;
    readonly number: number;
    readonly name: string;
    readonly creditCode: string;
    readonly ineligible: boolean;
    readonly withdrawn: boolean;
  },
  fields: string | null,
): void {
  db.run(
    `INSERT INTO dossier (id, review_id, number, name, credit_code, fields, source, withdrawn_reason)
     VALUES (?, ?, ?, ?, ?, ?, 'import', ?) ON CONFLICT (id) DO UPDATE SET number = excluded.number,
       name = excluded.name, credit_code = excluded.credit_code, fields = excluded.fields,
       withdrawn_reason = excluded.withdrawn_reason, revision = dossier.revision + 1`,
    entry.dossier,
    reviewId,
    entry.number,
    entry.name,
    entry.creditCode,
    fields ?? '{}',
    entry.withdrawn ? '' : null,
  );
  const ineligible = entry.ineligible ? 1 : 0;
  saveReplicaDossier(db, { dossier_id: entry.dossier, ineligible, has_facts: fields === null ? 0 : 1 });
}

/** The facts of a dossier go from a member's copy; its name stays in the list. */
export function hideReplicaDossier(db: WriteDb, dossierId: string): void {
  db.run("UPDATE dossier SET fields = '{}', revision = revision + 1 WHERE id = ?", dossierId);
  db.run('UPDATE replica_dossier SET has_facts = 0 WHERE dossier_id = ?', dossierId);
}
