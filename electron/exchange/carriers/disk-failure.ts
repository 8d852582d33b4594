import { AppError } from '../../../shared/api/problem.ts';
import { carrierFailure } from './carrier.ts';

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'gone',
  ENOTDIR: 'gone',
  ENODEV: 'gone',
  ENOTCONN: 'gone',
  ESTALE: 'gone',
  EHOSTDOWN: 'gone',
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
  EROFS: 'read-only',
  EACCES: 'read-only',
  EPERM: 'read-only',
};

/** An error of the file system as the failure of a carrier; a refusal of ours and an abort stay what they are. */
export function diskFailure(error: unknown): unknown {
  if (error instanceof AppError || !(error instanceof Error)) return error;
  if (error.name === 'AbortError') return new AppError('cancelled');
  const { code } = error as NodeJS.ErrnoException;
  return code === undefined ? error : carrierFailure(reasons[code] ?? 'disk');
}
