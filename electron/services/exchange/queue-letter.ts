import type { CommandContext } from '../../api/context.ts';
import { insertOutbox } from '../../database/letters.ts';
import type { LetterKind } from '../../exchange/letter-kinds.ts';
import type { StagedLetter } from '../../exchange/staged-letter.ts';

export interface QueuedLetter {
  readonly reviewId: string;
  readonly kind: LetterKind;
  /** `addresseeOf` the recipient. */
  readonly addressee: string;
  /** Name of whom it is for. */
  readonly party: string;
}

/** Puts a staged letter into the outbox, in the same transaction as the act that it reports. */
export function queueLetter(context: CommandContext, letter: QueuedLetter, staged: StagedLetter): void {
  insertOutbox(context.db, {
    id: staged.id,
    review_id: letter.reviewId,
    kind: letter.kind,
    addressee: letter.addressee,
    party: letter.party,
    size: staged.size,
    sha256: staged.sha256,
    made_ms: context.nowMs,
  });
}
