/**
 * Decimal text read digit by digit. Scores are whole hundredths (a branded number); every other number of
 * a scheme (cap, weight, total) is an exact fraction. Nothing here passes through a float.
 */
import { fraction, type Fraction } from './fraction.ts';

declare const hundredthsBrand: unique symbol;

/** A score in whole hundredths of a point: 8.5 points are 850. Always a safe non-negative integer. */
export type Hundredths = number & { readonly [hundredthsBrand]: 'hundredths' };

/** What a score is checked against, both in hundredths. A compiled item fits. */
export interface ScoreLimits {
  readonly cap: Hundredths;
  readonly step: Hundredths;
}

export type ScoreReason =
  'score-blank' | 'score-not-a-number' | 'score-decimals' | 'score-over-cap' | 'score-off-step';

export interface ScoreDefect {
  readonly reason: ScoreReason;
  readonly values: Readonly<Record<string, string>>;
}

export type ParsedScore =
  { readonly ok: true; readonly hundredths: Hundredths } | ({ readonly ok: false } & ScoreDefect);

/** More digits than any cap can have (9, see `parseDecimal`) are certainly over it. */
const MOST_SCORE_DIGITS = 11;

const FULL_WIDTH_ZERO = 0xff10;

const FOLDED = /[０-９．]/u;

/** Full-width digits and the full-width point become ASCII; every other character stays (８．５ → 8.5). */
export function foldDigits(text: string): string {
  if (!FOLDED.test(text)) return text;
  return text
    .replaceAll(/[０-９]/gu, (digit) => String((digit.codePointAt(0) ?? 0) - FULL_WIDTH_ZERO))
    .replaceAll('．', '.');
}

/** Brands a whole number of hundredths. Throws RangeError for anything that can't be a score. */
export function hundredths(value: number): Hundredths {
  if (!Number.isSafeInteger(value) || value < 0 || Object.is(value, -0)) {
    throw new RangeError(`not whole hundredths: ${value}`);
  }
  return value as Hundredths;
}

/** Every defect of a score text, so that a file can be refused all at once. Empty list: the text is good. */
export function scoreDefects(text: string, limits: ScoreLimits | null): readonly ScoreDefect[] {
  const folded = foldDigits(text);
  const shown = { score: text };
  if (folded === '') return [{ reason: 'score-blank', values: {} }];
  if (!/^(?:0|[1-9][0-9]*)(?:\.[0-9]+|)$/u.test(folded))
    return [{ reason: 'score-not-a-number', values: shown }];
  const [whole = '', decimals = ''] = folded.split('.');
  const defects: ScoreDefect[] = [];
  if (decimals.length > 2) defects.push({ reason: 'score-decimals', values: shown });
  if (limits === null) return defects;
  const tooLong = whole.length > MOST_SCORE_DIGITS;
  const value = tooLong ? 0 : readHundredths(whole, decimals);
  const beyond = /[1-9]/u.test(decimals.slice(2)) ? 1 : 0;
  if (tooLong || value + beyond > limits.cap) {
    defects.push({ reason: 'score-over-cap', values: { ...shown, cap: formatHundredths(limits.cap) } });
  }
  if (!tooLong && decimals.length <= 2 && value % limits.step !== 0) {
    defects.push({ reason: 'score-off-step', values: { ...shown, step: formatHundredths(limits.step) } });
  }
  return defects;
}

/**
 * Reads one score. Surrounding spaces are refused (a caller at a keyboard may trim first); a blank is
 * refused with its own reason, because blank is not zero.
 */
export function parseScore(text: string, limits: ScoreLimits): ParsedScore {
  const defect = scoreDefects(text, limits)[0];
  if (defect !== undefined) return { ok: false, ...defect };
  const [whole = '', decimals = ''] = foldDigits(text).split('.');
  return { ok: true, hundredths: hundredths(readHundredths(whole, decimals)) };
}

/** `850` → "8.5", `800` → "8", `5` → "0.05": the shortest text that parses back to the same score. */
export function formatHundredths(value: number): string {
  const whole = Math.trunc(value / 100);
  const rest = String(value % 100)
    .padStart(2, '0')
    .replace(/0+$/u, '');
  return rest === '' ? String(whole) : `${whole}.${rest}`;
}

/** At most 9 digits before the point and 12 after it; no sign, no exponent, no leading zero. */
export const DECIMAL_PATTERN = /^(?:0|[1-9][0-9]{0,8})(?:\.[0-9]{1,12}|)$/u;

/** A decimal string of a scheme as an exact fraction, or null when it isn't one. */
export function parseDecimal(text: string): Fraction | null {
  if (!DECIMAL_PATTERN.test(text)) return null;
  const [whole = '', decimals = ''] = text.split('.');
  return fraction(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
}

function readHundredths(whole: string, decimals: string): number {
  return Number(whole + decimals.slice(0, 2).padEnd(2, '0'));
}
