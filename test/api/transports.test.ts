import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Call, Reply } from '../../shared/api/reply.ts';
import { startLoopback, type Loopback } from '../../electron/loopback/server.ts';
import { closeSound } from '../support/invariants.ts';
import { openSampleReview, type SampleReview } from '../support/sample-review.ts';

/** The same calls through each way a page can take; every transport must give the same replies. */
describe('one contract over direct, structured clone and HTTP', () => {
  const token = 'a-token-of-more-than-128-random-bits-0123';
  let sample: SampleReview;
  let loopback: Loopback;

  beforeAll(async () => {
    sample = await openSampleReview();
    loopback = await startLoopback({ backend: sample.backend, token });
  });
  afterAll(async () => {
    await loopback.close();
    await closeSound(sample);
  });

  const transports: Readonly<Record<string, (call: Call) => Promise<Reply<unknown>>>> = {
    direct: (call) => sample.backend.dispatch(call),
    clone: async (call) => structuredClone(await sample.backend.dispatch(structuredClone(call))),
    http: async ({ session, ...call }) => {
      const response = await fetch(`http://127.0.0.1:${loopback.port}/call`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-panel-token': token, 'x-panel-session': session },
        body: JSON.stringify(call),
      });
      return (await response.json()) as Reply<unknown>;
    },
  };
  const calls = (reviewId: string): readonly Omit<Call, 'session'>[] => [
    { name: 'review.overview', input: { reviewId } },
    { name: 'board.get', input: { reviewId } },
    { name: 'scheme.get', input: { reviewId } },
    { name: 'dossier.list', input: { reviewId } },
    { name: 'desk.get', input: { reviewId } },
    { name: 'review.overview', input: { reviewId: 'unknown' } },
    { name: 'review.overview', input: { reviewId: 7 } },
    { name: 'review.overview', input: null },
    { name: '__proto__', input: {} },
    { name: 'constructor', input: {} },
    { name: 'no.such', input: {} },
  ];

  test.each(['clone', 'http'])('%s answers as the direct call does', async (name) => {
    const send = transports[name];
    const direct = transports['direct'];
    if (send === undefined || direct === undefined) throw new Error(name);
    const session = 'office-page-session-0001';
    const { personId } = sample.secretary;
    const unlock = { personId, passphrase: sample.passphrase(sample.secretary) };
    await direct({ session, name: 'session.unlock', input: unlock });
    for (const call of calls(sample.reviewId)) {
      const expected = JSON.parse(JSON.stringify(await direct({ session, ...call }))) as unknown;
      expect(JSON.parse(JSON.stringify(await send({ session, ...call })))).toEqual(expected);
    }
  });

  test('a refused call never rejects and never carries a stack', async () => {
    const reply = await sample.backend.dispatch({
      session: 'x',
      name: 'desk.saveDraft',
      input: { reviewId: sample.reviewId },
    });
    expect(reply).toMatchObject({ ok: false, problem: { code: 'bad-input' } });
    expect(JSON.stringify(reply)).not.toMatch(/ at .*\.ts|Error:/);
  });
});
