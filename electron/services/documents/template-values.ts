import type { ReadDb } from '../../database/access.ts';
import { dossiersOf } from '../../database/dossiers.ts';
import { meetingsOf } from '../../database/meetings.ts';
import { opinionsOf } from '../../database/opinions.ts';
import { reviewById } from '../../database/reviews.ts';
import { membersOf } from '../../database/seats.ts';
import { schemeOf } from '../scheme/scheme-store.ts';
import { noticeFieldsOf, printedPeriod } from './notice-fields.ts';
import { frameOf, printedDate, printedTime } from './print.ts';

/** A date to be written in by hand. */
export const openDate = '　　　　年　　月　　日';

export type FieldValues = Readonly<Record<string, string>>;

/** Values of the fields that every template may use. */
export function commonValues(db: ReadDb, reviewId: string): FieldValues {
  const review = reviewById(db, reviewId);
  const scheme = schemeOf(db, reviewId);
  const notice = noticeFieldsOf(db, reviewId);
  const basis = (scheme.basis ?? []).map((line) => line.replace(/[；。]$/u, ''));
  const recommended = opinionsOf(db, reviewId).filter(({ conclusion }) => conclusion === 'recommend');
  return {
    组织单位: review.organiser,
    评审项目: review.title,
    评分办法: scheme.title,
    依据: basis.length === 0 ? '有关规定' : basis.join('、'),
    年份: frameOf(db, review, '').createdAt.slice(0, 4),
    落款日期: notice.date === '' ? openDate : printedDate(notice.date),
    申报企业数: String(dossiersOf(db, reviewId).length),
    推荐企业数: String(recommended.length),
    公示开始: notice.from === '' ? openDate : printedDate(notice.from),
    公示结束: notice.to === '' ? openDate : printedDate(notice.to),
    公示期限: printedPeriod(notice),
  };
}

/** When, where and under whom the panel met; what no meeting says stays open to be written in. */
export function meetingValues(db: ReadDb, reviewId: string): FieldValues {
  const meetings = meetingsOf(db, reviewId);
  const members = membersOf(db, reviewId);
  const places = [...new Set(meetings.map(({ place }) => place).filter((place) => place !== ''))];
  return {
    会议时间: meetings.length === 0 ? openDate : meetings.map(printedTime).join('、'),
    会议地点: places.join('、') || '　　　　　　',
    组长: members.find(({ chair }) => chair === 1)?.name ?? '　　　　',
    评审组人数: String(members.length),
  };
}
