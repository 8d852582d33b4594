import { matchAt, PdfError, readValue, skipBlank, skipWhite } from './syntax.ts';
import type { PdfDictionary, PdfValue } from './syntax.ts';

export interface PdfObject {
  readonly number: number;
  readonly value: PdfValue;
  /** Bytes of the stream, where there is one. */
  readonly stream: Buffer | undefined;
  readonly start: number;
  readonly end: number;
}

/** One saved state of the file: what an incremental update added, up to and including its `%%EOF`. */
export interface Revision {
  readonly start: number;
  /** After `%%EOF`, without and with the line end that follows. */
  readonly endOfMark: number;
  readonly end: number;
  readonly trailer: PdfDictionary;
  readonly xrefAt: number;
  /** Objects defined or redefined here. */
  readonly objects: ReadonlyMap<number, PdfObject>;
  readonly freed: readonly number[];
}

export interface PdfDocument {
  readonly bytes: Buffer;
  readonly revisions: readonly Revision[];
}

interface Section {
  readonly at: number;
  readonly inUse: ReadonlyMap<number, { readonly offset: number; readonly generation: number }>;
  readonly freed: readonly number[];
  readonly trailer: PdfDictionary;
  readonly endOfMark: number;
  readonly end: number;
}

const header = /%PDF-1\.[0-7][\r\n]/y;
const subsection = /(\d{1,10}) (\d{1,10})[ ]*(?:\r\n|\n|\r)/y;
const entry = /(\d{10}) (\d{5}) ([nf])(?: \n| \r|\r\n)/y;
const tail = /[\r\n ]*startxref[\r\n ]+(\d+)[\r\n ]+%%EOF/y;
const objectHead = /(\d{1,10}) (\d{1,5}) obj/y;
const MOST_OBJECTS = 1_000_000;
/** Far more than a panel has members; a bound on work for hostile files. */
const MOST_REVISIONS = 1000;

/**
 * Reads a PDF with classic cross-reference tables, revision by revision. Appended revisions must consist
 * of their objects and nothing else. Throws `PdfError`: `not-pdf`, `structure`, `xref-stream`, `encrypted`.
 */
export function readDocument(input: Uint8Array): PdfDocument {
  const bytes = Buffer.from(input.buffer, input.byteOffset, input.byteLength);
  const text = bytes.toString('latin1');
  if (!matchAt(header, text, 0)) throw new PdfError('not-pdf');
  const sections = readSections(text);
  const offsets = new Map<number, number>();
  const revisions = sections.map((section, index) => {
    for (const [number, { offset }] of section.inUse) offsets.set(number, offset);
    const start = sections[index - 1]?.end ?? 0;
    return readRevision(text, bytes, section, start, offsets);
  });
  return { bytes, revisions };
}

function readSections(text: string): Section[] {
  const last = text.lastIndexOf('startxref');
  const pointer = last < 0 ? null : matchAt(/startxref[\r\n ]+(\d+)[\r\n ]/y, text, last);
  if (!pointer) throw new PdfError('structure');
  const sections: Section[] = [];
  for (let at: number | undefined = Number(pointer[1]); at !== undefined;) {
    if (sections.length === MOST_REVISIONS) throw new PdfError('structure', at);
    const section = readSection(text, at);
    sections.unshift(section);
    const previous = section.trailer.entries.get('Prev');
    if (previous && (previous.kind !== 'number' || Number(previous.text) >= at)) {
      throw new PdfError('structure', at);
    }
    at = previous?.kind === 'number' ? Number(previous.text) : undefined;
  }
  return sections;
}

