import type { NoticeFields } from '../../../shared/schema/result.ts';
import type { TextKey } from '../../../shared/text/index.ts';

export type NoticeDefects = Readonly<Partial<Record<keyof NoticeFields, TextKey>>>;

const fields = ['title', 'from', 'to', 'channel', 'issuer', 'date'] as const;

/** What keeps a notice from being made, by field. ISO dates compare as text. */
export function noticeDefects(notice: NoticeFields): NoticeDefects {
  const empty = fields.filter((field) => notice[field].trim() === '');
  const entries = empty.map((field) => [field, `document-need.notice-${field}`] as const);
  const reversed = notice.from !== '' && notice.to !== '' && notice.to < notice.from;
  return {
    ...Object.fromEntries(entries),
    ...(reversed ? { to: 'document-need.notice-dates' as const } : {}),
  };
}
