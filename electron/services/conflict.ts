import { AppError } from '../../shared/api/problem.ts';

/** A conflict whose `what` is also the key of the sentence that explains it; `path` names the input. */
export function conflict(
  path: string,
  values: Readonly<Record<string, string | number>> & { readonly what: string },
): AppError {
  return new AppError('conflict', values, [{ path, reason: values.what, values }]);
}
