import { z } from 'zod';
import { count, identifier, timeMs } from './common.ts';

/** Canonical values by field key: capital in 万元 as decimal text, yes / no, ISO dates; null when empty. */
export const dossierFields = z.record(z.string().max(64), z.string().max(20_000).nullable());
export type DossierFields = z.infer<typeof dossierFields>;

export const conditionOutcome = z.enum(['met', 'not-met', 'to-judge', 'missing']);
export type ConditionOutcome = z.infer<typeof conditionOutcome>;

export const conditionResult = z.object({
  conditionId: z.string(),
  text: z.string(),
  article: z.string(),
  effect: z.enum(['veto', 'warn', 'preference']),
  /** What the rule says by itself. */
  computed: conditionOutcome,
  /** The value the rule read, as shown to people. */
  value: z.string(),
  /** A person's decision, with the reason, where one was taken. */
  judged: z
    .object({ outcome: z.enum(['met', 'not-met']), reason: z.string(), by: z.string(), atMs: timeMs })
    .nullable(),
  outcome: conditionOutcome,
});
export type ConditionResult = z.infer<typeof conditionResult>;

/** `open` while a condition waits for a person or a fact. */
export const eligibilityState = z.enum(['eligible', 'ineligible', 'open']);
export type EligibilityState = z.infer<typeof eligibilityState>;

export const dossierRow = z.object({
  dossierId: identifier,
  /** Order number of the application, 1…n. */
  number: count,
  name: z.string(),
  creditCode: z.string(),
  registeredCapital: z.string().nullable(),
  paidInCapital: z.string().nullable(),
  eligibility: eligibilityState,
  /** Meets a preference condition (同等条件可优先). */
  preference: z.boolean(),
  withdrawn: z.boolean(),
  recusals: count,
  /** Files in force, and required kinds of which none is there. */
  materials: count,
  missingMaterials: z.array(z.string()),
});
export type DossierRow = z.infer<typeof dossierRow>;

export const dossierView = dossierRow.extend({
  revision: count,
  fields: dossierFields,
  conditions: z.array(conditionResult),
  source: z.enum(['import', 'manual']),
});
export type DossierView = z.infer<typeof dossierView>;
