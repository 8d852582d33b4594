import { parseDay } from '../../../shared/domain/parse-date.ts';
import type { NoticeFields } from '../../../shared/schema/result.ts';
import type { TextKey } from '../../../shared/text/index.ts';

export type NoticeDefects = Readonly<Partial<Record<keyof NoticeFields, TextKey>>>;

const fields = ['title', 'from', 'to', 'channel', 'issuer', 'date'] as const;
const days = ['from', 'to', 'date'] as const;

/** What is sent: the days in ISO form as far as they can be read, everything else as typed. */
export function readNotice(typed: NoticeFields): NoticeFields {
  const { from, to, date } = typed;
  return { ...typed, from: parseDay(from) ?? from, to: parseDay(to) ?? to, date: parseDay(date) ?? date };
}

/** Days that are typed and can't be read: they aren't saved. */
export function unreadDays(typed: NoticeFields): NoticeDefects {
  const unread = days.filter((day) => typed[day].trim() !== '' && parseDay(typed[day]) === null);
  return Object.fromEntries(unread.map((day) => [day, 'word.dayWrong' as const]));
}

/** What keeps a notice from being made, by field. ISO dates compare as text. */
export function noticeDefects(typed: NoticeFields): NoticeDefects {
  const notice = readNotice(typed);
  const empty = fields.filter((field) => notice[field].trim() === '');
  const entries = empty.map((field) => [field, `document-need.notice-${field}`] as const);
  const reversed = parseDay(notice.from) !== null && parseDay(notice.to) !== null && notice.to < notice.from;
  return {
    ...Object.fromEntries(entries),
    ...(reversed ? { to: 'document-need.notice-dates' as const } : {}),
    ...unreadDays(typed),
  };
}
