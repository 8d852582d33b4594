import { randomBytes } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes unexpected errors into `<data>/errors.log`, without names or scores, and answers a reference. */
export function errorLog(dataFolder: string, nowMs: () => number): (error: unknown) => string {
  return (error) => {
    const reference = randomBytes(4).toString('hex').toUpperCase();
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    try {
      appendFileSync(
        join(dataFolder, 'errors.log'),
        `${new Date(nowMs()).toISOString()} ${reference}\n${stack}\n\n`,
        { mode: 0o600 },
      );
    } catch {
      // A full disk must not turn one error into another; the reference still names the moment.
    }
    return reference;
  };
}
