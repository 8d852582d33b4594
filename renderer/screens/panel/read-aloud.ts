/**
 * 24 digits in six groups of four for reading aloud: the first 16 bytes of a SHA-256 (64 hex digits) as a
 * number, modulo 10^24. The same digits as on rule card and minutes; null for anything else.
 */
export function readAloudDigits(hexHash: string): string | null {
  if (!/^[0-9a-f]{64}$/.test(hexHash)) return null;
  const digits = (BigInt(`0x${hexHash.slice(0, 32)}`) % 10n ** 24n).toString().padStart(24, '0');
  return digits.match(/\d{4}/g)?.join(' ') ?? null;
}
