import { addDays, daysBetween, isPlainDate } from './months.ts';
import { shippedHolidays } from './state-holidays.ts';

/** A day that differs from the rule of the week: rest on a weekday, or work at a weekend. */
export interface CalendarDay {
  /** ISO date. */
  readonly day: string;
  readonly kind: 'rest' | 'work';
  readonly name: string;
}

/** Arrangements by year; a year without one follows the week alone. */
export type HolidayCalendar = ReadonlyMap<number, readonly CalendarDay[]>;

/** The shipped arrangements, replaced year by year by what the office entered. */
export function calendarWith(own: Iterable<readonly [number, readonly CalendarDay[]]>): HolidayCalendar {
  return new Map([...shippedHolidays, ...own]);
}

export function isWorkingDay(day: string, calendar: HolidayCalendar): boolean {
  const listed = calendar.get(Number(day.slice(0, 4)))?.find((entry) => entry.day === day);
  if (listed !== undefined) return listed.kind === 'work';
  // 1970-01-01 was a Thursday.
  const weekday = (((daysBetween('1970-01-01', day) + 4) % 7) + 7) % 7;
  return weekday !== 0 && weekday !== 6;
}

/** The first working day on or after a day. */
export function workingDayFrom(day: string, calendar: HolidayCalendar): string {
  let found = day;
  while (!isWorkingDay(found, calendar)) found = addDays(found, 1);
  return found;
}

export interface NoticePeriod {
  /** Last day, included. */
  readonly to: string;
  /** A natural period whose last day was a day of rest goes on to the next working day (民法典 art. 203). */
  readonly rolled: boolean;
  /** Years inside the period without an arrangement: only weekends were known. */
  readonly unknownYears: readonly number[];
}

/** Longest notice in days: longer is a slip of the keyboard. */
export const longestNotice = 60;

/** Counts `length` days from `from` on, the first day included. Throws RangeError on another date or length. */
export function noticePeriod(
  from: string,
  length: number,
  unit: 'working' | 'natural',
  calendar: HolidayCalendar,
): NoticePeriod {
  if (!isPlainDate(from) || !Number.isInteger(length) || length < 1 || length > longestNotice) {
    throw new RangeError(`no period of ${length} days from ${from}`);
  }
  const last = unit === 'natural' ? addDays(from, length - 1) : nthWorkingDay(from, length, calendar);
  const to = workingDayFrom(last, calendar);
  const first = Number(from.slice(0, 4));
  const years = Array.from({ length: Number(to.slice(0, 4)) - first + 1 }, (_, index) => first + index);
  return { to, rolled: to !== last, unknownYears: years.filter((year) => !calendar.has(year)) };
}

function nthWorkingDay(from: string, count: number, calendar: HolidayCalendar): string {
  let day = workingDayFrom(from, calendar);
  for (let done = 1; done < count; done += 1) day = workingDayFrom(addDays(day, 1), calendar);
  return day;
}

/** Working days from `from` to `to`, both included. */
export function workingDaysBetween(from: string, to: string, calendar: HolidayCalendar): number {
  let count = 0;
  for (let day = from; day <= to; day = addDays(day, 1)) if (isWorkingDay(day, calendar)) count += 1;
  return count;
}
