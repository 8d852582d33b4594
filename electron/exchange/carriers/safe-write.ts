import { createHash } from 'node:crypto';
import { constants, createReadStream } from 'node:fs';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { carrierFailure, type LetterToPut } from './carrier.ts';
import { diskFailure } from './disk-failure.ts';

const blockBytes = 1024 * 1024;
/** A link or a pipe that somebody put there must neither be followed nor waited for; Windows has no such flags. */
export const plainFile = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/**
 * Writes a letter so that it is whole or not there: temporary name, sync, read back, rename, sync of the folder.
 * FAT and exFAT promise no atomic rename; readers there rely on the seal, which shows a missing end.
 * @throws carrierFailure `gone`, `full`, `read-only`, `disk`, `read-back`; AppError `cancelled`
 */
export async function safeWrite(folder: string, letter: LetterToPut, signal: AbortSignal): Promise<void> {
  const path = join(folder, letter.name);
  const unfinished = `${path}.part`;
  try {
    if (await isThere(path, letter, signal)) return;
    await writeThrough(unfinished, letter, signal);
    if (!(await holds(unfinished, letter, signal))) throw carrierFailure('read-back');
    await rename(unfinished, path);
    await syncFolder(folder);
  } catch (error) {
    // The folder may be gone with it; then there is nothing to clear away.
    await rm(unfinished, { force: true }).catch(() => undefined);
    throw diskFailure(error);
  }
}

async function writeThrough(path: string, letter: LetterToPut, signal: AbortSignal): Promise<void> {
  const handle = await open(path, 'w', 0o600);
  try {
    for await (const chunk of letter.open()) {
      signal.throwIfAborted();
      // One write may take only a part of it.
      for (let at = 0; at < chunk.byteLength;) at += (await handle.write(chunk, at)).bytesWritten;
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Whether this very letter lies there, read through to the end. */
async function holds(path: string, letter: LetterToPut, signal: AbortSignal): Promise<boolean> {
  const handle = await open(path, plainFile);
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of handle.createReadStream({ highWaterMark: blockBytes, signal })) {
    const bytes = chunk as Buffer;
    hash.update(bytes);
    size += bytes.byteLength;
  }
  return size === letter.size && hash.digest('hex') === letter.sha256;
}

/** A letter that was written before a power cut needs no second writing. */
async function isThere(path: string, letter: LetterToPut, signal: AbortSignal): Promise<boolean> {
  try {
    return await holds(path, letter, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

/** A file as a stream in large blocks. */
export function fileBytes(path: string): AsyncIterable<Uint8Array> {
  return createReadStream(path, { highWaterMark: blockBytes });
}

/** A rename is durable once its folder is; Windows has no such call and needs none. */
export async function syncFolder(folder: string): Promise<void> {
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
