import { z } from 'zod';
import { phases } from '../domain/phase.ts';
import { count, identifier, timeMs } from './common.ts';
import { role } from './people.ts';

export const phase = z.enum(phases);

/** The 下一步 strip: one sentence (a key of `shared/text/*` subject `next`), who does it, and where. */
export const nextStep = z.object({
  key: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  who: z.enum(['secretary', 'member', 'chair', 'recorder', 'supervisor', 'signer', 'nobody']),
  /** The seats that it waits for, where `who` alone doesn't say so. */
  seatIds: z.array(identifier).optional(),
  /** Screen to open; null when there is nothing to press. */
  screen: z
    .enum([
      'overview',
      'scheme',
      'dossiers',
      'panel',
      'recusal',
      'desk',
      'board',
      'tally',
      'opinions',
      'documents',
    ])
    .nullable(),
});
export type NextStep = z.infer<typeof nextStep>;

export const reviewCounts = z.object({
  dossiers: count,
  eligible: count,
  members: count,
  sheetsReceived: count,
  sheetsExpected: count,
});

export type ReviewCounts = z.infer<typeof reviewCounts>;

export const reviewRow = z.object({
  reviewId: identifier,
  title: z.string(),
  organiser: z.string(),
  phase,
  sample: z.boolean(),
  /** A member's copy: the office is on another laptop. */
  replica: z.boolean(),
  /** Phases before the present one that were passed over, computed from the record. */
  skipped: z.array(phase),
  counts: reviewCounts,
  next: nextStep,
  updatedMs: timeMs,
});
export type ReviewRow = z.infer<typeof reviewRow>;

export const reviewOverview = reviewRow.extend({
  schemeHash: z.string().nullable(),
  rosterHash: z.string().nullable(),
  authority: z.string().nullable(),
  resultHash: z.string().nullable(),
  /** The phases reachable by a plain button and what is still missing for each (keys of text `need`). */
  advances: z.array(z.object({ to: phase, needs: z.array(z.string()) })),
  stepsBack: z.array(phase),
});
export type ReviewOverview = z.infer<typeof reviewOverview>;

/** One line of the append-only record. `type` is a key of `shared/text` subject `record`. */
export const recordEntry = z.object({
  seq: count,
  type: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  actor: z.string(),
  role: role.nullable(),
  claimedMs: timeMs,
  hash: z.string(),
});
export type RecordEntry = z.infer<typeof recordEntry>;
