import { createHash } from 'node:crypto';
import { partBytes, type Part, type PartHeader } from './parts.ts';

export const PADDING_PART = 'padding';
const SMALLEST = 64 * 1024;
const MEBIBYTE = 1024 * 1024;
const LARGEST_POWER = 16 * MEBIBYTE;

/** Length that a content of `bytes` is filled up to: a power of two from 64 KiB, whole MiB above 16 MiB. */
export function bucketOf(bytes: number): number {
  if (bytes > LARGEST_POWER) return Math.ceil(bytes / MEBIBYTE) * MEBIBYTE;
  let bucket = SMALLEST;
  while (bucket < bytes) bucket *= 2;
  return bucket;
}

/** The last part of a letter: zeros that fill it exactly to its bucket, so that its size tells little. */
export function paddingPart(parts: readonly PartHeader[]): Part {
  // The four zero bytes that end the stream count too.
  const used = parts.reduce((sum, part) => sum + partBytes(part), 0) + 4;
  const size = paddingSize(used, bucketOf(used + 200));
  return { name: PADDING_PART, size, sha256: zerosHash(size), open: () => zeros(size) };
}

/** Its own header grows with the digits of its size; where no size fits, the next bucket is taken. */
function paddingSize(used: number, bucket: number): number {
  for (let digits = 1; digits <= 10; digits += 1) {
    const size =
      bucket - used - partBytes({ name: PADDING_PART, size: 0, sha256: '0'.repeat(64) }) - (digits - 1);
    if (size >= 0 && String(size).length === digits) return size;
  }
  return paddingSize(used, bucketOf(bucket + 1));
}

function* zeros(size: number): Generator<Uint8Array> {
  const block = Buffer.alloc(Math.min(size, MEBIBYTE));
  for (let left = size; left > 0; left -= block.byteLength)
    yield block.subarray(0, Math.min(left, block.byteLength));
}

function zerosHash(size: number): string {
  const hash = createHash('sha256');
  for (const block of zeros(size)) hash.update(block);
  return hash.digest('hex');
}
