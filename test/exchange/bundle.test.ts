import { beforeAll, describe, expect, it } from 'vitest';
import { checkNumbers } from '../../electron/exchange/bundle/judgement.ts';
import { verifyBundle } from '../../electron/exchange/bundle/verify-bundle.ts';
import {
  complaintOf,
  reducedCase,
  forgedCases,
  honestCases,
  operators,
  ourVerdict,
  type Case,
} from '../support/bundle/corpus.ts';
import type { HonestBundle } from '../support/bundle/make.ts';
import { disagreement, hasPython, SecondVerifier } from '../support/bundle/second-verifier.ts';

const HONEST = 20;
/** Forgeries by each operator; `npm run deep -- bundles` makes a hundred. */
const FORGED = 2;

const honest: (Case & HonestBundle)[] = [];
const forged: Case[] = [];

beforeAll(async () => {
  for await (const one of honestCases(1, HONEST)) honest.push(one);
}, 60_000);

describe('an honest bundle', () => {
  it(`passes every check, ${HONEST} random ones`, () => {
    const judged = new Set<string>();
    for (const { bytes, pin, name } of honest) {
      const { lines, verdict } = verifyBundle(bytes, { authority: pin });
      expect([name, ...lines.filter(({ state }) => state === 'bad')]).toEqual([name]);
      expect(verdict).toBe('valid');
      for (const { number, state } of lines) if (state === 'good') judged.add(number);
    }
    // Every check of the specification was made in one of them.
    expect(checkNumbers.filter((number) => !judged.has(number))).toEqual([]);
  });
});

describe('an honest bundle for one applicant', () => {
  it('passes what can be checked in it', async () => {
    for (const one of honest) {
      const reduced = await reducedCase(one);
      expect(complaintOf(reduced)).toBeNull();
      forged.push(reduced);
    }
  });
});

describe('a forged bundle', () => {
  it.each(operators)('$name → $line', async (operator) => {
    for await (const one of forgedCases(operator, honest, FORGED)) {
      expect(complaintOf(one)).toBeNull();
      forged.push(one);
    }
  });

  it('has a name of its own, and every check is broken by one', () => {
    expect(new Set(operators.map(({ name }) => name)).size).toBe(operators.length);
    const broken = new Set(operators.map(({ line }) => line));
    expect(checkNumbers.filter((number) => !broken.has(number))).toEqual([]);
  });
});

describe.skipIf(!hasPython())('the second verifier (Python)', () => {
  it('agrees on every honest and every forged bundle', async () => {
    const second = new SecondVerifier();
    for (const one of [...honest, ...forged])
      expect(disagreement(one.name, ourVerdict(one), await second.judge(one))).toBeNull();
    second.close();
  }, 120_000);
});
