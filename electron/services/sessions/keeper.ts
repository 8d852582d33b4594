import { AppError } from '../../../shared/api/problem.ts';
import type { QueryContext } from '../../api/context.ts';
import { seatById, type SeatRow } from '../../database/seats.ts';

/**
 * The chair or the deputy: the one who opens the inner layer and signs absences.
 * @throws AppError `bad-input` for any other seat
 */
export function requireKeeper(context: QueryContext, reviewId: string, seatId: string): SeatRow {
  const seat = seatById(context.db, reviewId, seatId);
  if (seat.chair !== 1 && seat.deputy !== 1)
    throw new AppError('bad-input', { what: 'keeper', name: seat.name });
  return seat;
}
