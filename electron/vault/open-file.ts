import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { AppError } from '../../shared/api/problem.ts';
import { unsealStream } from '../signing/age-stream.ts';
import { sealedSize } from './vault-files.ts';

export interface SealedContent {
  readonly path: string;
  readonly size: number;
  /** SHA-256 of the plain bytes, lower-case hex. */
  readonly sha256: string;
  /** For the sentence that names the file. */
  readonly name: string;
}

/**
 * The plain bytes of a sealed file as a stream, checked to the last byte: the seal finds a changed byte in
 * its block of 64 KiB, the hash an exchanged file at the end.
 * @throws AppError `data-corrupt` naming the file: `material-missing`, `material-changed`
 */
export async function* openSealedFile(
  { path, size, sha256, name }: SealedContent,
  identity: string,
): AsyncGenerator<Uint8Array> {
  if (sealedSize(path) === null) throw new AppError('data-corrupt', { what: 'material-missing', name });
  const changed = (): AppError => new AppError('data-corrupt', { what: 'material-changed', name });
  const hash = createHash('sha256');
  let seen = 0;
  const plain = await unsealStream(createReadStream(path), identity).catch(() => {
    throw changed();
  });
  const chunks = plain[Symbol.asyncIterator]();
  try {
    for (;;) {
      const { done, value } = await chunks.next().catch(() => {
        throw changed();
      });
      if (done === true) break;
      seen += value.byteLength;
      hash.update(value);
      yield value;
    }
  } finally {
    await chunks.return?.();
  }
  if (seen !== size || hash.digest('hex') !== sha256) throw changed();
}

/** Reads a sealed file to its end without keeping it. @throws AppError as `openSealedFile` */
export async function checkSealedFile(
  content: SealedContent,
  identity: string,
  signal?: AbortSignal,
): Promise<void> {
  for await (const chunk of openSealedFile(content, identity)) {
    void chunk;
    if (signal?.aborted === true) throw new AppError('cancelled');
  }
}
