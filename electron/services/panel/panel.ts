import { AppError } from '../../../shared/api/problem.ts';
import type { PanelView, Seat } from '../../../shared/schema/people.ts';
import type { CommandContext, QueryContext } from '../../api/context.ts';
import { type Handlers } from '../../api/handler.ts';
import {
  attendanceOf,
  insertMeeting,
  meetingsOf,
  requireMeeting,
  saveAttendance,
  updateMeeting,
} from '../../database/meetings.ts';
import { personById } from '../../database/people.ts';
import { freezingOf, reviewById } from '../../database/reviews.ts';
import { latestRoster } from '../../database/rosters.ts';
import { isSamplePerson } from '../../database/sample-secrets.ts';
import {
  insertSeat,
  leaveSeat,
  requireMember,
  seatById,
  seatOfPerson,
  seatsOf,
  setChair,
  setCode,
  setDeputy,
  type SeatRow,
} from '../../database/seats.ts';
import { anySheetSubmitted, hasSubmitted } from '../../database/sheets.ts';
import { fingerprint } from '../../signing/fingerprint.ts';
import { noteAct } from '../act.ts';
import { conflict } from '../conflict.ts';
import { outdateMinutes } from '../documents/outdate.ts';
import { isRosterStale } from './roster.ts';
import { schemeOf } from '../scheme/scheme-store.ts';

type Names =
  | 'panel.get'
  | 'panel.seat'
  | 'panel.unseat'
  | 'panel.nameDeputy'
  | 'panel.elect'
  | 'panel.saveMeeting'
  | 'panel.attend';

export const panelHandlers: Pick<Handlers, Names> = {
  'panel.get': (context, { reviewId }) => panelView(context, reviewId),
  'panel.seat': (context, input) => takeSeat(context, input),
  'panel.unseat': (context, { reviewId, seatId, reason }) => {
    const seat = seatById(context.db, reviewId, seatId);
    if (seat.role === 'secretary') throw new AppError('conflict', { what: 'one-secretary' });
    if ((seat.chair === 1 || seat.deputy === 1) && anySheetSubmitted(context.db, reviewId)) {
      throw new AppError('conflict', { what: 'keeper-has-sheets', name: seat.name });
    }
    // Dropping a submitted sheet takes more than one person: its member withdraws it, or is recused with a reason.
    if (hasSubmitted(context.db, seatId)) throw conflict('', { what: 'member-has-sheets', name: seat.name });
    leaveSeat(context.db, seatId, reason, context.nowMs);
    noteAct(context, reviewId, 'seat-left', { name: seat.name, reason });
    return {};
  },
  'panel.nameDeputy': (context, { reviewId, seatId }) => {
    const seat = requireMember(context.db, reviewId, seatId);
    requireNoSheets(context, reviewId);
    if (seat.chair === 1) throw new AppError('conflict', { what: 'chair-is-deputy', name: seat.name });
    setDeputy(context.db, reviewId, seatId);
    noteAct(context, reviewId, 'deputy-named', { name: seat.name });
    return {};
  },
  'panel.elect': (context, { reviewId, seatId, note }) => {
    const seat = requireMember(context.db, reviewId, seatId);
    requireNoSheets(context, reviewId);
    if (seat.deputy === 1) throw new AppError('conflict', { what: 'chair-is-deputy', name: seat.name });
    if (seat.profile_id === null) throw new AppError('not-ready', { what: 'chair-profile', name: seat.name });
    setChair(context.db, reviewId, seatId, note, context.nowMs);
    noteAct(context, reviewId, 'chair-elected', { name: seat.name, note });
    return {};
  },
  'panel.saveMeeting': (context, { reviewId, meetingId, meeting }) => {
    outdateMinutes(context, reviewId);
    const id = meetingId ?? context.environment.newId();
    if (meetingId === null) insertMeeting(context.db, reviewId, { id, ...meeting });
    else updateMeeting(context.db, { ...requireMeeting(context.db, reviewId, meetingId), ...meeting });
    noteAct(context, reviewId, 'meeting-saved', { title: meeting.title, date: meeting.date });
    return { meetingId: id };
  },
  'panel.attend': (context, { reviewId, meetingId, seatId, state, reason }) => {
    const meeting = requireMeeting(context.db, reviewId, meetingId);
    const seat = seatById(context.db, reviewId, seatId);
    if (state === 'left-early' && reason === '') throw new AppError('bad-input', { what: 'reason' });
    outdateMinutes(context, reviewId);
    saveAttendance(context.db, { meeting_id: meetingId, seat_id: seatId, state, reason });
    noteAct(context, reviewId, 'attendance', { name: seat.name, state, title: meeting.title, reason });
    return {};
  },
};

interface SeatInput {
  readonly reviewId: string;
  readonly personId: string;
  readonly role: SeatRow['role'];
  readonly kind: SeatRow['kind'];
}

