import { describe, expect, it } from 'vitest';
import type { Reply } from '../../shared/api/reply.ts';
import type { Opinion } from '../../shared/schema/result.ts';
import {
  firstOpen,
  lacksText,
  neighbour,
  orderOpinions,
  progressOf,
} from '../../renderer/screens/opinions/order.ts';
import { createSaver } from '../../renderer/screens/opinions/saver.ts';
import type { OpinionContent, SaveState } from '../../renderer/screens/opinions/saver.ts';

type Answer = Reply<{ revision: number; savedMs: number }>;

/** A backend of one opinion whose answers the test gives by hand. */
function openSaver(): {
  readonly sent: { revision: number; content: OpinionContent; answer: (reply: Answer) => void }[];
  readonly states: SaveState[];
  readonly saver: ReturnType<typeof createSaver>;
} {
  const sent: { revision: number; content: OpinionContent; answer: (reply: Answer) => void }[] = [];
  const states: SaveState[] = [];
  const saver = createSaver({
    revision: 3,
    content: { conclusion: null, text: '' },
    savedMs: null,
    send: (revision, content) =>
      new Promise((answer) => {
        sent.push({ revision, content, answer });
      }),
    onState: (state) => states.push(state),
  });
  return { sent, states, saver };
}

const written = (text: string): OpinionContent => ({ conclusion: 'recommend', text });

describe('saving an opinion', () => {
  it('sends nothing while nothing has changed', async () => {
    const { sent, saver } = openSaver();
    await saver.flush();
    expect(sent).toEqual([]);
  });

  it('never has two calls under way and sends the newest content with the new revision', async () => {
    const { sent, saver, states } = openSaver();
    saver.change(written('一'));
    const done = saver.flush();
    saver.change(written('一二'));
    void saver.flush();
    expect(sent.length).toBe(1);
    sent[0]?.answer({ ok: true, value: { revision: 4, savedMs: 10 } });
    await Promise.resolve();
    await Promise.resolve();
    sent[1]?.answer({ ok: true, value: { revision: 5, savedMs: 20 } });
    await done;
    expect(sent.map(({ revision, content }) => [revision, content.text])).toEqual([
      [3, '一'],
      [4, '一二'],
    ]);
    expect(states.at(-1)).toEqual({ kind: 'saved', savedMs: 20 });
  });

  it('stops at a conflict and sends again only from what is stored now', async () => {
    const { sent, saver, states } = openSaver();
    saver.change(written('我的'));
    const done = saver.flush();
    sent[0]?.answer({ ok: false, problem: { code: 'stale' } });
    await done;
    saver.change(written('我的，又改'));
    await saver.flush();
    expect([sent.length, states.at(-1)]).toEqual([1, { kind: 'stale' }]);
    saver.rebase(7);
    void saver.flush();
    expect(sent.map(({ revision, content }) => [revision, content.text]).at(-1)).toEqual([7, '我的，又改']);
  });

  it('keeps a failed change and sends it with the next try', async () => {
    const { sent, saver, states } = openSaver();
    saver.change(written('一'));
    const done = saver.flush();
    sent[0]?.answer({ ok: false, problem: { code: 'disk-full' } });
    await done;
    expect(states.at(-1)).toEqual({ kind: 'failed', problem: { code: 'disk-full' } });
    void saver.flush();
    expect([sent.length, saver.isClean()]).toEqual([2, false]);
  });
});

function opinion(dossierId: string, facts: Partial<Opinion>): Opinion {
  return {
    dossierId,
    number: 1,
    name: dossierId,
    rank: 1,
    score: '80.00',
    ineligible: false,
    conclusion: null,
    text: '',
    revision: 0,
    savedMs: null,
    ...facts,
  };
}

describe('the list of opinions', () => {
  const list = orderOpinions([
    opinion('out', { rank: null, ineligible: true }),
    opinion('second', { rank: 2 }),
    opinion('first', { rank: 1, conclusion: 'recommend' }),
  ]);

  it('notes a conclusion without a word of reason, and only then', () => {
    expect(lacksText(opinion('silent', { conclusion: 'defer', text: ' ' }))).toBe(true);
    expect(lacksText(opinion('reasoned', { conclusion: 'defer', text: '待补材料。' }))).toBe(false);
    expect(lacksText(opinion('open', { conclusion: null, text: '' }))).toBe(false);
  });

  it('follows the ranking and ends with the ineligible', () => {
    expect(list.map(({ dossierId }) => dossierId)).toEqual(['first', 'second', 'out']);
  });

  it('counts only those that need a conclusion', () => {
    expect(progressOf(list)).toEqual({ done: 1, of: 2 });
  });

  it('begins at the first open one', () => {
    expect(firstOpen(list)?.dossierId).toBe('second');
  });

  it('moves between those that need an opinion and stops at both ends', () => {
    const names = [neighbour(list, 'first', 1), neighbour(list, 'second', 1), neighbour(list, 'first', -1)];
    expect(names.map((each) => each?.dossierId)).toEqual(['second', undefined, undefined]);
  });
});
