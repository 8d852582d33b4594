import { createHash, pbkdf2Sync } from 'node:crypto';
import { objectId } from '../der.ts';
import type { DerNode } from '../der.ts';

/** A file may ask for any number of rounds; this many take about two seconds. */
export const MOST_ROUNDS = 5_000_000;

/** RFC 7292 appendix B: what the derived bytes are for. */
export const PURPOSE = { key: 1, iv: 2, mac: 3 } as const;

const hashes: Readonly<Record<string, readonly [name: string, block: number]>> = {
  sha1: ['sha1', 64],
  sha256: ['sha256', 64],
  sha384: ['sha384', 128],
  sha512: ['sha512', 128],
};

/** The password as RFC 7292 wants it: UTF-16BE with two zero bytes at the end. */
export function wideWord(password: string): Buffer {
  return Buffer.from(`${password}\0`, 'utf16le').swap16();
}

/** The key derivation of PKCS#12, RFC 7292 appendix B.2. `undefined` for a hash it doesn't know. */
export function deriveOld(
  hash: string,
  purpose: number,
  word: Buffer,
  salt: Buffer,
  rounds: number,
  size: number,
): Buffer | undefined {
  const [name, block] = hashes[hash] ?? [];
  if (name === undefined || block === undefined) return undefined;
  const filled = (bytes: Buffer): Buffer =>
    Buffer.alloc(bytes.length === 0 ? 0 : Math.ceil(bytes.length / block) * block, bytes);
  const input = Buffer.concat([filled(salt), filled(word)]);
  const parts: Buffer[] = [];
  for (let length = 0; length < size; length += parts.at(-1)?.length ?? size) {
    let digest = createHash(name).update(Buffer.alloc(block, purpose)).update(input).digest();
    for (let round = 1; round < rounds; round += 1) digest = createHash(name).update(digest).digest();
    parts.push(digest);
    addOne(input, Buffer.alloc(block, digest), block);
  }
  return Buffer.concat(parts).subarray(0, size);
}

/** Adds `addend` + 1 to every block of `input`, each block a big-endian number. */
function addOne(input: Buffer, addend: Buffer, block: number): void {
  for (let start = 0; start < input.length; start += block) {
    let carry = 1;
    for (let at = block - 1; at >= 0; at -= 1) {
      carry += (input[start + at] ?? 0) + (addend[at] ?? 0);
      input[start + at] = carry & 0xff;
      carry >>= 8;
    }
  }
}

const pseudoRandom: Readonly<Record<string, string>> = {
  [hex('1.2.840.113549.2.7')]: 'sha1',
  [hex('1.2.840.113549.2.9')]: 'sha256',
  [hex('1.2.840.113549.2.10')]: 'sha384',
  [hex('1.2.840.113549.2.11')]: 'sha512',
};

/** PBKDF2 (RFC 8018) by its parameters, with the password in UTF-8. `undefined` for what isn't known. */
export function deriveNew(
  algorithm: DerNode | undefined,
  password: string,
  size: number,
): Buffer | undefined {
  const [type, parameters] = algorithm?.children ?? [];
  const [salt, rounds, ...rest] = parameters?.children ?? [];
  if (type?.raw.toString('hex') !== hex('1.2.840.113549.1.5.12') || salt?.tag !== 0x04) return undefined;
  const count = readCount(rounds);
  const named = rest.find((node) => node.tag === 0x30)?.children[0]?.raw.toString('hex');
  const hash = named === undefined ? 'sha1' : pseudoRandom[named];
  const length = rest.find((node) => node.tag === 0x02);
  if (count === undefined || hash === undefined) return undefined;
  if (length !== undefined && readCount(length) !== size) return undefined;
  return pbkdf2Sync(Buffer.from(password, 'utf8'), salt.content, count, size, hash);
}

/** A positive number of rounds or bytes within reason. */
export function readCount(node: DerNode | undefined): number | undefined {
  if (node?.tag !== 0x02 || node.content.length === 0 || node.content.length > 4) return undefined;
  const value = node.content.readIntBE(0, node.content.length);
  return value > 0 && value <= MOST_ROUNDS ? value : undefined;
}

function hex(dotted: string): string {
  return objectId(dotted).toString('hex');
}
