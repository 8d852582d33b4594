import { describe, expect, it } from 'vitest';
import { checkNumbers } from '../../electron/exchange/bundle/judgement.ts';
import { verifyBundle } from '../../electron/exchange/bundle/verify-bundle.ts';
import { makeHonestBundle } from '../support/bundle/make.ts';

const HONEST = 20;

describe('an honest bundle', () => {
  it(`passes every check, ${HONEST} random ones`, async () => {
    const judged = new Set<string>();
    for (let seed = 1; seed <= HONEST; seed += 1) {
      const { bytes, story } = await makeHonestBundle(seed);
      const report = verifyBundle(bytes, { authority: story.authority.fingerprint });
      const bad = report.lines.filter(({ state }) => state === 'bad');
      expect(bad, `seed ${seed}`).toEqual([]);
      expect(report.verdict).toBe('valid');
      for (const { number, state } of report.lines) if (state === 'good') judged.add(number);
    }
    // Every check of the specification was made in one of them.
    expect(checkNumbers.filter((number) => !judged.has(number))).toEqual([]);
  });
});
