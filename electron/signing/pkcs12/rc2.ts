/**
 * RC2 (RFC 2268) in CBC mode, for reading old PKCS#12 files only: OpenSSL 3 and Node don't offer it any more.
 */

/** Digits of π, RFC 2268 section 2. */
const PI = Buffer.from(
  'd978f9c419ddb5ed28e9fd794aa0d89dc67e37832b76538e624c6488448bfba2179a59f587b34f1361456d8d09817d32' +
    'bd8f40eb86b77b0bf09521225c6b4e8254d66593ce60b21c7356c014a78cf1dc1275ca1f3bbee4d1423dd430a33cb626' +
    '6fbf0eda4669075727f21d9bbc944303f811c7f690ef3ee706c3d52fc8661ed708e8eade8052eef784aa72ac354d6a2a' +
    '961ad2715a1549744b9fd05e0418a4ecc2e0416e0f51cbcc2491af50a1f47039997c3a8523b8b47afc02365b25559731' +
    '2d5dfa98e38a92ae05df2910676cbac9d300e6cfe19ea82c6316013f58e289a90d38341bab33ffb0bb480c5fb9b1cd2e' +
    'c5f3db47e5a59c770aa62068fe7fc1ad',
  'hex',
);

/** Throws RangeError for lengths that RC2 doesn't have. The padding (PKCS#7) is the caller's to take off. */
export function decryptRc2(key: Uint8Array, effectiveBits: number, iv: Uint8Array, data: Uint8Array): Buffer {
  if (key.length < 1 || key.length > 128 || iv.length !== 8 || data.length % 8 !== 0) {
    throw new RangeError('RC2 lengths');
  }
  const words = expandKey(key, effectiveBits);
  const input = Buffer.from(data);
  const plain = Buffer.alloc(input.length);
  let previous = Buffer.from(iv);
  for (let at = 0; at < input.length; at += 8) {
    const block = input.subarray(at, at + 8);
    decryptBlock(words, block).forEach((byte, index) => {
      plain[at + index] = byte ^ (previous[index] ?? 0);
    });
    previous = block;
  }
  return plain;
}

function expandKey(key: Uint8Array, effectiveBits: number): number[] {
  const bytes = new Uint8Array(128);
  bytes.set(key);
  const pi = (value: number): number => PI[value & 0xff] ?? 0;
  const byte = (index: number): number => bytes[index] ?? 0;
  for (let at = key.length; at < 128; at += 1) bytes[at] = pi(byte(at - 1) + byte(at - key.length));
  const length = Math.ceil(effectiveBits / 8);
  const mask = 0xff >> (8 * length - effectiveBits);
  bytes[128 - length] = pi(byte(128 - length) & mask);
  for (let at = 127 - length; at >= 0; at -= 1) bytes[at] = pi(byte(at + 1) ^ byte(at + length));
  return Array.from({ length: 64 }, (_, index) => byte(2 * index) | (byte(2 * index + 1) << 8));
}

const ROTATIONS = [1, 2, 3, 5] as const;

function decryptBlock(words: readonly number[], block: Buffer): Buffer {
  const state = [0, 2, 4, 6].map((at) => block.readUInt16LE(at));
  const word = (index: number): number => state[index & 3] ?? 0;
  const key = (index: number): number => words[index] ?? 0;
  let next = 63;
  const mix = (): void => {
    for (let index = 3; index >= 0; index -= 1) {
      const rotation = ROTATIONS[index] ?? 1;
      const value = word(index);
      const turned = ((value >> rotation) | (value << (16 - rotation))) & 0xffff;
      const others = (word(index + 3) & word(index + 2)) + (~word(index + 3) & word(index + 1));
      state[index] = (turned - key(next) - others) & 0xffff;
      next -= 1;
    }
  };
  const mash = (): void => {
    for (let index = 3; index >= 0; index -= 1) {
      state[index] = (word(index) - key(word(index + 3) & 63)) & 0xffff;
    }
  };
  for (let round = 0; round < 5; round += 1) mix();
  mash();
  for (let round = 0; round < 6; round += 1) mix();
  mash();
  for (let round = 0; round < 5; round += 1) mix();
  const plain = Buffer.alloc(8);
  state.forEach((value, index) => plain.writeUInt16LE(value, index * 2));
  return plain;
}
