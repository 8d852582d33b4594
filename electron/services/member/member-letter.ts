import { AppError } from '../../../shared/api/problem.ts';
import type { CommandContext, QueryContext } from '../../api/context.ts';
import type { Environment } from '../../api/environment.ts';
import { nextLetterNumber, takeLetterNumber } from '../../database/letters.ts';
import type { ReplicaRow } from '../../database/replicas.ts';
import { headsOf } from '../../database/witnessed-heads.ts';
import type { LetterKind } from '../../exchange/letter-kinds.ts';
import { addresseeOf } from '../../exchange/letter.ts';
import type { Part } from '../../exchange/parts.ts';
import { readBackStaged, stageLetter, type StagedLetter } from '../../exchange/staged-letter.ts';
import type { OpenProfileKeys } from '../../signing/profile-keys.ts';
import { OLDEST_READER } from '../exchange/office-letter.ts';
import { queueLetter } from '../exchange/queue-letter.ts';

/** What is read before a member's letter to the office is sealed. */
export interface LetterStart {
  readonly reviewId: string;
  readonly seatId: string;
  /** `age1…` */
  readonly office: string;
  readonly title: string;
  readonly number: number;
  /** The last end of the office's record that this laptop has seen; null before the first letter. */
  readonly log: { readonly size: number; readonly head: string } | null;
  readonly nowMs: number;
}

export function startLetter({ db, environment }: QueryContext, replica: ReplicaRow): LetterStart {
  const last = headsOf(db, replica.review_id).at(-1);
  return {
    reviewId: replica.review_id,
    seatId: replica.seat_id,
    office: replica.office,
    title: replica.title,
    number: nextLetterNumber(db, replica.review_id, addresseeOf(replica.office)),
    log: last === undefined ? null : { size: last.size, head: last.head },
    nowMs: environment.nowMs(),
  };
}

/** Seals a member's letter into the outbox folder and reads it back from disk. */
export async function stageMemberLetter(
  environment: Environment,
  keys: OpenProfileKeys,
  start: LetterStart,
  kind: LetterKind,
  parts: readonly Part[],
): Promise<StagedLetter> {
  const { reviewId: review, seatId: from, number, log, nowMs: claimedMs } = start;
  const staged = await stageLetter(environment.dataFolder, environment.newId(), {
    signer: { privateKey: keys.signingPrivateKey, publicSpki: keys.signingPublicSpki },
    recipient: start.office,
    manifest: { kind, review, from, number, minimum: OLDEST_READER, log, claimedMs },
    parts,
  });
  await readBackStaged(environment.dataFolder, staged);
  return staged;
}

/**
 * Puts it into the outbox, in the act that it reports.
 * @throws AppError `stale` when another letter took its number meanwhile
 */
export function queueMemberLetter(
  context: CommandContext,
  start: LetterStart,
  kind: LetterKind,
  staged: StagedLetter,
): void {
  const { reviewId } = start;
  const addressee = addresseeOf(start.office);
  if (takeLetterNumber(context.db, reviewId, addressee) !== start.number) throw new AppError('stale');
  queueLetter(context, { reviewId, kind, addressee, party: '' }, staged);
}
