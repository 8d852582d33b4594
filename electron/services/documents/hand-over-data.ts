import type { HandOverData } from '../../documents/data.ts';
import type { ReadDb } from '../../database/access.ts';
import { documentsOf } from '../../database/documents.ts';
import { reviewById } from '../../database/reviews.ts';
import { chinaDay, frameOf, printedDate, titleWith } from './print.ts';

/** Rows of an ordinary register on one page. */
const rowsOfPage = 22;

/** 文件交接登记表 with the documents in force, the register itself left out. */
export function handOverData(db: ReadDb, reviewId: string, software: string): HandOverData {
  const review = reviewById(db, reviewId);
  const rows = documentsOf(db, reviewId)
    .filter(({ superseded_ms: superseded, kind }) => superseded === null && kind !== 'hand-over')
    .toReversed()
    .map(({ title, created_ms: made }) => ({ name: title, made: printedDate(chinaDay(made)) }));
  return {
    ...frameOf(db, review, software),
    title: titleWith(review, '文件交接登记表'),
    rows,
    spareRows: Math.max(5, rowsOfPage - rows.length),
  };
}
