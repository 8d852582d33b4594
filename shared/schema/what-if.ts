import { z } from 'zod';
import { count } from './common.ts';

/** 假设分析 as the interface shows it: names in place of ids. Keys belong to text subjects `what-if` and `agreement`. */
const variant = z.object({
  key: z.enum(['what-if-mean', 'what-if-trimmed', 'what-if-median', 'what-if-without']),
  /** Name or code, as the scheme says; null for a usual rule. */
  member: z.string().nullable(),
  ownRule: z.boolean(),
  outcome: z.enum(['what-if-same', 'what-if-order', 'what-if-cut-off']),
  firstChanged: z.boolean(),
  moved: z.array(z.object({ name: z.string(), rank: count.nullable(), otherRank: count.nullable() })),
  entering: z.array(z.string()),
  leaving: z.array(z.string()),
});
export type WhatIfVariant = z.infer<typeof variant>;

const spread = z.object({
  name: z.string(),
  members: count,
  lowest: z.string().nullable(),
  highest: z.string().nullable(),
  range: z.string().nullable(),
  percent: z.string().nullable(),
});
export type WhatIfSpread = z.infer<typeof spread>;

const strictness = z.object({
  member: z.string(),
  dossiers: count,
  /** Points from the panel's mean, two places; null when there is nothing to compare with. */
  shown: z.string().nullable(),
  key: z.enum(['strictness-generous', 'strictness-strict', 'strictness-even', 'strictness-not-defined']),
});
export type WhatIfStrictness = z.infer<typeof strictness>;

const statistic = z.discriminatedUnion('defined', [
  z.object({ defined: z.literal(true), exact: z.string(), shown: z.string(), band: z.string() }),
  z.object({ defined: z.literal(false), reason: z.string() }),
]);
export type WhatIfStatistic = z.infer<typeof statistic>;

export const whatIfView = z.object({
  variants: z.array(variant),
  /** In the order of the result. */
  spreads: z.array(spread),
  strictness: z.array(strictness),
  agreement: z.object({
    members: count,
    dossiers: count,
    leftOut: z.array(z.string()),
    kendallW: statistic,
    iccSingle: statistic,
    iccAverage: statistic,
  }),
  /** Neighbours in the ranking that weren't scored by the same members. */
  recusals: z.array(
    z.object({
      upper: z.string(),
      lower: z.string(),
      upperScore: z.string().nullable(),
      lowerScore: z.string().nullable(),
      outcome: z.string(),
      flagged: z.boolean(),
    }),
  ),
});
export type WhatIfView = z.infer<typeof whatIfView>;
