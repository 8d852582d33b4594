import {
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  openSync,
  fsyncSync,
  closeSync,
} from 'node:fs';
import { join } from 'node:path';
import { carrierFailure } from './carrier.ts';
import { diskFailure } from './disk-failure.ts';

/**
 * Lies in every folder or stick chosen as carrier. Without it a mount point whose network drive or stick is
 * missing would look like an empty folder and take letters that nobody ever reads.
 */
export const MARKER = 'paneldesk-carrier.txt';
const LINE = /^paneldesk-carrier\/1 ([0-9a-f-]{36})\n$/u;

/** Id of a marked folder; undefined for one without a readable marker. */
export function markerOf(folder: string): string | undefined {
  try {
    const path = join(folder, MARKER);
    if (statSync(path).size > 100) return undefined;
    return LINE.exec(readFileSync(path, 'utf8'))?.[1];
  } catch {
    return undefined;
  }
}

/**
 * Marks a folder, or answers the id that it bears already: every laptop of a review knows one carrier by one id.
 * @throws carrierFailure `gone`, `full`, `read-only`, `disk`
 */
export function markFolder(folder: string, newId: string): string {
  const known = markerOf(folder);
  try {
    if (known !== undefined) requireWritable(folder, newId);
    if (known !== undefined) return known;
    const path = join(folder, MARKER);
    const file = openSync(path, 'w', 0o644);
    writeFileSync(file, `paneldesk-carrier/1 ${newId}\n`);
    fsyncSync(file);
    closeSync(file);
  } catch (error) {
    throw diskFailure(error);
  }
  if (markerOf(folder) !== newId) throw carrierFailure('read-back');
  return newId;
}

/** A folder that can only be read carries nothing back. */
function requireWritable(folder: string, newId: string): void {
  const trial = join(folder, `.${newId}.part`);
  mkdirSync(trial);
  rmSync(trial, { recursive: true });
}
