import { createHash } from 'node:crypto';
import { AppError } from '../../shared/api/problem.ts';

/** SHA-256, lower-case hex. */
export function sha256Hex(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The one identity of a key: SHA-256 of its SPKI (base64url or base64 of the DER), lower-case hex. */
export function fingerprint(spki: string): string {
  return sha256Hex(Buffer.from(spki, 'base64'));
}

/**
 * 24 digits in six groups of four for reading aloud: the first 16 bytes of the hash as a number, modulo
 * 10^24 (79.7 bits). Takes the hex fingerprint. Throws `bad-input` on anything else.
 */
export function readAloud(hexFingerprint: string): string {
  const hex = normaliseFingerprint(hexFingerprint);
  if (!hex) throw new AppError('bad-input', { what: 'fingerprint' });
  const digits = (BigInt(`0x${hex.slice(0, 32)}`) % 10n ** 24n).toString().padStart(24, '0');
  return digits.match(/\d{4}/g)?.join(' ') ?? digits;
}

/** Lower-case hex without separators, or undefined when it is no SHA-256. */
export function normaliseFingerprint(text: string): string | undefined {
  const hex = text.replaceAll(/[\s:]/g, '').toLowerCase();
  return /^[0-9a-f]{64}$/.test(hex) ? hex : undefined;
}
