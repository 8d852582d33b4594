import type { Text } from '../../shared/text/index.ts';

const two = (number: number): string => String(number).padStart(2, '0');

/** A time as people say it: 今天 14:32, 昨天 09:05, 3月2日 14:32, 2025年3月2日 14:32. Local time zone. */
export function whenWords(t: Text, timeMs: number, nowMs: number): string {
  const then = new Date(timeMs);
  const now = new Date(nowMs);
  const time = `${two(then.getHours())}:${two(then.getMinutes())}`;
  const values = { time, year: then.getFullYear(), month: then.getMonth() + 1, day: then.getDate() };
  const dayStart = (date: Date, daysBefore: number): number =>
    new Date(date.getFullYear(), date.getMonth(), date.getDate() - daysBefore).getTime();
  if (dayStart(then, 0) === dayStart(now, 0)) return t('time.today', values);
  if (dayStart(then, 0) === dayStart(now, 1)) return t('time.yesterday', values);
  return t(then.getFullYear() === now.getFullYear() ? 'time.day' : 'time.full', values);
}

/** An ISO date such as 2026-11-21 as 2026年11月21日; other text stays as it is. */
export function dateWords(t: Text, isoDate: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(isoDate);
  if (parts === null) return isoDate;
  return t('time.date', { year: parts[1] ?? '', month: Number(parts[2]), day: Number(parts[3]) });
}

/** Groups the digits of a decimal text: 3000 → 3,000, 12345.6 → 12,345.6. The value is never converted. */
export function groupDigits(decimal: string): string {
  if (!/^-?\d+\.?\d*$/.test(decimal)) return decimal;
  const sign = decimal.startsWith('-') ? '-' : '';
  const [whole = '', ...fraction] = decimal.slice(sign.length).split('.');
  const groups: string[] = [];
  for (let end = whole.length; end > 0; end -= 3) groups.unshift(whole.slice(Math.max(0, end - 3), end));
  return sign + [groups.join(','), ...fraction].join('.');
}

/** Bytes as a short size, in steps of 1024. */
export function sizeWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const kilobytes = Math.ceil(bytes / 1024);
  return kilobytes < 1024 ? `${kilobytes} KB` : `${Math.ceil(kilobytes / 1024)} MB`;
}
