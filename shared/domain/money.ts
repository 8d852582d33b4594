/** Capital as people write it in a workbook cell, in 万元 (ten thousand yuan), exactly. */
import { foldDigits, parseDecimal } from './decimal.ts';
import { divide, fraction, multiply, exactDecimal, type Fraction } from './fraction.ts';

export type ParsedCapital =
  | {
      readonly ok: true;
      /** Exact decimal text in 万元. */
      readonly value: string;
      /** The text was not a plain number: show it to a person for confirmation. */
      readonly interpreted: boolean;
    }
  | {
      readonly ok: false;
      readonly reason:
        | 'money-blank'
        | 'money-negative'
        | 'money-chinese-numerals'
        | 'money-currency'
        | 'money-not-understood';
      readonly values: Readonly<Record<string, string>>;
    };

/** How many 万元 one of the unit is, as numerator and denominator. Without a unit: 万元. */
const UNITS: Readonly<Record<string, Fraction>> = {
  '': fraction(1n),
  万: fraction(1n),
  万元: fraction(1n),
  亿: fraction(10_000n),
  亿元: fraction(10_000n),
  元: fraction(1n, 10_000n),
};

const FOREIGN = /美元|美金|欧元|港元|港币|日元|英镑|USD|EUR|HKD|JPY|GBP|[$€£]/iu;
const CHINESE_NUMERAL = /[零〇一二三四五六七八九十百千两壹贰叁肆伍陆柒捌玖拾佰仟]/u;

/**
 * "3000万元", "3,000", "３０００ 万", "1.2亿" → 万元. Arabic digits only: a person has to type what
 * "叁仟万" means. Negative, foreign and unreadable amounts are refused, each with its reason.
 */
export function parseCapital(text: string): ParsedCapital {
  const values = { text };
  const folded = foldDigits(text)
    .replaceAll(/\s/gu, '')
    .replaceAll('，', ',')
    .replace(/^(?:人民币|RMB|CNY|[¥￥])/iu, '')
    .replace(/(?:人民币|整)$/u, '')
    .replace(/圆$/u, '元');
  if (folded === '') return { ok: false, reason: 'money-blank', values };
  if (/^[-−－﹣(（]/u.test(folded)) return { ok: false, reason: 'money-negative', values };
  if (FOREIGN.test(folded)) return { ok: false, reason: 'money-currency', values };
  const unit = /[万亿元]*$/u.exec(folded)?.[0] ?? '';
  const digits = folded.slice(0, folded.length - unit.length);
  if (CHINESE_NUMERAL.test(digits)) return { ok: false, reason: 'money-chinese-numerals', values };
  const factor = Object.hasOwn(UNITS, unit) ? UNITS[unit] : undefined;
  const number = readGrouped(digits);
  if (factor === undefined || number === null) return { ok: false, reason: 'money-not-understood', values };
  const amount = multiply(number, factor);
  const value = exactDecimal(amount);
  return { ok: true, value, interpreted: value !== text };
}

/** Compares two exact decimal texts in 万元, e.g. with a threshold. Throws RangeError on other text. */
export function compareCapital(left: string, right: string): number {
  const [a, b] = [readGrouped(left), readGrouped(right)];
  if (a === null || b === null) throw new RangeError(`not amounts: ${left}, ${right}`);
  const ratio = b.numerator === 0n ? a : divide(a, b);
  if (b.numerator === 0n) return a.numerator === 0n ? 0 : 1;
  return ratio.numerator < ratio.denominator ? -1 : ratio.numerator > ratio.denominator ? 1 : 0;
}

/** "3,000.50": thousands separators only where they belong. Up to 15 digits (an amount may be in 元). */
function readGrouped(digits: string): Fraction | null {
  const [whole = '', decimals, ...more] = digits.split('.');
  if (more.length > 0 || (decimals !== undefined && !/^[0-9]{1,8}$/u.test(decimals))) return null;
  const grouped = /^[0-9]{1,3},/u.test(whole);
  const groups = whole.split(',');
  if (grouped && !groups.slice(1).every((group) => /^[0-9]{3}$/u.test(group))) return null;
  const plain = groups.join('');
  if ((!grouped && groups.length > 1) || !/^[0-9]{1,15}$/u.test(plain)) return null;
  const rest = parseDecimal(`0.${decimals ?? '0'}`);
  return rest === null ? null : fraction(BigInt(plain) * rest.denominator + rest.numerator, rest.denominator);
}