function readSection(text: string, at: number): Section {
  const opening = matchAt(/xref[ ]*(?:\r\n|\n|\r)/y, text, at);
  if (!opening) throw new PdfError(matchAt(objectHead, text, at) ? 'xref-stream' : 'structure', at);
  const inUse = new Map<number, { offset: number; generation: number }>();
  const freed: number[] = [];
  let position = at + opening[0].length;
  for (let range = matchAt(subsection, text, position); range; range = matchAt(subsection, text, position)) {
    position += range[0].length;
    const [first, count] = [Number(range[1]), Number(range[2])];
    if (first + count > MOST_OBJECTS) throw new PdfError('structure', at);
    for (let number = first; number < first + count; number += 1) {
      const row = matchAt(entry, text, position);
      if (!row || inUse.has(number)) throw new PdfError('structure', position);
      position += row[0].length;
      if (row[3] === 'n') inUse.set(number, { offset: Number(row[1]), generation: Number(row[2]) });
      else if (number > 0) freed.push(number);
    }
  }
  if (!text.startsWith('trailer', position)) throw new PdfError('structure', position);
  const trailer = readValue(text, position + 7);
  if (trailer.kind !== 'dictionary') throw new PdfError('structure', position);
  if (trailer.entries.has('Encrypt')) throw new PdfError('encrypted');
  if (trailer.entries.has('XRefStm')) throw new PdfError('xref-stream');
  const closing = matchAt(tail, text, trailer.end);
  if (!closing || Number(closing[1]) !== at) throw new PdfError('structure', trailer.end);
  const endOfMark = trailer.end + closing[0].length;
  const lineEnd = matchAt(/\r\n|\n|\r/y, text, endOfMark);
  return { at, inUse, freed, trailer, endOfMark, end: endOfMark + (lineEnd?.[0].length ?? 0) };
}

function readRevision(
  text: string,
  bytes: Buffer,
  section: Section,
  start: number,
  offsets: ReadonlyMap<number, number>,
): Revision {
  const objects = new Map<number, PdfObject>();
  const places = [...section.inUse].toSorted((left, right) => left[1].offset - right[1].offset);
  let reached = start;
  for (const [number, { offset, generation }] of places) {
    const object = readObject(text, bytes, offset, offsets);
    if (object.number !== number || generation !== 0) throw new PdfError('structure', offset);
    // Only white space between the objects of an appended revision: nothing hides there.
    const isAppended = start > 0;
    if (offset < reached || (isAppended && skipWhite(text, reached) !== offset)) {
      throw new PdfError('structure', reached);
    }
    reached = object.end;
    objects.set(number, object);
  }
  if (reached > section.at || (start > 0 && skipWhite(text, reached) !== section.at)) {
    throw new PdfError('structure', reached);
  }
  const { trailer, endOfMark, end, freed, at } = section;
  return { start, endOfMark, end, trailer, xrefAt: at, objects, freed };
}

function readObject(
  text: string,
  bytes: Buffer,
  start: number,
  offsets: ReadonlyMap<number, number>,
): PdfObject {
  const head = matchAt(objectHead, text, start);
  if (!head || head[2] !== '0') throw new PdfError('structure', start);
  const number = Number(head[1]);
  const value = readValue(text, start + head[0].length);
  let at = skipBlank(text, value.end);
  let stream: Buffer | undefined;
  const opening = matchAt(/stream(?:\r\n|\n)/y, text, at);
  if (opening) {
    if (value.kind !== 'dictionary') throw new PdfError('structure', at);
    const first = at + opening[0].length;
    const last = first + readLength(text, value, offsets);
    const closing = matchAt(/[\r\n]*endstream/y, text, last);
    if (!closing) throw new PdfError('structure', last);
    stream = bytes.subarray(first, last);
    at = skipBlank(text, last + closing[0].length);
  }
  if (!text.startsWith('endobj', at)) throw new PdfError('structure', at);
  return { number, value, stream, start, end: at + 6 };
}

function readLength(text: string, dictionary: PdfDictionary, offsets: ReadonlyMap<number, number>): number {
  let value = dictionary.entries.get('Length');
  if (value?.kind === 'reference') {
    const offset = offsets.get(value.object) ?? -1;
    const head = offset < 0 ? null : matchAt(objectHead, text, offset);
    value = head ? readValue(text, offset + head[0].length) : undefined;
  }
  const length = value?.kind === 'number' ? Number(value.text) : -1;
  if (!Number.isSafeInteger(length) || length < 0) throw new PdfError('structure', dictionary.start);
  return length;
}
