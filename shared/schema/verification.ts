import { z } from 'zod';

/** One numbered line of a verification: `key` of text subject `verify`, with values. */
export const verificationLine = z.object({
  tone: z.enum(['good', 'bad', 'note']),
  key: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type VerificationLine = z.infer<typeof verificationLine>;

export const verification = z.object({
  verdict: z.enum(['valid', 'invalid', 'unreadable']),
  lines: z.array(verificationLine),
});
export type Verification = z.infer<typeof verification>;
