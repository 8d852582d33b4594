import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { LONGEST_HEADER } from '../letter-address.ts';
import type { FoundLetter, Look } from './carrier.ts';
import { diskFailure } from './disk-failure.ts';
import { plainFile } from './safe-write.ts';
import { MARKER } from './marker.ts';

/** Between the two looks at a file that wasn't there before. */
const settleMs = 200;

interface Seen {
  readonly mark: string;
  /** Addressee; null for a file that isn't ours. */
  readonly to: string | null;
}

/** Remembers what it saw, so that only new files are looked at twice and opened for their address line. */
export function folderLooker(): (folder: string, addressee: string) => Promise<Look> {
  let seen = new Map<string, Seen>();
  return async (folder, addressee) => {
    try {
      const before = await marksOf(folder);
      const isNew = [...before].some(([name, { mark }]) => seen.get(name)?.mark !== mark);
      if (isNew) await wait(settleMs);
      const after = isNew ? await marksOf(folder) : before;
      const settled = new Map<string, Seen>();
      const letters: FoundLetter[] = [];
      let unfinished = 0;
      for (const [name, file] of after) {
        const known = seen.get(name);
        const still = before.get(name)?.mark === file.mark && file.size > 0;
        if (!still) unfinished += 1;
        if (!still) continue;
        const to = known?.mark === file.mark ? known.to : await addresseeIn(join(folder, name));
        if (to === undefined) continue;
        settled.set(name, { mark: file.mark, to });
        if (to === addressee) letters.push({ name, ...file });
      }
      seen = settled;
      const strangers = [...settled].filter(([, { to }]) => to === null).map(([name]) => name);
      return { letters, strangers, unfinished };
    } catch (error) {
      throw diskFailure(error);
    }
  };
}

/** Plain files with the names of letters, whatever a file manager or a synchroniser made of them. */
async function marksOf(folder: string): Promise<Map<string, { size: number; mark: string }>> {
  const found = new Map<string, { size: number; mark: string }>();
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const { name } = entry;
    if (!entry.isFile() || name.startsWith('.') || name === MARKER || isUnfinished(name)) continue;
    try {
      const { size, mtimeMs } = await stat(join(folder, name));
      found.set(name, { size, mark: `${size} ${mtimeMs}` });
    } catch (error) {
      // Taken away meanwhile.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
  return found;
}

function isUnfinished(name: string): boolean {
  return /\.(?:part|tmp|crdownload|partial)$/iu.test(name);
}

/** The line may be of a newer program; the letter's own reader then says so. */
const ADDRESS_LINE = /^paneldesk-letter\/[0-9]{1,4} [a-z-]{1,24} ([0-9a-f]{16})\n/u;

/** Reads the address line only. Undefined when the file went away or can't be read just now. */
async function addresseeIn(path: string): Promise<string | null | undefined> {
  try {
    const handle = await open(path, plainFile);
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(LONGEST_HEADER + 1), 0);
      return ADDRESS_LINE.exec(buffer.toString('latin1', 0, bytesRead))?.[1] ?? null;
    } finally {
      await handle.close();
    }
  } catch {
    return undefined;
  }
}
