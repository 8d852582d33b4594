import { createText } from '../../../shared/text/index.ts';
import type { ReadDb } from '../../database/access.ts';
import { handoversOf, type HandoverRow } from '../../database/letters.ts';
import { reviewById } from '../../database/reviews.ts';
import type { HandoverRegisterData } from '../../documents/data.ts';
import { chinaInstant, frameOf, titleWith } from './print.ts';

/** 文件交接登记表 in the words of the screen. */
export function handoverRegisterData(db: ReadDb, reviewId: string, software: string): HandoverRegisterData {
  const review = reviewById(db, reviewId);
  return {
    ...frameOf(db, review, software),
    title: titleWith(review, '文件交接登记表'),
    rows: handoversOf(db, reviewId).map(rowOf),
  };
}

function rowOf(row: HandoverRow): HandoverRegisterData['rows'][number] {
  const text = createText('zh-CN');
  const values = JSON.parse(row.details) as Record<string, string | number>;
  const reason = row.reason === '' ? '' : text.of(`exchange.reason.${row.reason}`, values, '');
  const [, month = '', day = '', time = ''] =
    /^\d{4}-0?(\d{1,2})-0?(\d{1,2})T(\d{2}:\d{2})/u.exec(chinaInstant(row.made_ms)) ?? [];
  return {
    number: String(row.seq),
    time: `${month}月${day}日\n${time}`,
    direction: text(`exchange.direction.${row.direction}`),
    what: text.of(`exchange.kind.${row.kind}`, {}, text('exchange.kindUnknown')),
    party: row.party === '' ? '—' : row.party,
    way: text.of(`exchange.by.${row.carrier}`),
    size: sizeText(row.size),
    check: row.sha256.slice(0, 12),
    outcome: [text(`exchange.outcome.${row.outcome}`), reason].filter((part) => part !== '').join('：'),
  };
}

function sizeText(bytes: number): string {
  const kilobytes = Math.ceil(bytes / 1024);
  return kilobytes < 1024 ? `${kilobytes} KB` : `${Math.ceil(kilobytes / 1024)} MB`;
}
