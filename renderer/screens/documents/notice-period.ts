import { addDays } from '../../../shared/domain/months.ts';
import { parseDay } from '../../../shared/domain/parse-date.ts';
import {
  isWorkingDay,
  longestNotice,
  noticePeriod,
  workingDaysBetween,
  type HolidayCalendar,
  type NoticePeriod,
} from '../../../shared/domain/working-days.ts';
import type { NoticeFields } from '../../../shared/schema/result.ts';

/** The typed length in days; null when it is empty or no number from 1 to 60. */
export function typedLength(length: string): number | null {
  const value = /^[1-9]\d?$/u.test(length.trim()) ? Number(length) : null;
  return value === null || value > longestNotice ? null : value;
}

/** What a start and a length lead to; null while one of them can't be read. */
export function computedPeriod(
  { from, length, unit }: Pick<NoticeFields, 'from' | 'length' | 'unit'>,
  calendar: HolidayCalendar,
): NoticePeriod | null {
  const day = parseDay(from);
  const days = typedLength(length);
  return day === null || days === null ? null : noticePeriod(day, days, unit, calendar);
}

/** A change of start, length or unit moves the end; an end typed by hand takes the length away. */
export function withChange(
  notice: NoticeFields,
  field: keyof NoticeFields,
  value: string,
  calendar: HolidayCalendar,
): NoticeFields {
  const changed = { ...notice, [field]: value };
  if (field === 'to') {
    const computed = computedPeriod(changed, calendar);
    return computed === null || computed.to === parseDay(value) ? changed : { ...changed, length: '' };
  }
  if (field !== 'from' && field !== 'length' && field !== 'unit') return changed;
  const computed = computedPeriod(changed, calendar);
  return computed === null ? changed : { ...changed, to: computed.to };
}

export interface PeriodFacts {
  readonly from: string;
  readonly to: string;
  readonly workingDays: number;
  /** ISO days of rest inside, weekends included. */
  readonly restDays: readonly string[];
  readonly startsAtRest: boolean;
  readonly rolled: boolean;
  readonly unknownYears: readonly number[];
}

/** What lies between the two days of a notice; null while they can't be read or stand the wrong way round. */
export function periodFacts(notice: NoticeFields, calendar: HolidayCalendar): PeriodFacts | null {
  const from = parseDay(notice.from);
  const to = parseDay(notice.to);
  if (from === null || to === null || to < from || to > addDays(from, 2 * longestNotice)) return null;
  const restDays: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) if (!isWorkingDay(day, calendar)) restDays.push(day);
  const computed = computedPeriod(notice, calendar);
  const years = [...new Set([Number(from.slice(0, 4)), Number(to.slice(0, 4))])];
  return {
    from,
    to,
    workingDays: workingDaysBetween(from, to, calendar),
    restDays,
    startsAtRest: !isWorkingDay(from, calendar),
    rolled: computed?.rolled === true,
    unknownYears: years.filter((year) => !calendar.has(year)),
  };
}
