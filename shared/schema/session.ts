import { z } from 'zod';
import { identifier } from './common.ts';
import { role } from './people.ts';

/** What protects a person's keys: an own passphrase, or the session PIN of a bureau seat. */
export const guard = z.enum(['passphrase', 'pin']);
export type Guard = z.infer<typeof guard>;

/** One person who can unlock here. */
export const tile = z.object({
  personId: identifier,
  name: z.string(),
  organisation: z.string(),
  role,
  chair: z.boolean(),
  deputy: z.boolean(),
  hasProfile: z.boolean(),
  /** The person's keys are on another laptop: nothing can be unlocked here. */
  elsewhere: z.boolean(),
  /** Null before the first passphrase or PIN. */
  guard: guard.nullable(),
  /** Shown beside the field in the sample review only. */
  samplePassphrase: z.string().nullable(),
});
export type Tile = z.infer<typeof tile>;

/** Who is unlocked in this tab or window. */
export const session = z.object({
  personId: identifier,
  name: z.string(),
  seats: z.array(
    z.object({
      reviewId: identifier,
      seatId: identifier,
      role,
      chair: z.boolean(),
      deputy: z.boolean(),
    }),
  ),
});
export type Session = z.infer<typeof session>;
