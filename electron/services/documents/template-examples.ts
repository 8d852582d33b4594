import { templateFields, type TemplateKind } from '../../../shared/domain/document-template.ts';
import type { ReadDb } from '../../database/access.ts';
import { reviewById } from '../../database/reviews.ts';
import { noticeFieldsOf } from './notice-fields.ts';
import { titleWith } from './print.ts';
import { commonValues, meetingValues, type FieldValues } from './template-values.ts';

/** What stands for one enterprise where a letter is only looked at. */
const letterExample: FieldValues = {
  企业名称: '示例企业有限公司',
  统一社会信用代码: '91110108551385082Q',
  得分: '86.50',
  名次: '3',
  评审意见: '示例意见：申报材料齐全，经营计划可行。',
};

const conclusions: Readonly<Partial<Record<TemplateKind, string>>> = {
  'letter-recommend': '推荐',
  'letter-not-recommend': '不推荐',
  'letter-defer': '暂缓',
};

/** Values of a kind's fields in this review, invented ones where only a single enterprise has them. */
export function exampleValues(db: ReadDb, reviewId: string, kind: TemplateKind): FieldValues {
  const title =
    kind === 'minutes' ? titleWith(reviewById(db, reviewId), '会议纪要') : noticeFieldsOf(db, reviewId).title;
  const all: FieldValues = {
    ...commonValues(db, reviewId),
    ...meetingValues(db, reviewId),
    ...letterExample,
    结论: conclusions[kind] ?? '',
    标题: title,
    签署方式: '电子签名',
    异议渠道: noticeFieldsOf(db, reviewId).channel,
  };
  return Object.fromEntries(templateFields[kind].map((name) => [name, all[name] ?? '']));
}
