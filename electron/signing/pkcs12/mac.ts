import { createHmac, timingSafeEqual } from 'node:crypto';
import { objectId } from '../der.ts';
import type { DerNode } from '../der.ts';
import { deriveNew, deriveOld, PURPOSE, readCount, wideWord } from './derive.ts';
import type { Refusal } from './decrypt.ts';

const digests: Readonly<Record<string, readonly [name: string, size: number]>> = {
  [hex('1.3.14.3.2.26')]: ['sha1', 20],
  [hex('2.16.840.1.101.3.4.2.1')]: ['sha256', 32],
  [hex('2.16.840.1.101.3.4.2.2')]: ['sha384', 48],
  [hex('2.16.840.1.101.3.4.2.3')]: ['sha512', 64],
};

const hmacs: Readonly<Record<string, readonly [name: string, size: number]>> = {
  [hex('1.2.840.113549.2.9')]: ['sha256', 32],
  [hex('1.2.840.113549.2.10')]: ['sha384', 48],
  [hex('1.2.840.113549.2.11')]: ['sha512', 64],
};

/** PBMAC1, RFC 9579. */
const PBMAC1 = hex('1.2.840.113549.1.5.14');

/** Whether the password is the file's and the file is as it was written; undefined means yes. */
export function checkMac(mac: DerNode, content: Buffer, password: string): Refusal | undefined {
  const [info, salt, rounds] = mac.children;
  const [algorithm, digest] = info?.children ?? [];
  const made = makeMac(algorithm, salt, rounds, content, password);
  if (made === undefined || digest?.tag !== 0x04) return 'algorithm';
  return made.length === digest.content.length && timingSafeEqual(made, digest.content)
    ? undefined
    : 'password';
}

function makeMac(
  algorithm: DerNode | undefined,
  salt: DerNode | undefined,
  rounds: DerNode | undefined,
  content: Buffer,
  password: string,
): Buffer | undefined {
  const [type, parameters] = algorithm?.children ?? [];
  const name = type?.raw.toString('hex') ?? '';
  if (name === PBMAC1) {
    const [derivation, scheme] = parameters?.children ?? [];
    const [hash, size] = hmacs[scheme?.children[0]?.raw.toString('hex') ?? ''] ?? [];
    const key = size === undefined ? undefined : deriveNew(derivation, password, size);
    return hash && key ? createHmac(hash, key).update(content).digest() : undefined;
  }
  const [hash, size] = digests[name] ?? [];
  // One round is the default and then left out.
  const count = rounds === undefined ? 1 : readCount(rounds);
  if (hash === undefined || size === undefined || salt?.tag !== 0x04 || count === undefined) return undefined;
  const key = deriveOld(hash, PURPOSE.mac, wideWord(password), salt.content, count, size);
  return key && createHmac(hash, key).update(content).digest();
}

function hex(dotted: string): string {
  return objectId(dotted).toString('hex');
}
