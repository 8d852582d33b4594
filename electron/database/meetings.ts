import { AppError } from '../../shared/api/problem.ts';
import type { AttendanceState } from '../../shared/schema/people.ts';
import { changedOne, type ReadDb, type WriteDb } from './access.ts';

export interface MeetingRow {
  readonly id: string;
  readonly title: string;
  readonly date: string;
  readonly time: string;
  readonly place: string;
}

export interface AttendanceRow {
  readonly meeting_id: string;
  readonly seat_id: string;
  readonly state: AttendanceState;
  readonly reason: string;
}

export function meetingsOf(db: ReadDb, reviewId: string): MeetingRow[] {
  return db.all<MeetingRow>('SELECT * FROM meeting WHERE review_id = ? ORDER BY date, time, rowid', reviewId);
}

export function attendanceOf(db: ReadDb, reviewId: string): AttendanceRow[] {
  return db.all<AttendanceRow>(
    'SELECT a.* FROM attendance a JOIN meeting m ON m.id = a.meeting_id WHERE m.review_id = ? ORDER BY a.rowid',
    reviewId,
  );
}

/** @throws AppError `not-found` when the meeting isn't of this review */
export function requireMeeting(db: ReadDb, reviewId: string, meetingId: string): MeetingRow {
  const row = db.first<MeetingRow>(
    'SELECT * FROM meeting WHERE id = ? AND review_id = ?',
    meetingId,
    reviewId,
  );
  if (row === undefined) throw new AppError('not-found', { what: 'meeting' });
  return row;
}

export function insertMeeting(db: WriteDb, reviewId: string, row: MeetingRow): void {
  db.run(
    'INSERT INTO meeting (id, review_id, title, date, time, place) VALUES (?, ?, ?, ?, ?, ?)',
    row.id,
    reviewId,
    row.title,
    row.date,
    row.time,
    row.place,
  );
}

export function updateMeeting(db: WriteDb, row: MeetingRow): void {
  changedOne(
    db.run(
      'UPDATE meeting SET title = ?, date = ?, time = ?, place = ? WHERE id = ?',
      row.title,
      row.date,
      row.time,
      row.place,
      row.id,
    ),
  );
}

export function saveAttendance(db: WriteDb, row: AttendanceRow): void {
  db.run(
    `INSERT INTO attendance (meeting_id, seat_id, state, reason) VALUES (?, ?, ?, ?)
     ON CONFLICT (meeting_id, seat_id) DO UPDATE SET state = excluded.state, reason = excluded.reason`,
    row.meeting_id,
    row.seat_id,
    row.state,
    row.reason,
  );
}
