import { AppError } from '../../shared/api/problem.ts';
import type { PersonKind, Role } from '../../shared/schema/people.ts';
import { changedOne, type ReadDb, type WriteDb } from './access.ts';

export interface SeatRow {
  readonly id: string;
  readonly review_id: string;
  readonly person_id: string;
  readonly role: Role;
  readonly kind: PersonKind;
  readonly position: number;
  readonly code: string | null;
  readonly chair: 0 | 1;
  readonly deputy: 0 | 1;
  readonly election_note: string | null;
  readonly elected_ms: number | null;
  readonly declared_ms: number | null;
  readonly left_ms: number | null;
  readonly name: string;
  readonly organisation: string;
  readonly title: string;
  readonly field: string;
  readonly profile_id: string | null;
  readonly public_key: string | null;
  readonly recipient: string | null;
}

const select = `SELECT s.*, p.name, p.organisation, p.title, p.field, f.id AS profile_id, f.public_key, f.recipient
  FROM seat s JOIN person p ON p.id = s.person_id
  LEFT JOIN profile f ON f.person_id = s.person_id AND f.retired_ms IS NULL`;

/** Seats in force, members first, in the order of seating. */
export function seatsOf(db: ReadDb, reviewId: string): SeatRow[] {
  return db.all<SeatRow>(
    `${select} WHERE s.review_id = ? AND s.left_ms IS NULL ORDER BY s.role <> 'member', s.position`,
    reviewId,
  );
}

export interface LeftSeatRow extends SeatRow {
  readonly left_reason: string | null;
}

/** Members who left their seat, in the order of leaving. */
export function leftMembersOf(db: ReadDb, reviewId: string): LeftSeatRow[] {
  return db.all<LeftSeatRow>(
    `${select} WHERE s.review_id = ? AND s.role = 'member' AND s.left_ms IS NOT NULL ORDER BY s.left_ms, s.rowid`,
    reviewId,
  );
}

export function membersOf(db: ReadDb, reviewId: string): SeatRow[] {
  return seatsOf(db, reviewId).filter((seat) => seat.role === 'member');
}

/** @throws AppError `not-found` when the seat isn't of this review or was left */
export function seatById(db: ReadDb, reviewId: string, seatId: string): SeatRow {
  const row = db.first<SeatRow>(
    `${select} WHERE s.id = ? AND s.review_id = ? AND s.left_ms IS NULL`,
    seatId,
    reviewId,
  );
  if (row === undefined) throw new AppError('not-found', { what: 'seat' });
  return row;
}

/** @throws AppError `not-found`, `bad-input` for a seat that doesn't score */
export function requireMember(db: ReadDb, reviewId: string, seatId: string): SeatRow {
  const seat = seatById(db, reviewId, seatId);
  if (seat.role !== 'member') throw new AppError('bad-input', { what: 'member', name: seat.name });
  return seat;
}

export function seatOfPerson(db: ReadDb, reviewId: string, personId: string): SeatRow | undefined {
  return db.first<SeatRow>(
    `${select} WHERE s.review_id = ? AND s.person_id = ? AND s.left_ms IS NULL`,
    reviewId,
    personId,
  );
}

export function seatsOfPerson(db: ReadDb, personId: string): SeatRow[] {
  return db.all<SeatRow>(`${select} WHERE s.person_id = ? AND s.left_ms IS NULL ORDER BY s.rowid`, personId);
}

export function insertSeat(
  db: WriteDb,
  seat: { id: string; reviewId: string; personId: string; role: Role; kind: PersonKind },
): void {
  db.run(
    `INSERT INTO seat (id, review_id, person_id, role, kind, position) VALUES (?, ?, ?, ?, ?,
       (SELECT coalesce(max(position), 0) + 1 FROM seat WHERE review_id = ?))`,
    seat.id,
    seat.reviewId,
    seat.personId,
    seat.role,
    seat.kind,
    seat.reviewId,
  );
}

export function leaveSeat(db: WriteDb, seatId: string, reason: string, nowMs: number): void {
  changedOne(
    db.run(
      'UPDATE seat SET left_reason = ?, left_ms = ?, chair = 0, deputy = 0 WHERE id = ?',
      reason,
      nowMs,
      seatId,
    ),
  );
}

export function setDeputy(db: WriteDb, reviewId: string, seatId: string): void {
  db.run('UPDATE seat SET deputy = 0 WHERE review_id = ?', reviewId);
  changedOne(db.run('UPDATE seat SET deputy = 1 WHERE id = ?', seatId));
}

export function setChair(db: WriteDb, reviewId: string, seatId: string, note: string, nowMs: number): void {
  db.run('UPDATE seat SET chair = 0 WHERE review_id = ?', reviewId);
  changedOne(
    db.run('UPDATE seat SET chair = 1, election_note = ?, elected_ms = ? WHERE id = ?', note, nowMs, seatId),
  );
}

export function setCode(db: WriteDb, seatId: string, code: string): void {
  changedOne(db.run('UPDATE seat SET code = ? WHERE id = ?', code, seatId));
}

/** The members declare anew, because the list of names changed. */
export function clearDeclarations(db: WriteDb, reviewId: string): void {
  db.run('UPDATE seat SET declared_ms = NULL WHERE review_id = ?', reviewId);
}

export function setDeclared(db: WriteDb, seatId: string, nowMs: number): void {
  changedOne(db.run('UPDATE seat SET declared_ms = ? WHERE id = ?', nowMs, seatId));
}
