/**
 * DER (X.690), the little of it that certificates and CMS need. Reading is strict: shortest lengths,
 * nothing left over, so that every accepted byte string has exactly one meaning.
 */
export interface DerNode {
  /** The identifier byte, e.g. 0x30 for SEQUENCE. */
  readonly tag: number;
  readonly content: Buffer;
  /** The whole encoding, identifier and length included. */
  readonly raw: Buffer;
  /** Filled for constructed nodes. */
  readonly children: readonly DerNode[];
}

/** A signing-certificate attribute alone is 17 deep. */
const DEEPEST = 32;

export function encodeDer(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const size = content.length;
  if (size < 128) return Buffer.concat([Buffer.from([tag, size]), content]);
  const hex = size.toString(16);
  const length = Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex');
  return Buffer.concat([Buffer.from([tag, 0x80 | length.length]), length, content]);
}

export function sequence(...parts: readonly Uint8Array[]): Buffer {
  return encodeDer(0x30, ...parts);
}

/** SET OF in DER order (bytewise). */
export function setOf(...parts: readonly Uint8Array[]): Buffer {
  return encodeDer(0x31, ...parts.toSorted((left, right) => Buffer.compare(left, right)));
}

/** Takes a non-negative number as big-endian bytes. */
export function integer(bytes: Uint8Array): Buffer {
  let start = 0;
  while (start < bytes.length - 1 && bytes[start] === 0) start += 1;
  const body = bytes.subarray(start);
  return encodeDer(0x02, (body[0] ?? 0) >= 0x80 ? Buffer.from([0]) : Buffer.alloc(0), body);
}

export function objectId(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const bytes = [first * 40 + second, ...rest].flatMap((arc) => {
    const groups = [arc % 128];
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) {
      groups.unshift((left % 128) + 128);
    }
    return groups;
  });
  return encodeDer(0x06, Buffer.from(bytes));
}

export function octetString(bytes: Uint8Array): Buffer {
  return encodeDer(0x04, bytes);
}

export function bitString(bytes: Uint8Array, unusedBits = 0): Buffer {
  return encodeDer(0x03, Buffer.from([unusedBits]), bytes);
}

export function utf8String(text: string): Buffer {
  return encodeDer(0x0c, Buffer.from(text, 'utf8'));
}

/** UTCTime up to 2049, GeneralizedTime after, as RFC 5280 wants. Whole seconds. */
export function time(date: Date): Buffer {
  const digits = date.toISOString().replaceAll(/[-:T]/g, '').slice(0, 14);
  const year = date.getUTCFullYear();
  if (year >= 1950 && year < 2050) return encodeDer(0x17, Buffer.from(`${digits.slice(2)}Z`));
  return encodeDer(0x18, Buffer.from(`${digits}Z`));
}

/** One DER value that fills `bytes` exactly, or undefined. */
export function readDer(bytes: Uint8Array): DerNode | undefined {
  const node = readFirstDer(Buffer.from(bytes));
  return node?.raw.length === bytes.length ? node : undefined;
}

/** The DER value at the start; what follows is the caller's to judge. */
export function readFirstDer(bytes: Buffer, depth = 0): DerNode | undefined {
  const [tag, first] = bytes;
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f || depth > DEEPEST) return undefined;
  let size = first;
  let start = 2;
  if (first >= 0x80) {
    const count = first & 0x7f;
    start += count;
    if (count < 1 || count > 4 || bytes.length < start) return undefined;
    size = bytes.readUIntBE(2, count);
    if (size < 128 || bytes[2] === 0) return undefined;
  }
  if (bytes.length < start + size) return undefined;
  const content = bytes.subarray(start, start + size);
  const children = (tag & 0x20) === 0 ? [] : readChildren(content, depth + 1);
  return children && { tag, content, raw: bytes.subarray(0, start + size), children };
}

function readChildren(content: Buffer, depth: number): DerNode[] | undefined {
  const children: DerNode[] = [];
  for (let at = 0; at < content.length;) {
    const child = readFirstDer(content.subarray(at), depth);
    if (!child) return undefined;
    children.push(child);
    at += child.raw.length;
  }
  return children;
}
