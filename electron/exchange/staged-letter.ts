import { createHash } from 'node:crypto';
import {
  closeSync,
  createReadStream,
  createWriteStream,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError } from '../../shared/api/problem.ts';
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

/** A small file of the outbox that isn't sealed, written inside the act that queues it. */
export function stagePlain(dataFolder: string, id: string, bytes: Uint8Array): StagedLetter {
  const path = outboxPath(dataFolder, id);
  mkdirSync(join(dataFolder, 'outbox'), { recursive: true, mode: 0o700 });
  const target = openSync(`${path}.part`, 'w', 0o600);
  try {
    writeSync(target, bytes);
    fsyncSync(target);
  } finally {
    closeSync(target);
  }
  renameSync(`${path}.part`, path);
  return { id, size: bytes.byteLength, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** Reads a staged letter back from disk. @throws AppError `disk-error` when it isn't what was written */
export async function readBackStaged(dataFolder: string, staged: StagedLetter): Promise<void> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of createReadStream(outboxPath(dataFolder, staged.id)) as AsyncIterable<Buffer>) {
    size += chunk.byteLength;
    hash.update(chunk);
  }
  if (size !== staged.size || hash.digest('hex') !== staged.sha256) throw new AppError('disk-error');
}

/** Takes a staged letter away again whose act was refused. */
export function dropStagedLetter(dataFolder: string, id: string): void {
  rmSync(outboxPath(dataFolder, id), { force: true });
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
