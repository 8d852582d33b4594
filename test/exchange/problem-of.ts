import { AppError, type Problem } from '../../shared/api/problem.ts';

/** The problem with which the work is refused. Fails when it isn't refused, or by another error. */
export async function problemOf(work: Promise<unknown>): Promise<Problem> {
  try {
    await work;
  } catch (error) {
    if (error instanceof AppError) return error.problem;
    throw error;
  }
  throw new Error('nothing was refused');
}
