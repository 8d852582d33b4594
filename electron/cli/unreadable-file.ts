import type { InputDefect } from './tally-defect.ts';

/** Why a named file couldn't be read, without the system's own words. */
export function unreadableFile(error: unknown): InputDefect {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  return { reason: code === 'ENOENT' ? 'file-missing' : 'file-unreadable', values: {} };
}
