import { AppError } from '../../../shared/api/problem.ts';
import type { QueryContext } from '../../api/context.ts';

/**
 * The permission table lets anybody who is unlocked exchange letters, because a laptop may belong to no review
 * yet; within a review it takes a seat. @throws AppError `not-permitted`
 */
export function requireSeat(context: QueryContext, reviewId: string | null): void {
  if (reviewId !== null && context.seat === null) throw new AppError('not-permitted');
}
