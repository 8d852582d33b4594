import { z } from 'zod';
import { count, identifier, timeMs } from './common.ts';

const drawnPerson = z.object({ personId: identifier, name: z.string(), organisation: z.string() });

/** A recorded draw with everything needed to repeat it by `panel draw`. */
export const drawView = z.object({
  seq: count,
  seed: z.string(),
  algorithm: z.string(),
  atMs: timeMs,
  fields: z.array(
    z.object({
      field: z.string(),
      quota: count,
      drawn: z.array(drawnPerson),
      substitutes: z.array(drawnPerson),
      excluded: z.array(drawnPerson),
    }),
  ),
  /** The pool as it was drawn from: ids and fields. */
  pool: z.array(z.object({ id: identifier, field: z.string() })),
});
export type DrawView = z.infer<typeof drawView>;
