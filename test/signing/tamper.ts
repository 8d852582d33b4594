import { readDocument } from '../../electron/signing/pdf/document.ts';
import { readStates } from '../../electron/signing/pdf/state.ts';
import type { PdfState } from '../../electron/signing/pdf/state.ts';
import type { PdfDictionary } from '../../electron/signing/pdf/syntax.ts';

/** Appends a well-formed revision that sets these objects (number → text between `obj` and `endobj`). */
export function appendRevision(pdf: Buffer, objects: ReadonlyMap<number, string>): Buffer {
  const document = readDocument(pdf);
  const last = document.revisions.at(-1);
  const state = lastState(pdf);
  const parts: string[] = [];
  const rows: string[] = [];
  let at = pdf.length;
  for (const [number, body] of objects) {
    rows.push(`${number} 1\n${String(at).padStart(10, '0')} 00000 n \n`);
    const text = `${number} 0 obj\n${body}\nendobj\n`;
    parts.push(text);
    at += text.length;
  }
  const size = Math.max(...state.objects.keys(), ...objects.keys()) + 1;
  const kept = ['Root', 'Info', 'ID'].map((key) => {
    const value = state.trailer.entries.get(key);
    return value ? `/${key} ${pdf.toString('latin1', value.start, value.end)}` : '';
  });
  const trailer = `<< /Size ${size} ${kept.join(' ')} /Prev ${last?.xrefAt ?? 0} >>`;
  const end = `xref\n${rows.join('')}trailer\n${trailer}\nstartxref\n${at}\n%%EOF\n`;
  return Buffer.concat([pdf, Buffer.from(parts.join('') + end, 'latin1')]);
}

export function lastState(pdf: Buffer): PdfState {
  const state = readStates(readDocument(pdf)).at(-1);
  if (!state) throw new Error('no revision');
  return state;
}

/** The first object whose dictionary passes the test. */
export function findObject(
  pdf: Buffer,
  accepts: (dictionary: PdfDictionary) => boolean,
): { readonly number: number; readonly dictionary: PdfDictionary } {
  for (const [number, { value }] of lastState(pdf).objects) {
    if (value.kind === 'dictionary' && accepts(value)) return { number, dictionary: value };
  }
  throw new Error('no such object');
}

export function isType(dictionary: PdfDictionary, name: string): boolean {
  const type = dictionary.entries.get('Type');
  return type?.kind === 'name' && type.text === name;
}

/** The text of a dictionary with some entries replaced or (empty text) left out. */
export function changed(pdf: Buffer, dictionary: PdfDictionary, entries: Record<string, string>): string {
  const kept = [...dictionary.entries]
    .filter(([key]) => !Object.hasOwn(entries, key))
    .map(([key, value]) => `/${key} ${pdf.toString('latin1', value.start, value.end)}`);
  const added = Object.entries(entries).flatMap(([key, text]) => (text === '' ? [] : [`/${key} ${text}`]));
  return `<< ${[...kept, ...added].join(' ')} >>`;
}

/** Number of the object an entry points to. */
export function target(dictionary: PdfDictionary, key: string): number {
  const value = dictionary.entries.get(key);
  if (value?.kind !== 'reference') throw new Error(`${key} is no reference`);
  return value.object;
}

export function form(content: string): string {
  const head = `<< /Type /XObject /Subtype /Form /BBox [0 0 150 40] /Length ${content.length} >>`;
  return `${head}\nstream\n${content}\nendstream`;
}
