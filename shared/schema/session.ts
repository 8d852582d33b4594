import { z } from 'zod';
import { identifier } from './common.ts';
import { role } from './people.ts';

/** One person who can unlock here. */
export const tile = z.object({
  personId: identifier,
  name: z.string(),
  organisation: z.string(),
  role,
  chair: z.boolean(),
  deputy: z.boolean(),
  hasProfile: z.boolean(),
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
