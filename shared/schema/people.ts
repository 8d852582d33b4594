import { z } from 'zod';
import { count, identifier, optionalText, plainDate, shortText, timeMs } from './common.ts';

/** Seats of a review. The chair and the deputy are members with a flag. */
export const role = z.enum(['secretary', 'member', 'recorder', 'supervisor']);
export type Role = z.infer<typeof role>;

export const personKind = z.enum(['department', 'expert', 'staff']);
export type PersonKind = z.infer<typeof personKind>;

export const personFields = z.object({
  name: shortText,
  organisation: optionalText,
  title: optionalText,
  field: optionalText,
  kind: personKind,
  phone: optionalText,
});
export type PersonFields = z.infer<typeof personFields>;

export const person = personFields.extend({
  personId: identifier,
  retired: z.boolean(),
  hasProfile: z.boolean(),
});
export type Person = z.infer<typeof person>;

export const seat = z.object({
  seatId: identifier,
  personId: identifier,
  name: z.string(),
  organisation: z.string(),
  title: z.string(),
  field: z.string(),
  role,
  kind: personKind,
  /** 专家1…n; null until the codes are drawn at freezing. */
  code: z.string().nullable(),
  chair: z.boolean(),
  deputy: z.boolean(),
  hasProfile: z.boolean(),
  /** The person's keys are on another laptop. */
  elsewhere: z.boolean(),
  /** `pin`: the session PIN of a bureau seat, the weaker promise; null without keys. */
  guard: z.enum(['passphrase', 'pin']).nullable(),
  /** The member declared conflicts (回避承诺) and may see material. */
  declared: z.boolean(),
});
export type Seat = z.infer<typeof seat>;

export const attendanceState = z.enum(['present', 'leave', 'absent', 'left-early']);
export type AttendanceState = z.infer<typeof attendanceState>;

export const meetingFields = z.object({
  title: shortText,
  date: plainDate,
  time: optionalText,
  place: optionalText,
});
export const meeting = meetingFields.extend({
  meetingId: identifier,
  attendance: z.array(z.object({ seatId: identifier, state: attendanceState, reason: z.string() })),
});
export type Meeting = z.infer<typeof meeting>;

export const panelView = z.object({
  seats: z.array(seat),
  meetings: z.array(meeting),
  election: z.object({ seatId: identifier, note: z.string(), atMs: timeMs }).nullable(),
  rosterHash: z.string().nullable(),
  authority: z.string().nullable(),
  minimum: count,
  /** Keys of `shared/text` that say what the panel still lacks. */
  lacks: z.array(z.string()),
});
export type PanelView = z.infer<typeof panelView>;

export const recusal = z.object({
  seatId: identifier,
  dossierId: identifier,
  reason: z.string(),
  atMs: timeMs,
  /** Recorded after the declaration, by the secretary. */
  late: z.boolean(),
});
export type Recusal = z.infer<typeof recusal>;

export const recusalNames = z.object({
  declared: z.boolean(),
  names: z.array(
    z.object({ dossierId: identifier, number: count, name: z.string(), reason: z.string().nullable() }),
  ),
});
export type RecusalNames = z.infer<typeof recusalNames>;
