import type {
  AttendanceState,
  Meeting,
  PanelView,
  PersonKind,
  Role,
  Seat,
} from '../../../shared/schema/people.ts';
import type { Person } from '../../../shared/schema/people.ts';

/** In the order of the work. */
export const seatRoles: readonly Role[] = ['secretary', 'member', 'recorder', 'supervisor'];

/** Every key that `panel.get` may say is lacking, in the order of the work. */
export const lackKeys = [
  'panel.lackMembers',
  'panel.lackOdd',
  'panel.lackFreeze',
  'panel.lackDeputy',
  'panel.lackProfiles',
  'panel.lackChair',
  'panel.lackDeclarations',
  'panel.lackRoster',
] as const;
export type LackKey = (typeof lackKeys)[number];

/** The seats by role; among the members the chair first, then the deputy. */
export function orderSeats(seats: readonly Seat[]): readonly Seat[] {
  const weight = (seat: Seat): number => (seat.chair ? 0 : seat.deputy ? 1 : 2);
  return seats.toSorted(
    (left, right) =>
      seatRoles.indexOf(left.role) - seatRoles.indexOf(right.role) || weight(left) - weight(right),
  );
}

export function membersOf(view: PanelView): readonly Seat[] {
  return orderSeats(view.seats).filter(({ role }) => role === 'member');
}

/** Values for the sentences of what is lacking. */
export function lackValues(
  view: PanelView,
  listBreak: string,
): Readonly<Record<LackKey, Record<string, string | number>>> {
  const members = membersOf(view);
  const names = (fits: (seat: Seat) => boolean): string =>
    members
      .filter(fits)
      .map(({ name }) => name)
      .join(listBreak);
  const count = { members: members.length, minimum: view.minimum };
  return {
    'panel.lackMembers': count,
    'panel.lackOdd': count,
    'panel.lackFreeze': {},
    'panel.lackDeputy': {},
    'panel.lackProfiles': { names: names(({ hasProfile }) => !hasProfile) },
    'panel.lackChair': {},
    'panel.lackDeclarations': { names: names(({ declared }) => !declared) },
    'panel.lackRoster': {},
  };
}

/** What is done: not lacking, and not merely without an object, e.g. passphrases of nobody. */
export function doneKeys(view: PanelView): readonly LackKey[] {
  const members = membersOf(view).length;
  const needsMembers: readonly LackKey[] = ['panel.lackProfiles', 'panel.lackDeclarations'];
  return lackKeys.filter((key) => {
    if (view.lacks.includes(key)) return false;
    if (key === 'panel.lackOdd') return members >= view.minimum;
    if (key === 'panel.lackRoster') return view.rosterHash !== null;
    return members > 0 || !needsMembers.includes(key);
  });
}

/** What the secretary chooses when seating; two of them are members. */
export const seatChoices = ['department', 'expert', 'recorder', 'supervisor'] as const;
export type SeatChoice = (typeof seatChoices)[number];

/** Role and kind of a seat for a choice. */
export function seatOfChoice(choice: SeatChoice): { readonly role: Role; readonly kind: PersonKind } {
  if (choice === 'department' || choice === 'expert') return { role: 'member', kind: choice };
  return { role: choice, kind: 'staff' };
}

/** The people who can still be seated. */
export function unseated(people: readonly Person[], view: PanelView): readonly Person[] {
  const seated = new Set(view.seats.map(({ personId }) => personId));
  return people.filter(({ personId, retired }) => !retired && !seated.has(personId));
}

/** Who can confirm a reset for this seat: chair or deputy with a passphrase, never the person itself. */
export function keepersFor(view: PanelView, seat: Seat): readonly Seat[] {
  return membersOf(view).filter(
    (other) => (other.chair || other.deputy) && other.hasProfile && other.seatId !== seat.seatId,
  );
}

export const attendanceStates: readonly AttendanceState[] = ['present', 'leave', 'absent', 'left-early'];

/** How many seats are in each state at one meeting; `open` are those not recorded. */
export function countAttendance(
  meeting: Meeting,
  seats: readonly Seat[],
): Record<'present' | 'leave' | 'absent' | 'left' | 'open', number> {
  const states = new Map(meeting.attendance.map(({ seatId, state }) => [seatId, state]));
  const count = (state: AttendanceState | undefined): number =>
    seats.filter(({ seatId }) => states.get(seatId) === state).length;
  return {
    present: count('present'),
    leave: count('leave'),
    absent: count('absent'),
    left: count('left-early'),
    open: count(undefined),
  };
}
