import { createHash } from 'node:crypto';
import { createWriteStream, mkdirSync, renameSync, rmSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { sealLetter, type LetterToSeal } from './letter.ts';

/** A sealed letter as a file of the outbox, complete and on disk. */
export interface StagedLetter {
  readonly id: string;
  readonly size: number;
  readonly sha256: string;
}

export function outboxPath(dataFolder: string, id: string): string {
  return join(dataFolder, 'outbox', `${id}.panel`);
}

/**
 * Seals a letter into `<data>/outbox/<id>.panel`: a temporary name, synced, then renamed. Streams; memory
 * stays flat. Aborting removes what was begun.
 */
export async function stageLetter(
  dataFolder: string,
  id: string,
  letter: LetterToSeal,
  signal?: AbortSignal,
): Promise<StagedLetter> {
  const path = outboxPath(dataFolder, id);
  const unfinished = `${path}.part`;
  mkdirSync(join(dataFolder, 'outbox'), { recursive: true, mode: 0o700 });
  const hash = createHash('sha256');
  let size = 0;
  async function* counted(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of stream) {
      hash.update(chunk);
      size += chunk.byteLength;
      yield chunk;
    }
  }
  try {
    const target = createWriteStream(unfinished, { mode: 0o600, flush: true });
    const source = Readable.from(counted(await sealLetter(letter)), { objectMode: false });
    await pipeline(source, target, signal === undefined ? {} : { signal });
    renameSync(unfinished, path);
    await syncFolder(join(dataFolder, 'outbox'));
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
  return { id, size, sha256: hash.digest('hex') };
}

/** A rename is durable once its folder is; Windows has no such call and needs none. */
async function syncFolder(folder: string): Promise<void> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(folder, 'r');
    await handle.sync();
  } catch {
    // Not offered by every system.
  } finally {
    await handle?.close();
  }
}
