import { createDecipheriv } from 'node:crypto';
import { objectId } from '../der.ts';
import type { DerNode } from '../der.ts';
import { deriveNew, deriveOld, PURPOSE, readCount, wideWord } from './derive.ts';
import { decryptRc2 } from './rc2.ts';

/** Why nothing could be decrypted: an algorithm we don't know, or a password that isn't the file's. */
export type Refusal = 'algorithm' | 'password';

const PBES2 = hex('1.2.840.113549.1.5.13');

/** Cipher, length of its key and of its initial vector in bytes. */
const ciphers: Readonly<Record<string, readonly [name: string, key: number, iv: number]>> = {
  [hex('2.16.840.1.101.3.4.1.2')]: ['aes-128-cbc', 16, 16],
  [hex('2.16.840.1.101.3.4.1.22')]: ['aes-192-cbc', 24, 16],
  [hex('2.16.840.1.101.3.4.1.42')]: ['aes-256-cbc', 32, 16],
  [hex('1.2.840.113549.3.7')]: ['des-ede3-cbc', 24, 8],
};

/** RFC 7292 appendix C: SHA-1 with triple DES of three and of two keys, and RC2 with 128 and with 40 bits. */
const oldCiphers: Readonly<Record<string, readonly [name: string, key: number]>> = {
  [hex('1.2.840.113549.1.12.1.3')]: ['des-ede3-cbc', 24],
  [hex('1.2.840.113549.1.12.1.4')]: ['des-ede-cbc', 16],
  [hex('1.2.840.113549.1.12.1.5')]: ['rc2', 16],
  [hex('1.2.840.113549.1.12.1.6')]: ['rc2', 5],
};

/** Decrypts by an AlgorithmIdentifier of PKCS#5 or PKCS#12. */
export function decrypt(algorithm: DerNode | undefined, password: string, data: Buffer): Buffer | Refusal {
  const [type, parameters] = algorithm?.children ?? [];
  const name = type?.raw.toString('hex') ?? '';
  if (name === PBES2) return decryptNew(parameters, password, data);
  const old = oldCiphers[name];
  return old ? decryptOld(old, parameters, password, data) : 'algorithm';
}

function decryptNew(parameters: DerNode | undefined, password: string, data: Buffer): Buffer | Refusal {
  const [derivation, scheme] = parameters?.children ?? [];
  const [type, iv] = scheme?.children ?? [];
  const [cipher, size, ivSize] = ciphers[type?.raw.toString('hex') ?? ''] ?? [];
  if (cipher === undefined || size === undefined || iv?.content.length !== ivSize) return 'algorithm';
  const key = deriveNew(derivation, password, size);
  return key === undefined ? 'algorithm' : decipher(cipher, key, iv?.content ?? Buffer.alloc(0), data);
}

function decryptOld(
  [cipher, size]: readonly [string, number],
  parameters: DerNode | undefined,
  password: string,
  data: Buffer,
): Buffer | Refusal {
  const [salt, rounds] = parameters?.children ?? [];
  const count = readCount(rounds);
  if (salt?.tag !== 0x04 || count === undefined) return 'algorithm';
  const word = wideWord(password);
  const key = deriveOld('sha1', PURPOSE.key, word, salt.content, count, size) ?? Buffer.alloc(0);
  const iv = deriveOld('sha1', PURPOSE.iv, word, salt.content, count, 8) ?? Buffer.alloc(0);
  if (cipher === 'rc2')
    return data.length % 8 === 0 ? unpad(decryptRc2(key, size * 8, iv, data)) : 'algorithm';
  // Not every build has the cipher of two keys: the third is then the first again.
  const three = size === 16 ? Buffer.concat([key, key.subarray(0, 8)]) : key;
  return decipher('des-ede3-cbc', three, iv, data);
}

function decipher(cipher: string, key: Buffer, iv: Buffer, data: Buffer): Buffer | Refusal {
  try {
    const machine = createDecipheriv(cipher, key, iv);
    return Buffer.concat([machine.update(data), machine.final()]);
  } catch {
    // A wrong key shows itself by its padding.
    return 'password';
  }
}

function unpad(plain: Buffer): Buffer | Refusal {
  const count = plain.at(-1) ?? 0;
  const isPadded = count >= 1 && count <= 8 && plain.subarray(-count).every((byte) => byte === count);
  return isPadded ? plain.subarray(0, -count) : 'password';
}

function hex(dotted: string): string {
  return objectId(dotted).toString('hex');
}
