import { encodeDer, readDer } from '../der.ts';
import type { DerNode } from '../der.ts';

/** A certificate in a bag in a safe in a file is about 20 deep. */
const DEEPEST = 32;

interface Read {
  /** The same value in DER. */
  readonly der: Buffer;
  readonly end: number;
}

/**
 * Reads a value that may be written in BER: indefinite lengths, long forms of short lengths and strings in
 * pieces, as Java and Windows write PKCS#12 files. Undefined when it isn't one whole value.
 */
export function readBer(bytes: Uint8Array): DerNode | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const value = convert(buffer, 0, 0);
  return value?.end === buffer.length ? readDer(value.der) : undefined;
}

function convert(bytes: Buffer, at: number, depth: number): Read | undefined {
  const [tag, first] = bytes.subarray(at);
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f || depth > DEEPEST) return undefined;
  if (first === 0x80)
    return (tag & 0x20) === 0 ? undefined : convertParts(bytes, tag, at + 2, undefined, depth);
  const count = first < 0x80 ? 0 : first & 0x7f;
  if (count > 4 || bytes.length < at + 2 + count) return undefined;
  const start = at + 2 + count;
  const end = start + (count === 0 ? first : bytes.readUIntBE(at + 2, count));
  if (end > bytes.length) return undefined;
  if ((tag & 0x20) !== 0) return convertParts(bytes, tag, start, end, depth);
  return { der: encodeDer(tag, bytes.subarray(start, end)), end };
}

/** The parts up to `end`, or up to the end mark of an indefinite length. */
function convertParts(
  bytes: Buffer,
  tag: number,
  start: number,
  end: number | undefined,
  depth: number,
): Read | undefined {
  const parts: Buffer[] = [];
  let at = start;
  while (at !== end) {
    if (end === undefined && bytes.readUInt16BE(Math.min(at, bytes.length - 2)) === 0)
      return join(tag, parts, at + 2);
    const part = convert(bytes, at, depth + 1);
    if (!part || (end !== undefined && part.end > end)) return undefined;
    parts.push(part.der);
    at = part.end;
  }
  return join(tag, parts, at);
}

/** An octet string in pieces becomes one; its tag is then that of a primitive. */
function join(tag: number, parts: readonly Buffer[], end: number): Read {
  const isPieces =
    tag === 0x24 || (tag === 0xa0 && parts.length > 0 && parts.every((part) => part[0] === 0x04));
  if (!isPieces || (tag === 0xa0 && parts.length === 1)) return { der: encodeDer(tag, ...parts), end };
  const contents = parts.map((part) => readDer(part)?.content ?? Buffer.alloc(0));
  return { der: encodeDer(tag === 0x24 ? 0x04 : 0x80, ...contents), end };
}
