import { z } from 'zod';
import { count, identifier, timeMs } from './common.ts';

/** A card that waits for the secretary. */
export const waitingCard = z.object({
  fingerprint: z.string(),
  /** 24 digits in groups of four, to be read aloud; null for a bureau seat, where the person is present. */
  digits: z.string().nullable(),
  kind: z.enum(['own', 'seat']),
  name: z.string(),
  organisation: z.string(),
  /** The seat that it is for: named by a bureau seat, proposed by the name otherwise; null when nobody fits. */
  seatId: identifier.nullable(),
  receivedMs: timeMs,
});
export type WaitingCard = z.infer<typeof waitingCard>;

/** Where a person's keys are, and the last package made for the person. */
export const enrolledSeat = z.object({
  seatId: identifier,
  name: z.string(),
  organisation: z.string(),
  /** `none`: no keys yet. */
  place: z.enum(['none', 'here', 'own', 'seat']),
  /** 0: none was made for the present keys. */
  packageVersion: count,
  /** It still waits for a carrier. */
  packageWaits: z.boolean(),
  packageMs: timeMs.nullable(),
});
export type EnrolledSeat = z.infer<typeof enrolledSeat>;

export const enrolment = z.object({ cards: z.array(waitingCard), seats: z.array(enrolledSeat) });
export type Enrolment = z.infer<typeof enrolment>;
