import { AppError } from '../../shared/api/problem.ts';

/** A conflict that `what` explains (text `refused.<what>`); `path` names the wrong input, empty for none. */
export function conflict(
  path: string,
  values: Readonly<Record<string, string | number>> & { readonly what: string },
): AppError {
  const places = path === '' ? undefined : [{ path, reason: `refused.${values.what}`, values }];
  return new AppError('conflict', values, places);
}
