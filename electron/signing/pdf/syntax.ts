/** Why a file can't be read at all; a reason, never a judgement about its signatures. */
export class PdfError extends Error {
  readonly reason: string;
  constructor(reason: string, at = -1) {
    super(at < 0 ? reason : `${reason} at byte ${at}`);
    this.name = 'PdfError';
    this.reason = reason;
  }
}

/** Byte positions of a value in the file: first byte and the one after the last. */
interface Span {
  readonly start: number;
  readonly end: number;
}

export type PdfValue =
  | (Span & { readonly kind: 'word' | 'number' | 'name'; readonly text: string })
  | (Span & { readonly kind: 'string'; readonly bytes: Buffer; readonly hex: boolean })
  | (Span & { readonly kind: 'reference'; readonly object: number; readonly generation: number })
  | (Span & { readonly kind: 'array'; readonly items: readonly PdfValue[] })
  | PdfDictionary;

export type PdfDictionary = Span & {
  readonly kind: 'dictionary';
  readonly entries: ReadonlyMap<string, PdfValue>;
};

const DEEPEST = 64;
const blank = /[\0\t\n\f\r ]*/y;
const comment = /%[^\r\n]*/y;
const reference = /(\d{1,10})[\0\t\n\f\r ]+(\d{1,5})[\0\t\n\f\r ]+R(?![^\0\t\n\f\r ()<>[\]{}/%])/y;
const number = /[+-]?(?:\d+\.?\d*|\.\d+)/y;
const name = /\/([^\0\t\n\f\r ()<>[\]{}/%]*)/y;
const word = /true|false|null/y;
const hexadecimal = /<([0-9A-Fa-f\0\t\n\f\r ]*)>/y;

/** Matches a sticky pattern at one place of the file (read as latin1, so that index = byte). */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** The place after blanks and comments. */
export function skipBlank(text: string, at: number): number {
  let reached = skipWhite(text, at);
  for (let found = matchAt(comment, text, reached); found; found = matchAt(comment, text, reached)) {
    reached = skipWhite(text, reached + found[0].length);
  }
  return reached;
}

/** The place after white space only. */
export function skipWhite(text: string, at: number): number {
  return at + (matchAt(blank, text, at)?.[0].length ?? 0);
}

/** Reads the value at or after `at`. Throws `PdfError`. */
export function readValue(text: string, at: number, depth = 0): PdfValue {
  if (depth > DEEPEST) throw new PdfError('structure', at);
  const start = skipBlank(text, at);
  if (text.startsWith('<<', start)) return readDictionary(text, start, depth);
  if (text[start] === '[') return readArray(text, start, depth);
  if (text[start] === '(') return readLiteral(text, start);
  return readAtom(text, start);
}

function readAtom(text: string, start: number): PdfValue {
  const hex = matchAt(hexadecimal, text, start);
  if (hex) {
    const digits = (hex[1] ?? '').replaceAll(/[^0-9A-Fa-f]/g, '');
    const bytes = Buffer.from(digits.padEnd(digits.length + (digits.length % 2), '0'), 'hex');
    return { kind: 'string', bytes, hex: true, start, end: start + hex[0].length };
  }
  const named = matchAt(name, text, start);
  if (named) {
    const decoded = (named[1] ?? '').replaceAll(/#([0-9A-Fa-f]{2})/g, (_all, code: string) =>
      String.fromCharCode(Number(`0x${code}`)),
    );
    return { kind: 'name', text: decoded, start, end: start + named[0].length };
  }
  const pointed = matchAt(reference, text, start);
  if (pointed) {
    const [all, object, generation] = pointed;
    const target = { object: Number(object), generation: Number(generation) };
    return { kind: 'reference', ...target, start, end: start + all.length };
  }
  const counted = matchAt(number, text, start);
  if (counted) return { kind: 'number', text: counted[0], start, end: start + counted[0].length };
  const spelt = matchAt(word, text, start);
  if (spelt) return { kind: 'word', text: spelt[0], start, end: start + spelt[0].length };
  throw new PdfError('structure', start);
}

function readArray(text: string, start: number, depth: number): PdfValue {
  const items: PdfValue[] = [];
  let at = skipBlank(text, start + 1);
  while (text[at] !== ']') {
    const item = readValue(text, at, depth + 1);
    items.push(item);
    at = skipBlank(text, item.end);
  }
  return { kind: 'array', items, start, end: at + 1 };
}

function readDictionary(text: string, start: number, depth: number): PdfDictionary {
  const entries = new Map<string, PdfValue>();
  let at = skipBlank(text, start + 2);
  while (!text.startsWith('>>', at)) {
    const key = readAtom(text, at);
    // Readers disagree about which of two equal keys counts, so a file with them says two things.
    if (key.kind !== 'name' || entries.has(key.text)) throw new PdfError('structure', at);
    const value = readValue(text, key.end, depth + 1);
    entries.set(key.text, value);
    at = skipBlank(text, value.end);
  }
  return { kind: 'dictionary', entries, start, end: at + 2 };
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function readLiteral(text: string, start: number): PdfValue {
  let decoded = '';
  let open = 0;
  for (let at = start; at < text.length; at += 1) {
    const letter = text.charAt(at);
    if (letter === '\\') {
      const octal = matchAt(/[0-7]{1,3}/y, text, at + 1)?.[0];
      const next = text.charAt(at + 1);
      decoded += octal ? String.fromCharCode(Number(`0o${octal}`) & 0xff) : (escapes[next] ?? next);
      at += octal?.length ?? 1;
      continue;
    }
    if (letter === '(' && (open += 1) === 1) continue;
    if (letter === ')' && (open -= 1) === 0) {
      return { kind: 'string', bytes: Buffer.from(decoded, 'latin1'), hex: false, start, end: at + 1 };
    }
    decoded += letter;
  }
  throw new PdfError('structure', start);
}

/** One text for one meaning, whatever the spacing and the way strings are written. */
export function canonical(value: PdfValue): string {
  switch (value.kind) {
    case 'string':
      return `<${value.bytes.toString('hex')}>`;
    case 'reference':
      return `${value.object} ${value.generation} R`;
    case 'array':
      return `[${value.items.map(canonical).join(' ')}]`;
    case 'dictionary': {
      const keys = [...value.entries.keys()].toSorted();
      return `<<${keys.map((key) => `${JSON.stringify(key)} ${canonicalEntry(value, key)}`).join(' ')}>>`;
    }
    case 'name':
      return `/${JSON.stringify(value.text)}`;
    default:
      return value.text;
  }
}

/** `canonical` of one entry; empty when it is missing. */
export function canonicalEntry(dictionary: PdfDictionary, key: string): string {
  const value = dictionary.entries.get(key);
  return value ? canonical(value) : '';
}

/** Numbers of all objects a value points to. */
export function references(value: PdfValue): number[] {
  if (value.kind === 'reference') return [value.object];
  if (value.kind === 'array') return value.items.flatMap(references);
  if (value.kind === 'dictionary') return [...value.entries.values()].flatMap(references);
  return [];
}

/** Text of a PDF string: UTF-16BE with mark, else latin1. */
export function textOf(value: PdfValue | undefined): string | undefined {
  if (value?.kind !== 'string') return undefined;
  const { bytes } = value;
  if (bytes[0] !== 0xfe || bytes[1] !== 0xff) return bytes.toString('latin1');
  return bytes.length % 2 === 0 ? Buffer.from(bytes.subarray(2)).swap16().toString('utf16le') : undefined;
}
