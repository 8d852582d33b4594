import type { Problem } from '../../../shared/api/problem.ts';
import type { Reply } from '../../../shared/api/reply.ts';
import type { SheetContent } from '../../../shared/schema/sheet.ts';
import { connectionReference } from '../../api/transport.ts';
import { sameContent } from './sheet-content.ts';

/** A version as the store holds it. */
export interface StoredVersion {
  readonly revision: number;
  readonly savedMs: number | null;
  readonly content: SheetContent | null;
}

/** What the queue needs of one sheet. `edits` is a number that grows with each change. */
export interface QueueParts {
  readonly present: () => { readonly edits: number; readonly savedEdits: number; readonly revision: number };
  readonly content: () => SheetContent;
  readonly send: (
    revision: number,
    content: SheetContent,
  ) => Promise<Reply<{ revision: number; savedMs: number }>>;
  /** What the store holds now; null when it can't be read. */
  readonly latest: () => Promise<StoredVersion | null>;
  readonly onSaving: () => void;
  readonly onSaved: (saved: { revision: number; savedMs: number; edits: number }) => void;
  readonly onFailed: (problem: Problem) => void;
  /** Another tab saved in between; nothing is sent until `resume`. */
  readonly onStale: (theirs: StoredVersion | null) => void;
  /** Calls back later and answers the function that calls it off. */
  readonly later: (act: () => void) => () => void;
}

export interface SaveQueue {
  /** Something was typed: it is saved shortly. */
  readonly changed: () => void;
  /** Saves at once; true when everything typed is in the store. */
  readonly flush: () => Promise<boolean>;
  /** After a stale version was resolved. */
  readonly resume: () => void;
}

/**
 * Saves one sheet: at most one request at a time, each naming the revision that the one before answered. A
 * lost answer is told apart from another tab by comparing what the store holds with what was sent.
 */
export function createSaveQueue(parts: QueueParts): SaveQueue {
  let callOff: (() => void) | undefined;
  let running: Promise<boolean> | undefined;
  let again = false;
  let stale = false;
  let unanswered: { readonly content: SheetContent; readonly edits: number } | undefined;

  const isDirty = (): boolean => parts.present().edits !== parts.present().savedEdits;

  const settleStale = async (): Promise<boolean> => {
    const theirs = await parts.latest();
    const lost = unanswered;
    const stored = theirs?.content ?? null;
    if (lost !== undefined && theirs !== null && stored !== null && sameContent(stored, lost.content)) {
      unanswered = undefined;
      parts.onSaved({ revision: theirs.revision, savedMs: theirs.savedMs ?? 0, edits: lost.edits });
      again = true;
      return true;
    }
    stale = true;
    parts.onStale(theirs);
    return false;
  };

  const once = async (): Promise<boolean> => {
    const { edits, revision } = parts.present();
    const content = parts.content();
    parts.onSaving();
    const reply = await parts.send(revision, content);
    if (reply.ok) {
      unanswered = undefined;
      parts.onSaved({ ...reply.value, edits });
      return true;
    }
    if (reply.problem.code === 'stale') return settleStale();
    if (reply.problem.reference === connectionReference) unanswered = { content, edits };
    parts.onFailed(reply.problem);
    return false;
  };

  const run = async (): Promise<boolean> => {
    let good = true;
    do {
      again = false;
      if (isDirty()) good = await once();
    } while (good && again && isDirty());
    running = undefined;
    return good && !isDirty();
  };

  const flush = (): Promise<boolean> => {
    callOff?.();
    callOff = undefined;
    if (running !== undefined) {
      again = true;
      return running;
    }
    if (stale || !isDirty()) return Promise.resolve(!isDirty());
    running = run();
    return running;
  };

  return {
    flush,
    changed: () => {
      if (stale) return;
      callOff?.();
      callOff = parts.later(() => void flush());
    },
    resume: () => {
      stale = false;
    },
  };
}
