import { AppError } from '../../../shared/api/problem.ts';
import type { ReadDb } from '../../database/access.ts';
import { firstBrokenEntry, recordOf, type RecordRow } from '../../database/record.ts';

/** The record of a review with its chain of hashes recomputed. @throws AppError `data-corrupt` naming the first wrong entry */
export function soundRecord(db: ReadDb, reviewId: string): RecordRow[] {
  const rows = recordOf(db, reviewId);
  const broken = firstBrokenEntry(rows, reviewId);
  if (broken !== undefined) throw new AppError('data-corrupt', { detail: `record ${broken}` });
  return rows;
}
