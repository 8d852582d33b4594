import { AppError } from '../../../shared/api/problem.ts';
import type { DocumentKind } from '../../../shared/schema/result.ts';
import type { BoundData, PaperContent } from '../../documents/data.ts';
import type { ReadDb } from '../../database/access.ts';
import type { ReviewRow } from '../../database/reviews.ts';
import type { Gathered } from './gather.ts';
import { frameOf, titleWith } from './print.ts';

/** Parts of the volume in the order of the file (归档顺序). */
const parts: readonly DocumentKind[] = [
  'minutes-archive',
  'ranking',
  'opinion-form',
  'filled-sheets',
  'rule-card',
  'sign-in',
  'notice',
  'letters',
];

/** All documents that the review can have by now; one that isn't ready is left out. */
export function boundData(
  db: ReadDb,
  review: ReviewRow,
  software: string,
  gather: (kind: DocumentKind) => Gathered,
): BoundData {
  const ready = parts.flatMap((kind) => {
    const gathered = gatherReady(kind, gather);
    if (gathered === null || gathered.pdf === null || gathered.pdf === 'everything') return [];
    const content = { kind: gathered.pdf, data: gathered.data } as PaperContent;
    return [{ title: gathered.title, content }];
  });
  return { ...frameOf(db, review, software), title: titleWith(review, '文件汇编'), parts: ready };
}

function gatherReady(kind: DocumentKind, gather: (kind: DocumentKind) => Gathered): Gathered | null {
  try {
    return gather(kind);
  } catch (error) {
    // The minutes are what the volume is about: what they lack is told.
    if (error instanceof AppError && error.problem.code === 'not-ready' && kind !== 'minutes-archive')
      return null;
    throw error;
  }
}
