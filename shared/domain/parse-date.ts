import { daysInMonth } from './months.ts';
import { flattenText } from './normalise-text.ts';

const FORMS: readonly RegExp[] = [
  /^(\d{4})-(\d{1,2})-(\d{1,2})$/u,
  /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/u,
  /^(\d{4})\.(\d{1,2})\.(\d{1,2})\.?$/u,
  /^(\d{4})年(\d{1,2})月(\d{1,2})日$/u,
  /^(\d{4})(\d{2})(\d{2})$/u,
];

/**
 * Reads a calendar day written as 2019-05-20, 2019/5/20, 2019.5.20, 2019年5月20日 or 20190520.
 * Answers the ISO form, or null when it is no day of the years 1900 to 2199.
 */
export function parseDay(text: string): string | null {
  const flat = flattenText(text);
  for (const form of FORMS) {
    const match = form.exec(flat);
    if (!match) continue;
    const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
    if (year < 1900 || year > 2199 || month < 1 || month > 12) return null;
    if (day < 1 || day > daysInMonth(year, month)) return null;
    return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  }
  return null;
}
