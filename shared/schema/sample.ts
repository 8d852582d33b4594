import { z } from 'zod';
import { attendanceState, meetingFields, personFields, role } from './people.ts';
import { conclusion, noticeFields } from './result.ts';
import { sheetContent } from './sheet.ts';

/**
 * The files of resources/sample. People are named by `key` (member-1), dossiers by credit code; the
 * sample goes through the same services as real data, so the shapes are those of the contract.
 */
const personKey = z.string().max(40);
const creditCode = z.string().length(18);

export const samplePeople = z.strictObject({
  people: z.array(personFields.extend({ key: personKey, role, passphrase: z.string().min(12) }).strict()),
});
export type SamplePeople = z.infer<typeof samplePeople>;

export const sampleScores = z.strictObject({
  scheme: z.string(),
  recusals: z.array(z.strictObject({ member: personKey, dossier: creditCode, reason: z.string() })),
  sheets: z.array(z.strictObject({ member: personKey, dossier: creditCode, content: sheetContent.strict() })),
});
export type SampleScores = z.infer<typeof sampleScores>;

export const sampleStory = z.strictObject({
  title: z.string(),
  organiser: z.string(),
  /** File name in resources/schemes without ending. */
  scheme: z.string(),
  meeting: meetingFields.strict(),
  attendance: z.array(z.strictObject({ person: personKey, state: attendanceState, reason: z.string() })),
  election: z.strictObject({ chair: personKey, deputy: personKey, note: z.string() }),
  hearing: z.string(),
  inspection: z.strictObject({
    decided: z.boolean(),
    votesFor: z.number().int(),
    votesAgainst: z.number().int(),
    reason: z.string(),
  }),
  /** Every condition that the rules leave to a person, decided. */
  judgements: z.array(
    z.strictObject({
      dossier: creditCode,
      conditionId: z.string(),
      outcome: z.enum(['met', 'not-met']),
      reason: z.string(),
    }),
  ),
  /** Preference at equal conditions (同等条件可优先) that the panel confirms. */
  preferences: z.array(z.strictObject({ dossier: creditCode, confirmed: z.boolean(), reason: z.string() })),
  opinions: z.array(z.strictObject({ dossier: creditCode, conclusion, text: z.string() })),
  dissents: z.array(z.strictObject({ member: personKey, text: z.string() })),
  notice: noticeFields.strict(),
  approval: z.strictObject({ date: z.string(), documentNumber: z.string(), note: z.string() }),
});
export type SampleStory = z.infer<typeof sampleStory>;
