/** Check digits of 统一社会信用代码 (GB 32100) and VIN (GB 16735). */
import { foldDigits } from './decimal.ts';

/** Places are counted from 1, as a person counts them. */
export type CodeCheck =
  | { readonly ok: true; readonly code: string; readonly interpreted: boolean }
  | {
      readonly ok: false;
      readonly reason: 'code-length' | 'code-character' | 'code-check-digit';
      readonly values: Readonly<Record<string, string | number>>;
    };

const CODE_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CODE_LENGTH = 18;

/** Characters the code alphabet leaves out because people misread them. */
const LOOK_ALIKES: Readonly<Record<string, string>> = { I: '1', O: '0', Z: '2', S: '5', V: 'U' };

/**
 * Undoes what typing and copying do to a code: full-width letters and digits, small letters (a small l is
 * a one), spaces and dashes inside, I, O, Z, S and V for the characters they resemble. Says nothing about validity.
 */
export function normaliseCreditCode(text: string): string {
  return foldLetters(text)
    .replaceAll(/[\s\-‐-―−_·.]/gu, '')
    .replaceAll('l', '1')
    .toUpperCase()
    .replaceAll(/[IOZSV]/gu, (letter) => LOOK_ALIKES[letter] ?? letter);
}

/**
 * Checks a code after normalising it; `interpreted` says that the text was not already the plain code, so
 * that a person can confirm. A refusal names the place (1–18) and, for the check digit, what it should be.
 */
export function checkCreditCode(text: string): CodeCheck {
  const code = normaliseCreditCode(text);
  const characters = [...code];
  if (characters.length !== CODE_LENGTH) {
    return { ok: false, reason: 'code-length', values: { length: characters.length, expected: CODE_LENGTH } };
  }
  const wrong = characters.findIndex((character) => !CODE_ALPHABET.includes(character));
  if (wrong >= 0) {
    const character = characters[wrong] ?? '';
    return { ok: false, reason: 'code-character', values: { place: wrong + 1, character } };
  }
  const expected = creditCodeCheckDigit(code);
  const found = characters[CODE_LENGTH - 1] ?? '';
  if (found !== expected) {
    return { ok: false, reason: 'code-check-digit', values: { place: CODE_LENGTH, found, expected } };
  }
  return { ok: true, code, interpreted: code !== text };
}

/** The 18th character for the first 17: (31 − Σ value × 3^(place−1) mod 31) mod 31. */
export function creditCodeCheckDigit(code: string): string {
  let [total, weight] = [0, 1];
  for (const character of code.slice(0, CODE_LENGTH - 1)) {
    total += CODE_ALPHABET.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return CODE_ALPHABET.charAt((31 - (total % 31)) % 31);
}

const VIN_VALUES: Readonly<Record<string, number>> = Object.fromEntries([
  ...[...'0123456789'].map((digit, value) => [digit, value]),
  ...[...'ABCDEFGH'].map((letter, index) => [letter, index + 1]),
  ...[...'JKLMN'].map((letter, index) => [letter, index + 1]),
  ['P', 7],
  ['R', 9],
  ...[...'STUVWXYZ'].map((letter, index) => [letter, index + 2]),
]);
const VIN_WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
const VIN_CHECK_PLACE = 9;

/** A wrong VIN is only warned about: vehicles of other markets don't all carry the check digit. */
export function checkVin(text: string): CodeCheck {
  const vin = foldLetters(text).replaceAll(/[\s-]/gu, '').toUpperCase();
  const characters = [...vin];
  if (characters.length !== VIN_WEIGHTS.length) {
    return {
      ok: false,
      reason: 'code-length',
      values: { length: characters.length, expected: VIN_WEIGHTS.length },
    };
  }
  const wrong = characters.findIndex((character) => !Object.hasOwn(VIN_VALUES, character));
  if (wrong >= 0) {
    return {
      ok: false,
      reason: 'code-character',
      values: { place: wrong + 1, character: characters[wrong] ?? '' },
    };
  }
  const total = characters.reduce(
    (rest, character, index) => rest + (VIN_VALUES[character] ?? 0) * (VIN_WEIGHTS[index] ?? 0),
    0,
  );
  const expected = total % 11 === 10 ? 'X' : String(total % 11);
  const found = characters[VIN_CHECK_PLACE - 1] ?? '';
  if (found === expected) return { ok: true, code: vin, interpreted: vin !== text };
  return { ok: false, reason: 'code-check-digit', values: { place: VIN_CHECK_PLACE, found, expected } };
}

function foldLetters(text: string): string {
  return foldDigits(text).replaceAll(/[Ａ-Ｚａ-ｚ]/gu, (letter) =>
    String.fromCodePoint((letter.codePointAt(0) ?? 0) - 0xfee0),
  );
}
