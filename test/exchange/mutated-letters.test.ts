import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { expect, test } from 'vitest';
import { AppError } from '../../shared/api/problem.ts';
import { MANIFEST_PART, openLetter } from '../../electron/exchange/letter.ts';
import { PADDING_PART } from '../../electron/exchange/padding.ts';
import { readParts, textPart } from '../../electron/exchange/parts.ts';
import { openAge } from '../signing/age-reference.ts';
import { letterBytes, signer } from './letters.ts';

/** 400 here, 20,000 by `npm run deep` (PANEL_DEEP). */
const count = process.env['PANEL_DEEP'] === undefined ? 400 : 20_000;
const identity = await generateX25519Identity();
const recipient = await identityToRecipient(identity);
const parts = [textPart('one.txt', '甲'.repeat(10_000)), textPart('folder/two.txt', '乙'.repeat(9000))];
const whole = await letterBytes({ recipient, parts });

/** Numbers that look random and are the same in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed * 2_654_435_761 + 1;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    state ^= state >>> 13;
    return (state >>> 0) % below;
  };
}

const chunk = 65_552;
const operators: readonly ((bytes: Buffer, next: (below: number) => number) => Buffer)[] = [
  (bytes, next) => {
    const place = next(bytes.byteLength);
    bytes[place] = (bytes[place] ?? 0) ^ (1 << next(8));
    return bytes;
  },
  (bytes, next) => {
    bytes[next(400)] = next(256);
    return bytes;
  },
  (bytes, next) => bytes.subarray(0, next(bytes.byteLength)),
  (bytes, next) => Buffer.concat([bytes, Buffer.alloc(1 + next(100), next(256))]),
  (bytes, next) => {
    const from = next(bytes.byteLength);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + 1 + next(200))]);
  },
  (bytes, next) => {
    const from = next(bytes.byteLength);
    return Buffer.concat([
      bytes.subarray(0, from),
      Buffer.alloc(1 + next(50), next(256)),
      bytes.subarray(from),
    ]);
  },
  // A chunk of the seal left out, doubled, or the end of the file alone.
  (bytes, next) =>
    Buffer.concat([bytes.subarray(0, 300 + next(100)), bytes.subarray(300 + next(100) + chunk)]),
  (bytes, next) => Buffer.concat([bytes, bytes.subarray(-chunk - next(20))]),
  (bytes, next) => bytes.subarray(next(bytes.byteLength)),
  (bytes, next) => bytes.fill(next(256), next(bytes.byteLength)),
  (bytes, next) => {
    const text = bytes.toString('latin1').replace('sheets', ['card', 'witness', 'package'][next(3)] ?? '');
    return Buffer.from(text, 'latin1');
  },
];

async function* pieces(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.byteLength; at += 20_000) yield bytes.subarray(at, at + 20_000);
}

/** The parts as one hash; null when the letter is refused in words. */
async function contentOf(bytes: Buffer): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    const letter = await openLetter(pieces(bytes), { identity, senderKey: () => signer.publicSpki });
    for await (const part of letter.parts) {
      hash.update(part.name);
      for await (const piece of part.bytes) hash.update(piece);
    }
  } catch (error) {
    if (error instanceof AppError && error.problem.values?.['what'] === 'exchange') return null;
    throw error;
  }
  return hash.digest('hex');
}

test(`none of ${count} mutated letters is accepted with other content`, async () => {
  const honest = await contentOf(whole);
  expect(honest).not.toBeNull();
  const accepted: number[] = [];
  let refused = 0;
  for (let seed = 1; seed <= count; seed += 1) {
    const operator = operators[seed % operators.length];
    const mutant = operator?.(Buffer.from(whole), numbers(seed)) ?? whole;
    if (mutant.equals(whole)) continue;
    const content = await contentOf(mutant);
    if (content === null) refused += 1;
    else if (content !== honest) accepted.push(seed);
  }
  expect(accepted).toEqual([]);
  expect(refused).toBeGreaterThan(count * 0.9);
}, 1_800_000);

/** The sealed file behind the address line. */
const ageFile = whole.subarray(whole.indexOf(0x0a) + 1);

async function namesIn(plain: Buffer): Promise<string[]> {
  const names: string[] = [];
  for await (const part of readParts(pieces(plain))) names.push(part.name);
  return names;
}

const expected = [MANIFEST_PART, 'one.txt', 'folder/two.txt', PADDING_PART];

test('a reader written from the specification of age alone opens a letter', async () => {
  expect(await namesIn(openAge(ageFile, identity) ?? Buffer.alloc(0))).toEqual(expected);
});

test('the age command opens a letter, and one that it sealed opens here', async (context) => {
  if (spawnSync('age', ['--version']).status !== 0) context.skip('the age command is not installed');
  const folder = mkdtempSync(join(tmpdir(), 'paneldesk-age-'));
  const key = join(folder, 'key.txt');
  writeFileSync(key, `${identity}\n`);
  const opened = spawnSync('age', ['--decrypt', '--identity', key], { input: ageFile, maxBuffer: 2 ** 24 });
  expect(await namesIn(opened.stdout)).toEqual(expected);
  const sealed = spawnSync('age', ['--recipient', recipient], { input: opened.stdout, maxBuffer: 2 ** 24 });
  const line = whole.subarray(0, whole.indexOf(0x0a) + 1);
  expect(await contentOf(Buffer.concat([line, sealed.stdout]))).toBe(await contentOf(whole));
  rmSync(folder, { recursive: true });
});
