import type { Problem } from '../../../shared/api/problem.ts';
import type { Reply } from '../../../shared/api/reply.ts';
import type { Conclusion } from '../../../shared/schema/result.ts';

export interface OpinionContent {
  readonly conclusion: Conclusion | null;
  readonly text: string;
}

export type SaveState =
  | { readonly kind: 'saved'; readonly savedMs: number | null }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'stale' }
  | { readonly kind: 'failed'; readonly problem: Problem };

export interface SaverParts {
  readonly revision: number;
  readonly content: OpinionContent;
  readonly savedMs: number | null;
  readonly send: (
    revision: number,
    content: OpinionContent,
  ) => Promise<Reply<{ readonly revision: number; readonly savedMs: number }>>;
  readonly onState: (state: SaveState) => void;
}

export interface Saver {
  /** Notes what is on screen; nothing is sent yet. */
  readonly change: (content: OpinionContent) => void;
  /** Sends what isn't saved, one call after another; safe to call at any time. */
  readonly flush: () => Promise<void>;
  /** Goes on from what is stored now: after a conflict, or when somebody else wrote. */
  readonly rebase: (revision: number) => void;
  /** True when everything on screen is stored. */
  readonly isClean: () => boolean;
}

function same(one: OpinionContent, other: OpinionContent): boolean {
  return one.conclusion === other.conclusion && one.text === other.text;
}

/** Saves one opinion: never two calls at once, always the newest content, and a stop at a conflict. */
export function createSaver({ revision, content, savedMs, send, onState }: SaverParts): Saver {
  let present = { revision, stored: content, wanted: content, savedMs };
  let running: Promise<void> | null = null;
  let blocked = false;

  async function sendAll(): Promise<void> {
    while (!blocked && !same(present.wanted, present.stored)) {
      const sent = present.wanted;
      onState({ kind: 'saving' });
      const reply = await send(present.revision, sent);
      if (!reply.ok) {
        blocked = reply.problem.code === 'stale';
        onState(blocked ? { kind: 'stale' } : { kind: 'failed', problem: reply.problem });
        return;
      }
      present = { ...present, ...reply.value, stored: sent };
    }
    if (!blocked) onState({ kind: 'saved', savedMs: present.savedMs });
  }

  return {
    change: (wanted) => {
      present = { ...present, wanted };
      if (blocked) return;
      if (same(wanted, present.stored)) onState({ kind: 'saved', savedMs: present.savedMs });
      else if (running === null) onState({ kind: 'waiting' });
    },
    flush: () => {
      if (running !== null) return running;
      if (blocked || same(present.wanted, present.stored)) return Promise.resolve();
      running = sendAll().finally(() => {
        running = null;
      });
      return running;
    },
    rebase: (newRevision) => {
      blocked = false;
      // What is stored is somebody else's, so that even an equal content is sent once.
      present = { ...present, revision: newRevision, stored: { conclusion: null, text: '\u0000' } };
    },
    isClean: () => same(present.wanted, present.stored),
  };
}
