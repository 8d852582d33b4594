import { describe, expect, test } from 'vitest';
import { readCalendar, writeCalendar } from '../../shared/domain/calendar-text.ts';
import { shippedHolidays } from '../../shared/domain/state-holidays.ts';
import {
  calendarWith,
  isWorkingDay,
  noticePeriod,
  workingDayFrom,
  workingDaysBetween,
} from '../../shared/domain/working-days.ts';

const shipped = calendarWith([]);

describe('working days', () => {
  test.each([
    ['2026-03-23', true, 'an ordinary Monday'],
    ['2026-03-21', false, 'an ordinary Saturday'],
    ['2026-02-14', true, 'a Saturday before the Spring Festival that is worked'],
    ['2026-02-23', false, 'the Monday that ends the Spring Festival'],
    ['2026-10-10', true, 'a Saturday after the National Day that is worked'],
    ['2025-01-28', false, 'New Year’s Eve of the old calendar'],
    ['2025-10-11', true, 'a Saturday of 2025 that is worked'],
    ['2027-01-01', true, 'a Friday of a year without an arrangement'],
  ])('%s: %s (%s)', (day, works) => {
    expect(isWorkingDay(day, shipped)).toBe(works);
  });

  test('every shipped day differs from the rule of the week or lies in a holiday, and is there once', () => {
    for (const [year, days] of shippedHolidays) {
      expect(new Set(days.map(({ day }) => day)).size).toBe(days.length);
      expect(days.every(({ day }) => day.startsWith(String(year)))).toBe(true);
      const weekday = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();
      const worked = days.filter(({ kind }) => kind === 'work');
      expect(worked.every(({ day }) => weekday(day) === 0 || weekday(day) === 6)).toBe(true);
    }
    const rest = (year: number): number =>
      (shippedHolidays.get(year) ?? []).filter(({ kind }) => kind === 'rest').length;
    expect([rest(2025), rest(2026)]).toEqual([28, 33]);
  });

  test.each([
    ['2026-03-23', 5, 'working', '2026-03-27', false],
    ['2026-03-26', 5, 'working', '2026-04-01', false],
    ['2026-04-30', 3, 'working', '2026-05-07', false],
    ['2026-02-13', 3, 'working', '2026-02-24', false],
    ['2026-03-21', 1, 'working', '2026-03-23', false],
    ['2026-09-26', 5, 'natural', '2026-09-30', false],
    ['2026-09-28', 7, 'natural', '2026-10-08', true],
    ['2026-12-30', 3, 'working', '2027-01-01', false],
  ] as const)('%s and %i %s days end on %s', (from, length, unit, to, rolled) => {
    expect(noticePeriod(from, length, unit, shipped)).toMatchObject({ to, rolled });
  });

  test('says which years it knows only by weekends, and refuses a length nobody means', () => {
    expect(noticePeriod('2026-12-30', 5, 'working', shipped).unknownYears).toEqual([2027]);
    expect(() => noticePeriod('2026-02-30', 5, 'working', shipped)).toThrow(RangeError);
    expect(() => noticePeriod('2026-03-02', 0, 'working', shipped)).toThrow(RangeError);
    expect(() => noticePeriod('2026-03-02', 61, 'working', shipped)).toThrow(RangeError);
  });

  test('the office’s own year replaces the shipped one', () => {
    const own = calendarWith([[2026, [{ day: '2026-03-23', kind: 'rest', name: '示例' }]]]);
    expect(workingDayFrom('2026-03-23', own)).toBe('2026-03-24');
    expect(isWorkingDay('2026-02-23', own)).toBe(true);
    expect(workingDaysBetween('2026-03-21', '2026-03-29', own)).toBe(4);
  });
});

describe('the text of a calendar', () => {
  test('is read again as it was written', () => {
    for (const [year, days] of shippedHolidays) {
      expect(readCalendar(writeCalendar(days), year)).toEqual({ days, defects: [] });
    }
  });

  test('takes usual writings and names each wrong line', () => {
    const text =
      '\uFEFF2027年1月1日，休，元旦\r\n2027-02-30,休\n2027/1/3\t班\t元旦调休\n2027-05-01 放\n2026-01-01,休\n20270101 休';
    expect(readCalendar(text, 2027)).toEqual({
      days: [
        { day: '2027-01-01', kind: 'rest', name: '元旦' },
        { day: '2027-01-03', kind: 'work', name: '元旦调休' },
      ],
      defects: [
        { line: 2, reason: 'calendar.day', text: '2027-02-30' },
        { line: 4, reason: 'calendar.kind', text: '放' },
        { line: 5, reason: 'calendar.year-wrong', text: '2026-01-01' },
        { line: 6, reason: 'calendar.twice', text: '20270101' },
      ],
    });
  });
});
