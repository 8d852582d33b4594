import { AppError } from '../../shared/api/problem.ts';
import type { KdfCost } from '../../electron/signing/passphrase.ts';
import { generateSigningKey } from '../../electron/signing/profile-keys.ts';
import type { Signer, SheetPlace } from '../../electron/signing/envelope.ts';

/** Cheap on purpose: strength is a parameter, and the tests are about everything else. */
export const cheapCost: KdfCost = { n: 16, r: 8, p: 1 };
export const passphrase = '清风徐来水波不兴举酒属客';

export const place: SheetPlace = {
  review: 'r1',
  schemeHash: 'a'.repeat(64),
  rosterHash: 'b'.repeat(64),
  manifestHash: 'd'.repeat(64),
  dossier: 'd1',
  member: 'm1',
  seq: 1,
};

export function newSigner(): Signer {
  return generateSigningKey();
}

export function payloadOf(at: SheetPlace, extra: Record<string, unknown> = {}): Buffer {
  return Buffer.from(JSON.stringify({ ...at, scores: { a: '8.5' }, ...extra }), 'utf8');
}

/** The problem a call ends in, as `code:reason`. */
export async function problemOf(act: () => unknown): Promise<string> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const reason = error.problem.values?.['reason'];
    return reason === undefined ? error.problem.code : `${error.problem.code}:${reason}`;
  }
  return 'none';
}

/** Repeatable numbers below `limit` for tests that try many places. */
export function numbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

export function flipBit(bytes: Uint8Array, bit: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return copy;
}
