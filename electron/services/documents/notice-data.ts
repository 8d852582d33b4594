import type { NoticeFields } from '../../../shared/schema/result.ts';
import type { NoticeData } from '../../documents/data.ts';
import type { ReadDb } from '../../database/access.ts';
import { activeDossiers } from '../../database/dossiers.ts';
import { opinionsOfResult } from '../results/opinions.ts';
import type { ReviewResult } from '../results/tally-view.ts';
import { notReady } from './needs.ts';
import { dayNumber, daysBetween, noticeFieldsOf, printedPeriod } from './notice-fields.ts';
import { frameOf, printedDate } from './print.ts';
import { commonValues } from './template-values.ts';
import { templateOf, wordingOf, type TemplateDrafts } from './wording.ts';

export interface NoticeChoice {
  readonly software: string;
  /** Fields that a preview tries out. */
  readonly notice?: NoticeFields | undefined;
  readonly templates?: TemplateDrafts | undefined;
}

/**
 * 公示 of the recommended enterprises. Names and codes only: no scores of members, no telephone numbers.
 * @throws AppError `not-ready` naming the empty or wrong fields
 */
export function noticeData(
  db: ReadDb,
  reviewId: string,
  result: ReviewResult,
  choice: NoticeChoice,
): NoticeData {
  const fields = choice.notice ?? noticeFieldsOf(db, reviewId);
  requireFields(fields);
  const codes = new Map(activeDossiers(db, reviewId).map((row) => [row.id, row.credit_code]));
  const selected = opinionsOfResult(db, reviewId, result)
    .filter(({ conclusion }) => conclusion === 'recommend')
    .map(({ dossierId, name }) => ({ name, creditCode: codes.get(dossierId) }));
  const values = {
    ...commonValues(db, reviewId),
    推荐企业数: String(selected.length),
    标题: fields.title,
    落款日期: printedDate(fields.date),
    公示开始: printedDate(fields.from),
    公示结束: printedDate(fields.to),
    公示期限: printedPeriod(fields),
    异议渠道: fields.channel
      .split(/\s*\n\s*/u)
      .join('')
      .trim(),
  };
  const wording = wordingOf(templateOf(db, reviewId, 'notice', choice.templates), values);
  const given = (text: string): string | undefined => text.trim() || undefined;
  return {
    ...frameOf(db, result.round.review, choice.software),
    head: wording.head,
    number: wording.number,
    title: wording.title,
    opening: wording.opening,
    selected,
    closing: wording.closing,
    contact: {
      department: given(fields.department),
      address: given(fields.address),
      telephone: given(fields.telephone),
      email: given(fields.email),
    },
    issuer: fields.issuer,
    date: wording.date,
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
