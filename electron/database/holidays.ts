import type { CalendarDay } from '../../shared/domain/working-days.ts';
import type { ReadDb, WriteDb } from './access.ts';

export interface HolidayYear {
  readonly year: number;
  readonly days: readonly CalendarDay[];
}

/** Arrangements that the office entered, by year. */
export function holidayYears(db: ReadDb): HolidayYear[] {
  return db
    .all<{ year: number; days: string }>('SELECT year, days FROM holiday_year ORDER BY year')
    .map(({ year, days }) => ({ year, days: JSON.parse(days) as CalendarDay[] }));
}

export function saveHolidayYear(
  db: WriteDb,
  year: number,
  days: readonly CalendarDay[],
  nowMs: number,
): void {
  db.run(
    `INSERT INTO holiday_year (year, days, saved_ms) VALUES (?, ?, ?)
     ON CONFLICT (year) DO UPDATE SET days = excluded.days, saved_ms = excluded.saved_ms`,
    year,
    JSON.stringify(days),
    nowMs,
  );
}

/** Lets the shipped arrangement of a year apply again. */
export function removeHolidayYear(db: WriteDb, year: number): void {
  db.run('DELETE FROM holiday_year WHERE year = ?', year);
}
