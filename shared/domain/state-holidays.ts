import { addDays } from './months.ts';
import type { CalendarDay } from './working-days.ts';

/** Name, first and last day of rest, days of work at weekends. */
type Holiday = readonly [string, string, string, ...string[]];

/** 国务院办公厅关于2025年部分节假日安排的通知, 12 November 2024. */
const of2025: readonly Holiday[] = [
  ['元旦', '2025-01-01', '2025-01-01'],
  ['春节', '2025-01-28', '2025-02-04', '2025-01-26', '2025-02-08'],
  ['清明节', '2025-04-04', '2025-04-06'],
  ['劳动节', '2025-05-01', '2025-05-05', '2025-04-27'],
  ['端午节', '2025-05-31', '2025-06-02'],
  ['国庆节、中秋节', '2025-10-01', '2025-10-08', '2025-09-28', '2025-10-11'],
];

/** 国务院办公厅关于2026年部分节假日安排的通知, 4 November 2025. */
const of2026: readonly Holiday[] = [
  ['元旦', '2026-01-01', '2026-01-03', '2026-01-04'],
  ['春节', '2026-02-15', '2026-02-23', '2026-02-14', '2026-02-28'],
  ['清明节', '2026-04-04', '2026-04-06'],
  ['劳动节', '2026-05-01', '2026-05-05', '2026-05-09'],
  ['端午节', '2026-06-19', '2026-06-21'],
  ['中秋节', '2026-09-25', '2026-09-27'],
  ['国庆节', '2026-10-01', '2026-10-07', '2026-09-20', '2026-10-10'],
];

function daysOf([name, first, last, ...work]: Holiday): CalendarDay[] {
  const days: CalendarDay[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push({ day, kind: 'rest', name });
  return [...days, ...work.map((day): CalendarDay => ({ day, kind: 'work', name: `${name}调休` }))];
}

function yearOf(holidays: readonly Holiday[]): CalendarDay[] {
  return holidays.flatMap(daysOf).toSorted((one, other) => (one.day < other.day ? -1 : 1));
}

/** Published arrangements of days of rest and work, by year. */
export const shippedHolidays: ReadonlyMap<number, readonly CalendarDay[]> = new Map([
  [2025, yearOf(of2025)],
  [2026, yearOf(of2026)],
]);
