import type { QueryContext, TaskContext } from '../../api/context.ts';
import type { LetterKind } from '../../exchange/letter-kinds.ts';
import type { OpenedLetter } from '../../exchange/letter.ts';
import type { LetterManifest } from '../../exchange/letter-manifest.ts';
import { memberReceivers } from './member-receivers.ts';
import { officeReceivers } from './office-receivers.ts';

/**
 * What became of a letter; its sentence is text `exchange.reason.<reason>`, empty when it was plainly accepted.
 * `waiting`: something that it needs isn't here yet; it is tried again and stands in no register meanwhile.
 */
export interface Received {
  readonly outcome: 'accepted' | 'already' | 'refused' | 'waiting';
  /** Name of the sender, for the hand-over register. */
  readonly party: string;
  readonly reason: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** How one kind of letter is judged and taken in. */
export interface Receiver {
  /** SPKI (base64url) of a sender who may send this; undefined refuses the letter as of an unknown sender. */
  readonly senderKey: (
    context: QueryContext,
    kid: string,
    manifest: LetterManifest,
    /** The key that a card names. */
    introduced?: string,
  ) => string | undefined;
  /**
   * Takes the letter in, in one command, all or nothing; the parts must be read to their end first, because
   * only then is the seal proved whole. Refusals that a person should read are answered, not thrown.
   */
  readonly receive: (task: TaskContext, letter: OpenedLetter) => Promise<Received>;
}

export type Receivers = Readonly<Partial<Record<LetterKind, Receiver>>>;

/** Every kind with its receiver. */
export const receivers: Receivers = { ...memberReceivers, ...officeReceivers };