/** Seats one person; in the record under the name of who is unlocked. */
export function takeSeat(
  context: CommandContext,
  { reviewId, personId, role, kind }: SeatInput,
): { seatId: string } {
  const review = reviewById(context.db, reviewId);
  // A second typist may be missing only after the closing; who scores is settled by then.
  if (review.phase === 'closed' && role !== 'recorder')
    throw new AppError('wrong-phase', { phase: review.phase });
  const person = personById(context.db, personId);
  if (person === undefined) throw new AppError('not-found', { what: 'person' });
  if (seatOfPerson(context.db, reviewId, personId) !== undefined) {
    throw new AppError('conflict', { what: 'seated', name: person.name });
  }
  if (review.sample !== 1 && isSamplePerson(context.db, personId)) {
    throw conflict('', { what: 'sample-person', name: person.name });
  }
  // The authority's key is sealed under one secretary's profile.
  if (role === 'secretary') throw new AppError('conflict', { what: 'one-secretary' });
  const id = context.environment.newId();
  insertSeat(context.db, { id, reviewId, personId, role, kind });
  if (role === 'member' && freezingOf(context.db, reviewId) !== undefined)
    setCode(context.db, id, nextCode(context, reviewId));
  noteAct(context, reviewId, 'seat-taken', { name: person.name, role });
  return { seatId: id };
}

/** Sheets are sealed to chair and deputy; changing them afterwards would leave sheets nobody can open. */
function requireNoSheets(context: QueryContext, reviewId: string): void {
  if (anySheetSubmitted(context.db, reviewId)) throw new AppError('conflict', { what: 'sheets-submitted' });
}

/** Codes aren't used again, also not those of seats that were left. */
function nextCode(context: CommandContext, reviewId: string): string {
  const row = context.db.first<{ codes: number }>(
    'SELECT count(*) AS codes FROM seat WHERE review_id = ? AND code IS NOT NULL',
    reviewId,
  );
  return `专家${(row?.codes ?? 0) + 1}`;
}

export function seatView(seat: SeatRow): Seat {
  return {
    seatId: seat.id,
    personId: seat.person_id,
    name: seat.name,
    organisation: seat.organisation,
    title: seat.title,
    field: seat.field,
    role: seat.role,
    kind: seat.kind,
    code: seat.code,
    chair: seat.chair === 1,
    deputy: seat.deputy === 1,
    hasProfile: seat.profile_id !== null,
    elsewhere: seat.profile_place === 'elsewhere',
    guard: seat.guard,
    declared: seat.declared_ms !== null,
  };
}

function panelView(context: QueryContext, reviewId: string): PanelView {
  const seats = seatsOf(context.db, reviewId);
  const attendance = attendanceOf(context.db, reviewId);
  const freezing = freezingOf(context.db, reviewId);
  const minimum = schemeOf(context.db, reviewId).panel?.minimum ?? 3;
  const chair = seats.find((seat) => seat.chair === 1);
  return {
    seats: seats.map(seatView),
    meetings: meetingsOf(context.db, reviewId).map(({ id, title, date, time, place }) => ({
      meetingId: id,
      title,
      date,
      time,
      place,
      attendance: attendance
        .filter((row) => row.meeting_id === id)
        .map((row) => ({ seatId: row.seat_id, state: row.state, reason: row.reason })),
    })),
    election:
      chair === undefined
        ? null
        : { seatId: chair.id, note: chair.election_note ?? '', atMs: chair.elected_ms ?? 0 },
    rosterHash: latestRoster(context.db, reviewId)?.hash ?? null,
    authority: freezing === undefined ? null : fingerprint(freezing.authority_public),
    minimum,
    lacks: panelLacks(context, reviewId, minimum),
  };
}

/** Keys of text subject `panel` for what is missing before sheets can be sealed. */
export function panelLacks(context: QueryContext, reviewId: string, minimum: number): string[] {
  const members = seatsOf(context.db, reviewId).filter((seat) => seat.role === 'member');
  const lacks: string[] = [];
  if (members.length < minimum) lacks.push('panel.lackMembers');
  if (members.length >= minimum && members.length % 2 === 0) lacks.push('panel.lackOdd');
  if (freezingOf(context.db, reviewId) === undefined) lacks.push('panel.lackFreeze');
  if (!members.some((seat) => seat.chair === 1)) lacks.push('panel.lackChair');
  if (!members.some((seat) => seat.deputy === 1)) lacks.push('panel.lackDeputy');
  if (members.some((seat) => seat.profile_id === null)) lacks.push('panel.lackProfiles');
  if (members.some((seat) => seat.declared_ms === null)) lacks.push('panel.lackDeclarations');
  if (isRosterStale(context, reviewId)) lacks.push('panel.lackRoster');
  return lacks;
}
