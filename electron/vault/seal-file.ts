import { createHash } from 'node:crypto';
import { createWriteStream, mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError } from '../../shared/api/problem.ts';
import { sealStream } from '../signing/age-stream.ts';
import { sealedSize } from './vault-files.ts';

/** What is known of the bytes before they come; a difference refuses the file. */
export interface Expected {
  readonly size?: number | undefined;
  readonly sha256?: string | undefined;
}

export interface SealOptions {
  /** Name for the sentence of a refusal. */
  readonly name: string;
  /** `age1…` of the dossier's vault. */
  readonly recipient: string;
  readonly expected: Expected;
  /** Largest size that is taken. */
  readonly limitBytes: number;
  readonly signal?: AbortSignal | undefined;
  /** Bytes taken so far. */
  readonly progress?: ((bytes: number) => void) | undefined;
}

export interface SealedFile {
  readonly size: number;
  /** SHA-256 of the plain bytes, lower-case hex. */
  readonly sha256: string;
}

/**
 * Streams bytes into a sealed file, synced; memory stays flat. Whatever goes wrong, nothing is left behind.
 * @throws AppError `file-empty`, `file-too-large`, `conflict` (file-changed: other bytes than announced),
 *   `disk-full`, `disk-error`, `cancelled`
 */
export async function sealToFile(
  path: string,
  source: AsyncIterable<Uint8Array>,
  options: SealOptions,
): Promise<SealedFile> {
  const { name, recipient, expected, limitBytes, signal, progress } = options;
  const hash = createHash('sha256');
  let size = 0;
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of source) {
      size += chunk.byteLength;
      if (size > limitBytes)
        throw new AppError('file-too-large', {
          what: 'material-too-large',
          name,
          limit: Math.floor(limitBytes / 1e6),
        });
      hash.update(chunk);
      progress?.(size);
      yield chunk;
    }
  }
  let written = 0;
  async function* measured(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of stream) {
      written += chunk.byteLength;
      yield chunk;
    }
  }
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const target = createWriteStream(path, { mode: 0o600, flush: true });
    const sealed = Readable.from(measured(await sealStream(counted(), [recipient])), { objectMode: false });
    await pipeline(sealed, target, signal === undefined ? {} : { signal });
    const sha256 = hash.digest('hex');
    if (size === 0) throw new AppError('file-empty', { what: 'material-empty', name });
    if (size !== (expected.size ?? size) || sha256 !== (expected.sha256 ?? sha256)) {
      throw new AppError('conflict', { what: 'file-changed', name });
    }
    if (sealedSize(path) !== written) throw new AppError('disk-error', { name });
    return { size, sha256 };
  } catch (error) {
    rmSync(path, { force: true });
    throw signal?.aborted === true ? new AppError('cancelled') : diskProblem(error);
  }
}

const diskCodes: Readonly<Record<string, 'disk-full' | 'disk-read-only' | 'disk-error'>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EROFS: 'disk-read-only',
  EACCES: 'disk-read-only',
  EIO: 'disk-error',
};

/** What the disk said, as a problem of ours; anything else stays what it is. */
function diskProblem(error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException | null)?.code ?? '';
  const known = diskCodes[code];
  return known === undefined ? error : new AppError(known, { detail: code });
}
