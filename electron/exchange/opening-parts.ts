import { partBytesOf } from './letter.ts';
import { bytesPart, refused, textPart, type IncomingPart, type Part } from './parts.ts';

/** Where a sheet stands, e.g. `<member>.<dossier>.<seq>.inner`. */
export interface SheetKey {
  readonly member: string;
  readonly dossier: string;
  readonly seq: number;
}

const NAME = /^([a-z0-9-]{1,64})\.([a-z0-9-]{1,64})\.([1-9][0-9]{0,8})\.(inner|sheet\.jws)$/u;
const MOST_BYTES = 4 * 1024 * 1024;
const MOST_SHEETS = 9000;

export function placeName({ member, dossier, seq }: SheetKey): string {
  return `${member}.${dossier}.${seq}`;
}

export interface InnerFile extends SheetKey {
  /** age file to chair and deputy: the outer layer is already off. */
  readonly inner: Uint8Array;
}

export interface AnsweredSheet extends SheetKey {
  /** JWS, typ `panel-sheet`. */
  readonly sheet: string;
}

/** Parts of an `opening-request`; a supervisor gets only what is signed, no inner files. */
export function requestParts(request: string, inner: readonly InnerFile[]): Part[] {
  return [
    textPart('request.jws', request),
    ...inner.map((file) => bytesPart(`${placeName(file)}.inner`, file.inner)),
  ];
}

export function answerParts(answer: string, sheets: readonly AnsweredSheet[]): Part[] {
  return [
    textPart('answer.jws', answer),
    ...sheets.map((file) => textPart(`${placeName(file)}.sheet.jws`, file.sheet)),
  ];
}

/** @throws AppError `data-corrupt`, reasons `part-elsewhere`, `too-large`, `part-missing` */
export async function readRequestParts(
  parts: AsyncIterable<IncomingPart>,
): Promise<{ request: string; inner: InnerFile[] }> {
  const { head, files } = await readPlaces(parts, 'request.jws', 'inner');
  return { request: head, inner: files.map(({ bytes, ...place }) => ({ ...place, inner: bytes })) };
}

/** @throws AppError `data-corrupt`, reasons `part-elsewhere`, `too-large`, `part-missing` */
export async function readAnswerParts(
  parts: AsyncIterable<IncomingPart>,
): Promise<{ answer: string; sheets: AnsweredSheet[] }> {
  const { head, files } = await readPlaces(parts, 'answer.jws', 'sheet.jws');
  const sheets = files.map(({ bytes, ...place }) => ({ ...place, sheet: bytes.toString('utf8') }));
  return { answer: head, sheets };
}

async function readPlaces(
  parts: AsyncIterable<IncomingPart>,
  first: string,
  wanted: string,
): Promise<{ head: string; files: (SheetKey & { bytes: Buffer })[] }> {
  let head: string | undefined;
  const files: (SheetKey & { bytes: Buffer })[] = [];
  for await (const part of parts) {
    if (part.size > MOST_BYTES || files.length > MOST_SHEETS) throw refused('too-large');
    const bytes = await partBytesOf(part);
    if (part.name === first) {
      head = bytes.toString('utf8');
      continue;
    }
    const [, member, dossier, seq, what] = NAME.exec(part.name) ?? [];
    if (member === undefined || dossier === undefined || what !== wanted)
      throw refused('part-elsewhere', { name: part.name });
    files.push({ member, dossier, seq: Number(seq), bytes });
  }
  if (head === undefined) throw refused('part-missing', { name: first });
  return { head, files };
}

/** The one text of a letter that holds nothing else, e.g. `witness.jws`. */
export async function readSinglePart(parts: AsyncIterable<IncomingPart>, name: string): Promise<string> {
  let text: string | undefined;
  for await (const part of parts) {
    if (part.name !== name) throw refused('part-elsewhere', { name: part.name });
    if (part.size > MOST_BYTES) throw refused('too-large');
    text = (await partBytesOf(part)).toString('utf8');
  }
  if (text === undefined) throw refused('part-missing', { name });
  return text;
}
