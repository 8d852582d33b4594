import { createCipheriv, createDecipheriv, randomBytes, randomInt, scrypt } from 'node:crypto';
import { AppError } from '../../shared/api/problem.ts';

/** Cost of scrypt. `n` is a power of two. Chosen by the composition root; tests pass a cheaper one. */
export interface KdfCost {
  readonly n: number;
  readonly r: number;
  readonly p: number;
}

/** What is stored beside a wrapped key: salt (base64url, 16 bytes) and the cost it was made with. */
export interface Kdf {
  readonly salt: string;
  readonly cost: KdfCost;
}

/** decisions.md: about a quarter of a second and 128 MiB on an ordinary laptop. */
export const defaultKdfCost: KdfCost = { n: 2 ** 17, r: 8, p: 1 };

const MAXIMUM_MEMORY_BYTES = 256 * 1024 * 1024;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** The form that is hashed: NFKC, and sixteen digits count the same with or without their separators. */
export function normalisePassphrase(passphrase: string): string {
  const text = passphrase.normalize('NFKC').trim();
  return /^[\d\s-]+$/.test(text) ? text.replaceAll(/[\s-]/g, '') : text;
}

/** True for at least 12 characters, or at least 16 when there are only digits. */
export function isStrongPassphrase(passphrase: string): boolean {
  const text = normalisePassphrase(passphrase);
  const length = Array.from(text).length;
  return /^\d*$/.test(text) ? length >= 16 : length >= 12;
}

/** Throws `weak-passphrase` with the smallest length. */
export function requireStrongPassphrase(passphrase: string): void {
  if (!isStrongPassphrase(passphrase)) throw new AppError('weak-passphrase', { characters: 12, digits: 16 });
}

/** Six to twelve digits, not all the same and not counted up or down. */
export function isGoodPin(pin: string): boolean {
  const digits = normalisePassphrase(pin);
  if (!/^\d{6,12}$/u.test(digits)) return false;
  const steps = new Set([...digits].slice(1).map((digit, index) => Number(digit) - Number(digits[index])));
  return steps.size > 1 || ![-1, 0, 1].some((step) => steps.has(step));
}

/** The session PIN of a bureau seat, the weaker promise (decisions.md, KDF). Throws `bad-input`. */
export function requireGoodPin(pin: string): void {
  if (!isGoodPin(pin)) throw new AppError('bad-input', { what: 'pin' });
}

/** Sixteen random digits in groups of four (53 bits), e.g. `4821 0093 7716 2054`. */
export function generateDigits(): string {
  const group = (): string => String(randomInt(10_000)).padStart(4, '0');
  return [group(), group(), group(), group()].join(' ');
}

export function newKdf(cost: KdfCost): Kdf {
  return { salt: randomBytes(16).toString('base64url'), cost };
}

/** 32-byte key by scrypt off the main thread. Throws `data-corrupt` when the stored cost is not usable. */
export async function deriveKey(passphrase: string, kdf: Kdf): Promise<Buffer> {
  const { n, r, p } = kdf.cost;
  return new Promise((resolve, reject) => {
    const settle = (error: Error | null, key: Buffer): void => {
      if (error) reject(error);
      else resolve(key);
    };
    try {
      if (p > 16) throw new RangeError('p');
      const salt = Buffer.from(kdf.salt, 'base64url');
      const options = { N: n, r, p, maxmem: MAXIMUM_MEMORY_BYTES };
      scrypt(normalisePassphrase(passphrase), salt, 32, options, settle);
    } catch {
      reject(new AppError('data-corrupt', { what: 'kdf' }));
    }
  });
}

/** AES-256-GCM, random nonce. Answers base64url of nonce, ciphertext, tag. `associated` is bound, not stored. */
export function wrapSecret(key: Uint8Array, bytes: Uint8Array, associated: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(associated, 'utf8'));
  return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]).toString(
    'base64url',
  );
}

/** Undoes `wrapSecret`; undefined when key, associated data or a single bit is wrong. */
export function unwrapSecret(key: Uint8Array, wrapped: string, associated: string): Buffer | undefined {
  const bytes = Buffer.from(wrapped, 'base64url');
  if (bytes.length < NONCE_BYTES + TAG_BYTES || bytes.toString('base64url') !== wrapped) return undefined;
  const end = bytes.length - TAG_BYTES;
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(Buffer.from(associated, 'utf8'));
  decipher.setAuthTag(bytes.subarray(end));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, end)), decipher.final()]);
  } catch {
    return undefined;
  }
}
