import type { NoticeFields } from '../../../shared/schema/result.ts';
import type { NoticeData } from '../../documents/data.ts';
import type { ReadDb } from '../../database/access.ts';
import { activeDossiers } from '../../database/dossiers.ts';
import { reviewById } from '../../database/reviews.ts';
import { opinionsOfResult } from '../results/opinions.ts';
import type { ReviewResult } from '../results/tally-view.ts';
import { notReady } from './needs.ts';
import { frameOf, printedDate, titleWith } from './print.ts';

/** The notice as edited, or a proposal. Dates stay empty: only a person knows the calendar. */
export function noticeFieldsOf(db: ReadDb, reviewId: string): NoticeFields {
  const review = reviewById(db, reviewId);
  if (review.notice !== null) return JSON.parse(review.notice) as NoticeFields;
  return {
    title: `关于${titleWith(review, '结果的公示')}`,
    from: '',
    to: '',
    channel:
      '公示期间，单位和个人对公示内容有异议的，可以书面形式向组织单位提出，并写明理由和联系方式。单位提出的应加盖公章，个人提出的应署真实姓名。',
    issuer: review.organiser,
    date: '',
  };
}

/**
 * 公示 of the recommended enterprises. Names and codes only: no scores of members, no telephone numbers.
 * @throws AppError `not-ready` naming the empty or wrong fields
 */
export function noticeData(db: ReadDb, reviewId: string, result: ReviewResult, software: string): NoticeData {
  const fields = noticeFieldsOf(db, reviewId);
  requireFields(fields);
  const codes = new Map(activeDossiers(db, reviewId).map((row) => [row.id, row.credit_code]));
  const selected = opinionsOfResult(db, reviewId, result)
    .filter(({ conclusion }) => conclusion === 'recommend')
    .map(({ dossierId, name }) => ({ name, creditCode: codes.get(dossierId) }));
  const { basis } = result.round.scheme.source;
  const grounds = basis === undefined || basis.length === 0 ? '有关规定' : basis.join('、');
  return {
    ...frameOf(db, result.round.review, software),
    title: fields.title,
    basis: [
      `根据${grounds}，经企业申报、资格审查、评审组评审，下列${selected.length}家企业经评审组推荐，现予公示。`,
    ],
    selected,
    startDate: printedDate(fields.from),
    endDate: printedDate(fields.to),
    period: `共${daysBetween(fields.from, fields.to)}日，含首尾两日`,
    objection: {
      how: fields.channel
        .split(/\s*\n\s*/u)
        .join('')
        .trim(),
    },
    issuer: fields.issuer,
    date: printedDate(fields.date),
  };
}

function requireFields(fields: NoticeFields): void {
  const empty = (['title', 'from', 'to', 'channel', 'issuer', 'date'] as const).filter(
    (key) => fields[key].trim() === '',
  );
  const places = empty.map((path) => ({ path, reason: `document-need.notice-${path}` }));
  if (places.length > 0) throw notReady(places);
  const wrong = (['from', 'to', 'date'] as const).filter((key) => dayNumber(fields[key]) === null);
  if (wrong.length > 0) throw notReady(wrong.map((path) => ({ path, reason: 'word.dayWrong' })));
  if (daysBetween(fields.from, fields.to) < 1)
    throw notReady([{ path: 'to', reason: 'document-need.notice-dates' }]);
}

/** Days since 1970 of an ISO date; null for a day that isn't in the calendar. */
function dayNumber(plainDate: string): number | null {
  const ms = Date.parse(`${plainDate}T00:00:00Z`);
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== plainDate) return null;
  return ms / 86_400_000;
}

function daysBetween(from: string, to: string): number {
  return (dayNumber(to) ?? 0) - (dayNumber(from) ?? 0) + 1;
}
