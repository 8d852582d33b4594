import { describe, expect, it } from 'vitest';
import {
  createSaveQueue,
  type SaveQueue,
  type StoredVersion,
} from '../../renderer/screens/desk/save-queue.ts';
import { connectionReference } from '../../renderer/api/transport.ts';
import type { Problem } from '../../shared/api/problem.ts';
import type { Reply } from '../../shared/api/reply.ts';
import type { SheetContent } from '../../shared/schema/sheet.ts';

type Answer = Reply<{ revision: number; savedMs: number }>;

const contentOf = (score: string): SheetContent => ({
  scores: { a: score },
  comments: {},
  overall: '',
  confirmedZeros: [],
});

/** A sheet with one field, whose requests wait until the test answers them. */
function sheet() {
  const held = { edits: 0, savedEdits: 0, revision: 0, score: '', savedMs: 0 };
  const seen: { problem?: Problem; stale?: StoredVersion | null } = {};
  const sent: { revision: number; content: SheetContent; answer: (reply: Answer) => void }[] = [];
  const waiting: (() => void)[] = [];
  let stored: StoredVersion | null = null;
  const queue: SaveQueue = createSaveQueue({
    present: () => held,
    content: () => contentOf(held.score),
    send: (revision, content) =>
      new Promise((answer) => {
        sent.push({ revision, content, answer });
      }),
    latest: () => Promise.resolve(stored),
    onSaving: () => undefined,
    onSaved: ({ revision, savedMs, edits }) => Object.assign(held, { revision, savedMs, savedEdits: edits }),
    onFailed: (problem) => {
      seen.problem = problem;
    },
    onStale: (theirs) => {
      seen.stale = theirs;
    },
    later: (act) => {
      waiting.push(act);
      return () => waiting.splice(waiting.indexOf(act), 1);
    },
  });
  return {
    held,
    seen,
    sent,
    waiting,
    queue,
    type: (score: string) => {
      Object.assign(held, { score, edits: held.edits + 1 });
      queue.changed();
    },
    store: (version: StoredVersion) => {
      stored = version;
    },
    /** Answers the last request as the backend does when it has saved. */
    save: () => {
      const last = sent[sent.length - 1];
      last?.answer({ ok: true, value: { revision: last.revision + 1, savedMs: 7 } });
    },
    refuse: (problem: Problem) => sent[sent.length - 1]?.answer({ ok: false, problem }),
  };
}

const scoresSent = (test: ReturnType<typeof sheet>) => test.sent.map(({ content }) => content.scores['a']);

describe('the save queue of a sheet', () => {
  it('waits for a pause in typing, then sends what is typed by then', () => {
    const test = sheet();
    test.type('1');
    test.type('12');
    expect([test.sent.length, test.waiting.length]).toEqual([0, 1]);
    test.waiting[0]?.();
    expect(scoresSent(test)).toEqual(['12']);
  });

  it('has never two requests in flight, and names in each the revision the one before answered', async () => {
    const test = sheet();
    test.type('1');
    const first = test.queue.flush();
    test.type('12');
    void test.queue.flush();
    expect(test.sent.length).toBe(1);
    test.save();
    await expect.poll(() => test.sent.length).toBe(2);
    test.save();
    expect(await first).toBe(true);
    expect(test.sent.map(({ revision }) => revision)).toEqual([0, 1]);
    expect(scoresSent(test)).toEqual(['1', '12']);
  });

  it('sends nothing when nothing is unsaved', async () => {
    const test = sheet();
    expect(await test.queue.flush()).toBe(true);
    expect(test.sent).toEqual([]);
  });

  it('keeps what is typed after a refusal and sends it again on demand', async () => {
    const test = sheet();
    test.type('8');
    const first = test.queue.flush();
    test.refuse({ code: 'disk-full' });
    expect([await first, test.seen.problem?.code, test.held.score]).toEqual([false, 'disk-full', '8']);
    const again = test.queue.flush();
    test.save();
    expect(await again).toBe(true);
    expect(scoresSent(test)).toEqual(['8', '8']);
  });

  it('stops at the version of another tab until that is resolved', async () => {
    const test = sheet();
    const theirs = { revision: 4, savedMs: 9, content: contentOf('3') };
    test.store(theirs);
    test.type('8');
    const first = test.queue.flush();
    test.refuse({ code: 'stale' });
    expect([await first, test.seen.stale]).toEqual([false, theirs]);
    test.type('9');
    expect([await test.queue.flush(), test.waiting.length, test.sent.length]).toEqual([false, 0, 1]);
    Object.assign(test.held, { revision: 4 });
    test.queue.resume();
    const last = test.queue.flush();
    test.save();
    expect(await last).toBe(true);
    expect(test.sent[1]?.revision).toBe(4);
  });

  it('knows its own version again when only the answer was lost', async () => {
    const test = sheet();
    test.type('8');
    const first = test.queue.flush();
    test.refuse({ code: 'unexpected', reference: connectionReference });
    expect(await first).toBe(false);
    test.store({ revision: 1, savedMs: 7, content: contentOf('8') });
    test.type('9');
    const second = test.queue.flush();
    test.refuse({ code: 'stale' });
    await expect.poll(() => test.sent.length).toBe(3);
    test.save();
    expect([await second, test.seen.stale]).toEqual([true, undefined]);
    expect(test.sent.map(({ revision }) => revision)).toEqual([0, 0, 1]);
  });

  it('sends at once what was typed while the last request was ending', async () => {
    const test = sheet();
    test.type('8');
    const first = test.queue.flush();
    test.save();
    await first;
    test.type('9');
    const second = test.queue.flush();
    test.save();
    expect(await second).toBe(true);
    expect(test.held.savedEdits).toBe(2);
  });
});
