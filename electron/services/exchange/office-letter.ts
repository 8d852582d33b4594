import { AppError } from '../../../shared/api/problem.ts';
import type { CommandContext, QueryContext, TaskContext } from '../../api/context.ts';
import { takeLetterNumber } from '../../database/letters.ts';
import { recordEndOf } from '../../database/record.ts';
import { frozen } from '../../database/reviews.ts';
import type { LetterKind } from '../../exchange/letter-kinds.ts';
import { addresseeOf } from '../../exchange/letter.ts';
import type { Part } from '../../exchange/parts.ts';
import { stageLetter } from '../../exchange/staged-letter.ts';
import type { Signer } from '../../signing/envelope.ts';
import { openAuthority } from '../panel/roster.ts';
import { queueLetter } from './queue-letter.ts';

/** Oldest program that understands the letters written here. */
export const OLDEST_READER = '0.1.0';

export interface OfficeLetter {
  readonly reviewId: string;
  readonly kind: LetterKind;
  /** `age1…` of whom it is for. */
  readonly recipient: string;
  /** Name of whom it is for. */
  readonly party: string;
  readonly parts: readonly Part[];
}

/** The review's authority signs what the office sends. @throws AppError `not-permitted` for anybody else's session */
export function officeSigner(context: QueryContext, reviewId: string): Signer {
  const authority = openAuthority(context, frozen(context.db, reviewId));
  if (authority === null) throw new AppError('not-permitted');
  return authority;
}

/**
 * Signs, seals and stages a letter of the office and puts it into the outbox; `also` belongs to the same
 * transaction and receives the letter's id.
 * @throws AppError `not-permitted` unless the secretary of the review is unlocked
 */
export async function sendOfficeLetter(
  task: TaskContext,
  letter: OfficeLetter,
  also: (context: CommandContext, letterId: string) => void = () => undefined,
): Promise<string> {
  const { reviewId, kind, recipient, party, parts } = letter;
  const { environment, signal } = task;
  const addressee = addresseeOf(recipient);
  // Taken before the sealing: a number that is lost with a failed letter harms nobody, one used twice would.
  const { signer, number, log } = task.commit((context) => ({
    signer: officeSigner(context, reviewId),
    number: takeLetterNumber(context.db, reviewId, addressee),
    log: recordEndOf(context.db, reviewId),
  }));
  const claimedMs = environment.nowMs();
  const manifest = {
    kind,
    review: reviewId,
    from: 'office',
    number,
    minimum: OLDEST_READER,
    log,
    claimedMs,
  } as const;
  const id = environment.newId();
  const sealing = { signer, recipient, manifest, parts };
  const staged = await stageLetter(environment.dataFolder, id, sealing, signal);
  task.commit((context) => {
    queueLetter(context, { reviewId, kind, addressee, party }, staged);
    also(context, id);
  });
  return id;
}
