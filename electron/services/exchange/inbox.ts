import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Upload } from '../../api/context.ts';
import { fileBytes } from '../../exchange/carriers/safe-write.ts';
import { inboxFolder, type Tray } from './exchange-desk.ts';
import type { Candidate } from './take-letters.ts';

const INBOX_NAME = /^[0-9a-f]{64}\.panel$/u;

/**
 * Keeps a dropped letter, still sealed, until it is judged: it may need another one that comes later.
 * Named by its bytes, never by the name that it came with.
 */
export function keepInInbox(
  dataFolder: string,
  reviewId: string,
  tray: Tray,
  { name, bytes, sha256 }: Upload,
): string {
  const folder = inboxFolder(dataFolder, reviewId);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const own = `${sha256}.panel`;
  const path = join(folder, own);
  writeFileSync(`${path}.part`, bytes, { mode: 0o600, flush: true });
  renameSync(`${path}.part`, path);
  tray.namesOfInbox.set(own, name);
  return own;
}

/** The letters that wait in the inbox; `only` those of one pile, where given. */
export function inboxCandidates(
  dataFolder: string,
  reviewId: string,
  tray: Tray,
  only?: ReadonlySet<string>,
): Candidate[] {
  const folder = inboxFolder(dataFolder, reviewId);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => INBOX_NAME.test(name) && (only?.has(name) ?? true))
    .map((name) => {
      const path = join(folder, name);
      return {
        name,
        shownName: tray.namesOfInbox.get(name) ?? name,
        size: statSync(path).size,
        key: `hand ${name}`,
        open: () => fileBytes(path),
        carrier: 'hand',
        done: () => rmSync(path, { force: true }),
      };
    });
}
