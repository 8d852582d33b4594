import { parseDay } from './parse-date.ts';
import type { CalendarDay } from './working-days.ts';

const kinds: ReadonlyMap<string, CalendarDay['kind']> = new Map([
  ['休', 'rest'],
  ['休息', 'rest'],
  ['放假', 'rest'],
  ['rest', 'rest'],
  ['班', 'work'],
  ['上班', 'work'],
  ['work', 'work'],
]);

export interface CalendarDefect {
  /** From 1. */
  readonly line: number;
  /** Key of text subject `calendar`. */
  readonly reason: 'calendar.day' | 'calendar.kind' | 'calendar.twice' | 'calendar.year-wrong';
  readonly text: string;
}

export interface ReadCalendar {
  readonly days: readonly CalendarDay[];
  readonly defects: readonly CalendarDefect[];
}

/** Reads one day a line: `2026-01-04,班,元旦调休`; separators are commas (also full-width), tabs or spaces. */
export function readCalendar(text: string, year: number): ReadCalendar {
  const days = new Map<string, CalendarDay>();
  const defects: CalendarDefect[] = [];
  text.split(/\r\n?|\n/u).forEach((raw, index) => {
    const line = raw.replace(/^\uFEFF/u, '').trim();
    if (line === '') return;
    const [first = '', second = '', ...rest] = line.split(/[,，\t ]+/u);
    const day = parseDay(first);
    const kind = kinds.get(second);
    const refuse = (reason: CalendarDefect['reason'], wrong: string): void => {
      defects.push({ line: index + 1, reason, text: wrong });
    };
    if (day === null) refuse('calendar.day', first);
    else if (kind === undefined) refuse('calendar.kind', second);
    else if (Number(day.slice(0, 4)) !== year) refuse('calendar.year-wrong', first);
    else if (days.has(day)) refuse('calendar.twice', first);
    else days.set(day, { day, kind, name: rest.join(' ') });
  });
  return { days: [...days.values()].toSorted((one, other) => (one.day < other.day ? -1 : 1)), defects };
}

/** The text that `readCalendar` reads again. */
export function writeCalendar(days: readonly CalendarDay[]): string {
  return days.map(({ day, kind, name }) => `${day},${kind === 'rest' ? '休' : '班'},${name}`).join('\n');
}
