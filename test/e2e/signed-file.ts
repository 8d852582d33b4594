import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';

const panel = join(import.meta.dirname, '..', '..', 'electron', 'cli', 'panel.ts');

export interface Said {
  readonly status: number | null;
  readonly text: string;
}

/** `panel verify` as a process of its own. */
export function verifyByCommand(file: string, options: readonly string[]): Said {
  const run = spawnSync(process.execPath, [panel, 'verify', file, ...options], { encoding: 'utf8' });
  return { status: run.status, text: `${run.stdout}${run.stderr}` };
}

/** Poppler's opinion of each signature; null where `pdfsig` is not installed. */
export function pdfsigVerdicts(file: string): readonly string[] | null {
  try {
    const said = execFileSync('pdfsig', ['-nocert', file], { encoding: 'utf8', stdio: 'pipe' });
    return [...said.matchAll(/Signature Validation: (.+)/g)].map(([, verdict]) => verdict ?? '');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
