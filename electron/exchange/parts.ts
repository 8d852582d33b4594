import { createHash } from 'node:crypto';
import { AppError } from '../../shared/api/problem.ts';

/**
 * A stream of named parts, the inside of every letter and of the result bundle (resources/spec/exchange.md):
 * a four-byte length and a JSON header, then the bytes, part after part; a length of 0 ends the stream.
 */
export interface PartHeader {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** SHA-256 of the bytes, lower-case hex. */
  readonly sha256: string;
}

export interface Part extends PartHeader {
  /** The bytes; called once, when the part is written. */
  readonly open: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** A part whose bytes arrive while the stream is read; it must be read to its end before the next one. */
export interface IncomingPart extends PartHeader {
  readonly bytes: AsyncIterable<Uint8Array>;
}

export const PART_LIMITS = { headerBytes: 4096, parts: 10_000, totalBytes: 4 * 1024 ** 3 } as const;

/** Lower case only, so that no two names differ by case; never a way out of a folder. */
const SEGMENT = /^[a-z0-9][a-z0-9._-]{0,119}$/u;
const MOST_SEGMENTS = 5;

export function isPartName(name: string): boolean {
  const segments = name.split('/');
  return (
    segments.length <= MOST_SEGMENTS && segments.every((one) => SEGMENT.test(one)) && !name.includes('..')
  );
}

/** A part of bytes that are in memory. */
export function bytesPart(name: string, bytes: Uint8Array): Part {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { name, size: bytes.byteLength, sha256, open: () => [bytes] };
}

export function textPart(name: string, text: string): Part {
  return bytesPart(name, Buffer.from(text, 'utf8'));
}

/**
 * The stream of these parts. @throws AppError `data-corrupt` when a part's bytes differ from its header,
 * e.g. because a file changed meanwhile
 */
export async function* writeParts(parts: Iterable<Part> | AsyncIterable<Part>): AsyncGenerator<Uint8Array> {
  for await (const { name, size, sha256, open } of parts) {
    if (!isPartName(name)) throw refused('part-name', { name });
    yield headerBytes({ name, size, sha256 });
    const hash = createHash('sha256');
    let written = 0;
    for await (const chunk of open()) {
      hash.update(chunk);
      written += chunk.byteLength;
      yield chunk;
    }
    if (written !== size || hash.digest('hex') !== sha256) throw refused('part-changed', { name });
  }
  yield Buffer.alloc(4);
}

/** Bytes that the header and the contents of a part take in the stream. */
export function partBytes(part: PartHeader): number {
  return headerBytes(part).byteLength + part.size;
}

function headerBytes({ name, size, sha256 }: PartHeader): Buffer {
  const text = Buffer.from(JSON.stringify({ name, size, sha256 }), 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.byteLength);
  return Buffer.concat([length, text]);
}

/**
 * Reads a stream of parts; the hash of each is checked at its end. A part that wasn't read is skipped, still
 * checked. @throws AppError `data-corrupt`, reasons `part-header`, `part-name`, `part-repeated`, `part-hash`,
 * `too-many`, `too-large`, `truncated`, `after-end`
 */
export async function* readParts(source: AsyncIterable<Uint8Array>): AsyncGenerator<IncomingPart> {
  const reader = new ByteReader(source);
  const names = new Set<string>();
  let total = 0;
  for (;;) {
    const length = (await reader.exactly(4)).readUInt32BE();
    if (length === 0) break;
    if (length > PART_LIMITS.headerBytes) throw refused('part-header');
    const header = readHeader((await reader.exactly(length)).toString('utf8'));
    if (names.has(header.name)) throw refused('part-repeated', { name: header.name });
    names.add(header.name);
    total += header.size;
    if (names.size > PART_LIMITS.parts) throw refused('too-many');
    if (total > PART_LIMITS.totalBytes) throw refused('too-large');
    const part = reader.part(header);
    yield { ...header, bytes: part.chunks() };
    // What the caller left unread is read here, so that its hash is checked and the next part is found.
    for await (const chunk of part.chunks()) void chunk;
  }
  if (!(await reader.atEnd())) throw refused('after-end');
}

/** One header in its one form. @throws AppError `data-corrupt`, reasons `part-header`, `part-name` */
export function readHeader(text: string): PartHeader {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw refused('part-header');
  }
  const { name, size, sha256 } = (value ?? {}) as Record<string, unknown>;
  // Written again it must be the same text: one header has one form, no repeated or further keys.
  if (typeof name !== 'string' || JSON.stringify({ name, size, sha256 }) !== text)
    throw refused('part-header');
  if (!isPartName(name)) throw refused('part-name', { name: name.slice(0, 200) });
  if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0) throw refused('part-header');
  if (typeof sha256 !== 'string' || !/^[0-9a-f]{64}$/u.test(sha256)) throw refused('part-header');
  return { name, size, sha256 };
}

class ByteReader {
  readonly #source: AsyncIterator<Uint8Array>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  async atEnd(): Promise<boolean> {
    while (this.#rest.byteLength === 0) if (!(await this.#more())) return true;
    return false;
  }

  async exactly(count: number): Promise<Buffer> {
    const pieces: Buffer[] = [];
    for (let left = count; left > 0;) {
      const piece = await this.#atMost(left);
      pieces.push(piece);
      left -= piece.byteLength;
    }
    return Buffer.concat(pieces);
  }

  /** The bytes of one part; `chunks` goes on where it was left. */
  part({ name, size, sha256 }: PartHeader): { chunks: () => AsyncGenerator<Uint8Array> } {
    const hash = createHash('sha256');
    const take = (count: number): Promise<Buffer> => this.#atMost(count);
    let left = size;
    let checked = false;
    return {
      async *chunks() {
        while (left > 0) {
          const piece = await take(left);
          left -= piece.byteLength;
          hash.update(piece);
          yield piece;
        }
        if (checked) return;
        checked = true;
        if (hash.digest('hex') !== sha256) throw refused('part-hash', { name });
      },
    };
  }

  async #atMost(count: number): Promise<Buffer> {
    while (this.#rest.byteLength === 0) if (!(await this.#more())) throw refused('truncated');
    const piece = this.#rest.subarray(0, count);
    this.#rest = this.#rest.subarray(piece.byteLength);
    return piece;
  }

  async #more(): Promise<boolean> {
    const { done, value } = await this.#source.next();
    if (done === true) return false;
    this.#rest = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
    return true;
  }
}

/** One shape of refusal for all files of the exchange; `reason` is a key of text subject `exchange`. */
export function refused(reason: string, values: Readonly<Record<string, string | number>> = {}): AppError {
  return new AppError('data-corrupt', { what: 'exchange', reason, ...values });
}
