/** Plain dates as ISO texts ("2026-08-31"): no time, no zone, no clock. Throws RangeError on other text. */
interface PlainDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Adds whole months and stays inside the month reached: 31 Aug + 6 months is 28 or 29 Feb. */
export function addMonths(date: string, months: number): string {
  requireWhole(months);
  const { year, month, day } = readDate(date);
  const index = year * 12 + (month - 1) + months;
  const reached = { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 };
  return writeDate({ ...reached, day: Math.min(day, daysInMonth(reached.year, reached.month)) });
}

export function addYears(date: string, years: number): string {
  return addMonths(date, years * 12);
}

export function addDays(date: string, days: number): string {
  requireWhole(days);
  return fromDayNumber(dayNumber(readDate(date)) + days);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(readDate(to)) - dayNumber(readDate(from));
}

export function isPlainDate(text: string): boolean {
  const match = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/u.exec(text);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** ISO dates sort as text; this names the intent. */
export function isBefore(left: string, right: string): boolean {
  return daysBetween(left, right) > 0;
}

export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Days since 0000-03-01 of the Gregorian calendar; years begin in March so that leap days come last. */
function dayNumber({ year, month, day }: PlainDate): number {
  const shifted = month > 2 ? year : year - 1;
  const monthFromMarch = (month + 9) % 12;
  const leapDays = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400);
  return 365 * shifted + leapDays + Math.floor((153 * monthFromMarch + 2) / 5) + day - 1;
}

function fromDayNumber(days: number): string {
  // 400 Gregorian years are always 146,097 days; the estimate is off by at most one year.
  let year = Math.floor((days * 400) / 146_097) + 1;
  while (dayNumber({ year, month: 1, day: 1 }) > days) year -= 1;
  let rest = days - dayNumber({ year, month: 1, day: 1 });
  let month = 1;
  while (rest >= daysInMonth(year, month)) {
    rest -= daysInMonth(year, month);
    month += 1;
  }
  return writeDate({ year, month, day: rest + 1 });
}

function readDate(text: string): PlainDate {
  if (!isPlainDate(text)) throw new RangeError(`not a date: ${text}`);
  return { year: Number(text.slice(0, 4)), month: Number(text.slice(5, 7)), day: Number(text.slice(8, 10)) };
}

function writeDate({ year, month, day }: PlainDate): string {
  if (year < 1 || year > 9999) throw new RangeError(`year out of range: ${year}`);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

function requireWhole(value: number): void {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole number: ${value}`);
}
