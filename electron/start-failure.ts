import { AppError } from '../shared/api/problem.ts';
import type { Text } from '../shared/text/index.ts';

/** What a host says when it can't open: that it didn't start, and why, in sentences. */
export function failureLines(text: Text, error: unknown): readonly string[] {
  const problem = error instanceof AppError ? error.problem : ({ code: 'unexpected' } as const);
  const cause = error instanceof AppError || !(error instanceof Error) ? [] : [error.message];
  return [text('host.notStarted'), ...text.problem(problem), ...cause];
}
