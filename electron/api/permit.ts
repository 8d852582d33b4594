import { permissionOf, type MethodName } from '../../shared/api/contract.ts';
import { AppError } from '../../shared/api/problem.ts';
import { isAllowed } from '../../shared/domain/permission.ts';
import type { ReadDb } from '../database/access.ts';
import { reviewById } from '../database/reviews.ts';
import { seatOfPerson, type SeatRow } from '../database/seats.ts';
import type { SessionState } from './context.ts';

/**
 * Looks the method up in the permission table for this session and the review that the input names.
 * @returns the seat of the unlocked person in that review, null without one
 * @throws AppError `locked`, `not-permitted`, `wrong-phase`, `not-found`
 */
export function permit(db: ReadDb, name: MethodName, session: SessionState, input: unknown): SeatRow | null {
  const permission = permissionOf[name];
  const reviewId = reviewIdOf(input);
  const review = reviewId === null ? null : reviewById(db, reviewId);
  const seat =
    review === null || session.person === null
      ? null
      : (seatOfPerson(db, review.id, session.person.personId) ?? null);
  const rights = seat === null ? null : { role: seat.role, chair: seat.chair === 1 };
  if (!isAllowed(permission, session.person !== null, rights)) {
    throw new AppError(session.person === null ? 'locked' : 'not-permitted');
  }
  if (review !== null && !permission.phases.includes(review.phase)) {
    throw new AppError('wrong-phase', { phase: review.phase });
  }
  return seat;
}

function reviewIdOf(input: unknown): string | null {
  if (typeof input !== 'object' || input === null || !Object.hasOwn(input, 'reviewId')) return null;
  const value: unknown = (input as { reviewId: unknown }).reviewId;
  return typeof value === 'string' ? value : null;
}
