import type { CommandContext, QueryContext } from '../../api/context.ts';
import type { Environment } from '../../api/environment.ts';
import { replicaOf } from '../../database/replicas.ts';
import type { LetterKind } from '../../exchange/letter-kinds.ts';
import type { Part } from '../../exchange/parts.ts';
import { dropStagedLetter, type StagedLetter } from '../../exchange/staged-letter.ts';
import type { OpenProfileKeys } from '../../signing/profile-keys.ts';
import { queueMemberLetter, stageMemberLetter, startLetter, type LetterStart } from './member-letter.ts';

/** A letter of the member's laptop that goes along with an act. */
export interface OutgoingLetter {
  readonly kind: LetterKind;
  readonly start: LetterStart;
  readonly staged: StagedLetter;
}

/** Null on the office's own laptop: there an act is in as soon as it is done. */
export function startOutgoing(context: QueryContext, reviewId: string): LetterStart | null {
  const replica = replicaOf(context.db, reviewId);
  return replica === undefined ? null : startLetter(context, replica);
}

/** Seals the letter into the outbox folder and reads it back from disk, before anybody is told "done". */
export async function stageOutgoing(
  environment: Environment,
  keys: OpenProfileKeys,
  start: LetterStart | null,
  kind: LetterKind,
  parts: readonly Part[],
): Promise<OutgoingLetter | null> {
  if (start === null) return null;
  return { kind, start, staged: await stageMemberLetter(environment, keys, start, kind, parts) };
}

/** Runs an act and queues its letter in the same transaction; a letter whose act is refused goes away. */
export function withLetter<T>(context: CommandContext, letter: OutgoingLetter | null, act: () => T): T {
  try {
    const result = act();
    if (letter !== null) queueMemberLetter(context, letter.start, letter.kind, letter.staged);
    return result;
  } catch (error) {
    if (letter !== null) dropStagedLetter(context.environment.dataFolder, letter.staged.id);
    throw error;
  }
}
