import { AppError } from '../../../shared/api/problem.ts';
import { readCalendar } from '../../../shared/domain/calendar-text.ts';
import { shippedHolidays } from '../../../shared/domain/state-holidays.ts';
import type { CalendarYear } from '../../../shared/schema/document-template.ts';
import type { Handlers } from '../../api/handler.ts';
import type { ReadDb } from '../../database/access.ts';
import { holidayYears, removeHolidayYear, saveHolidayYear } from '../../database/holidays.ts';
import { noteAct } from '../act.ts';

type Names = 'calendar.get' | 'calendar.save';

export const calendarHandlers: Pick<Handlers, Names> = {
  'calendar.get': ({ db }) => calendarYears(db),
  'calendar.save': (context, { reviewId, year, text }) => {
    if (text === null) {
      removeHolidayYear(context.db, year);
      noteAct(context, reviewId, 'calendar-shipped', { year });
      return { days: shippedHolidays.get(year)?.length ?? 0 };
    }
    const { days, defects } = readCalendar(text, year);
    if (defects.length > 0) {
      const places = defects.map(({ line, reason, text: wrong }) => ({
        path: String(line),
        reason,
        values: { line, text: wrong, year },
      }));
      throw new AppError('invalid-rows', {}, places);
    }
    saveHolidayYear(context.db, year, days, context.nowMs);
    noteAct(context, reviewId, 'calendar-saved', { year, count: days.length });
    return { days: days.length };
  },
};

/** Every year that has an arrangement, the office's own instead of the shipped one. */
function calendarYears(db: ReadDb): CalendarYear[] {
  const own = new Map(holidayYears(db).map(({ year, days }) => [year, days]));
  const years = [...new Set([...shippedHolidays.keys(), ...own.keys()])].toSorted(
    (one, other) => one - other,
  );
  return years.map((year) => ({
    year,
    days: [...(own.get(year) ?? shippedHolidays.get(year) ?? [])],
    own: own.has(year),
  }));
}
