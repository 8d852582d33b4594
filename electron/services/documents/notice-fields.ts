import type { NoticeFields } from '../../../shared/schema/result.ts';
import { noticeFields } from '../../../shared/schema/result.ts';
import type { ReadDb } from '../../database/access.ts';
import { reviewById } from '../../database/reviews.ts';
import { titleWith } from './print.ts';

/** The notice as edited, or a proposal. Dates stay empty: only a person knows when it goes out. */
export function noticeFieldsOf(db: ReadDb, reviewId: string): NoticeFields {
  const review = reviewById(db, reviewId);
  if (review.notice !== null) return noticeFields.parse(JSON.parse(review.notice));
  return {
    title: `关于${titleWith(review, '结果的公示')}`,
    from: '',
    to: '',
    length: '5',
    unit: 'working',
    channel:
      '公示期间，单位和个人对公示内容有异议的，可以书面形式向组织单位提出，并写明理由和联系方式。单位提出的应加盖公章，个人提出的应署真实姓名。',
    department: '',
    address: '',
    telephone: '',
    email: '',
    issuer: review.organiser,
    date: '',
  };
}

/** How long the notice stands, in words: `5个工作日`, `7日`; both ends by hand: the days counted. */
export function printedPeriod({ from, to, length, unit }: NoticeFields): string {
  if (/^[1-9]\d?$/u.test(length)) return unit === 'working' ? `${length}个工作日` : `${length}日`;
  return `共${daysBetween(from, to)}日，含首尾两日`;
}

/** Days since 1970 of an ISO date; null for a day that isn't in the calendar. */
export function dayNumber(plainDate: string): number | null {
  const ms = Date.parse(`${plainDate}T00:00:00Z`);
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== plainDate) return null;
  return ms / 86_400_000;
}

/** Days from the first to the last, both included. */
export function daysBetween(from: string, to: string): number {
  return (dayNumber(to) ?? 0) - (dayNumber(from) ?? 0) + 1;
}
