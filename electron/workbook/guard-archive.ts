import { Buffer } from 'node:buffer';
import type { Readable } from 'node:stream';
import { fromBufferPromise } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import type { PlainPart } from './pack-stored.ts';
import { WorkbookRefusal } from './workbook-content.ts';
import type { WorkbookLimits } from './workbook-limits.ts';

const ZIP_MAGIC = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
const OLE_MAGIC = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

/** A small entry may pack well by nature; the ratio is judged above this size (bytes inflated). */
const RATIO_FLOOR = 1_000_000;

/** The parts that carry values; pictures, drawings, embedded files and printer settings are left out. */
const NEEDED =
  /^(\[Content_Types\]\.xml|_rels\/.*|xl\/(workbook|styles|sharedStrings|metadata)\.xml|xl\/_rels\/.*|xl\/worksheets\/[^/]+\.xml)$/iu;
const WORKSHEET = /^xl\/worksheets\/[^/]+\.xml$/iu;

/** Names in an OLE directory are UTF-16: a protected xlsx holds EncryptedPackage, an xls Workbook or Book. */
function refuseCompoundFile(bytes: Buffer): never {
  const holds = (name: string): boolean => bytes.includes(Buffer.from(name, 'utf16le'));
  if (holds('EncryptedPackage')) throw new WorkbookRefusal('encrypted');
  if (holds('Workbook') || holds('Book')) throw new WorkbookRefusal('workbook-old-xls');
  throw new WorkbookRefusal('workbook-not-zip');
}

function checkDirectory(entries: readonly Entry[], limits: WorkbookLimits): void {
  const names = new Set<string>();
  let declared = 0;
  for (const entry of entries) {
    const name = entry.fileName.toLowerCase();
    if (names.has(name)) throw new WorkbookRefusal('workbook-damaged');
    names.add(name);
    if (entry.isEncrypted()) throw new WorkbookRefusal('encrypted');
    if (/(^|\/)vbaproject\.bin$/u.test(name)) throw new WorkbookRefusal('workbook-macros');
    declared += entry.uncompressedSize;
    if (declared > limits.inflatedBytes) throw new WorkbookRefusal('too-large', 'inflatedBytes');
    if (entry.uncompressedSize > Math.max(RATIO_FLOOR, entry.compressedSize * limits.ratio)) {
      throw new WorkbookRefusal('too-large', 'ratio');
    }
  }
  if (!names.has('xl/workbook.xml')) throw new WorkbookRefusal('workbook-other-office');
}

/** Reads one entry, counting what really comes out: the declared size may lie. */
async function inflate(zip: ZipFile, entry: Entry, room: number): Promise<Buffer> {
  const stream: Readable = await zip.openReadStreamPromise(entry);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    if (!Buffer.isBuffer(chunk)) throw new WorkbookRefusal('workbook-damaged');
    size += chunk.length;
    if (size > room) throw new WorkbookRefusal('too-large', 'inflatedBytes');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function countMarks(bytes: Buffer, marks: readonly string[]): number {
  let count = 0;
  for (const mark of marks) {
    for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + mark.length)) count += 1;
  }
  return count;
}

/** Counts rows and cells in the raw text, before any parser builds objects from them. */
function checkWorksheets(parts: readonly PlainPart[], limits: WorkbookLimits): void {
  let cells = 0;
  for (const { name, bytes } of parts) {
    if (bytes.includes('<!DOCTYPE') || bytes.includes('<!ENTITY')) {
      throw new WorkbookRefusal('workbook-damaged');
    }
    if (!WORKSHEET.test(name)) continue;
    const rows = countMarks(bytes, ['<row ', '<row>']);
    if (rows > limits.rows) throw new WorkbookRefusal('too-large', 'rows', rows);
    cells += countMarks(bytes, ['<c ', '<c>']);
    if (cells > limits.cells) throw new WorkbookRefusal('too-large', 'cells', cells);
  }
}

async function readEntries(zip: ZipFile, limits: WorkbookLimits): Promise<readonly Entry[]> {
  if (zip.entryCount > limits.entries) throw new WorkbookRefusal('too-large', 'entries', zip.entryCount);
  const entries: Entry[] = [];
  for await (const entry of zip.eachEntry()) {
    entries.push(entry);
    if (entries.length > limits.entries) throw new WorkbookRefusal('too-large', 'entries');
  }
  return entries;
}

async function readParts(bytes: Buffer, limits: WorkbookLimits): Promise<readonly PlainPart[]> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true, autoClose: false, strictFileNames: true });
  const entries = await readEntries(zip, limits);
  checkDirectory(entries, limits);
  const parts: PlainPart[] = [];
  let room = limits.inflatedBytes;
  for (const entry of entries) {
    if (!NEEDED.test(entry.fileName)) continue;
    const part = await inflate(zip, entry, room);
    room -= part.length;
    parts.push({ name: entry.fileName, bytes: part });
  }
  return parts;
}

/**
 * Proves that the bytes are a plain XLSX within the limits and answers its needed parts, inflated and
 * counted. Throws `WorkbookRefusal`.
 */
export async function guardArchive(bytes: Buffer, limits: WorkbookLimits): Promise<readonly PlainPart[]> {
  if (bytes.length === 0) throw new WorkbookRefusal('empty');
  if (bytes.length > limits.fileBytes) throw new WorkbookRefusal('too-large', 'fileBytes', bytes.length);
  if (bytes.subarray(0, OLE_MAGIC.length).equals(OLE_MAGIC)) refuseCompoundFile(bytes);
  if (!bytes.subarray(0, ZIP_MAGIC.length).equals(ZIP_MAGIC)) throw new WorkbookRefusal('workbook-not-zip');
  try {
    const parts = await readParts(bytes, limits);
    checkWorksheets(parts, limits);
    return parts;
  } catch (error) {
    if (error instanceof WorkbookRefusal) throw error;
    // yauzl's own refusals (bad directory, wrong size or checksum, odd names) say the same to a person.
    throw new WorkbookRefusal('workbook-damaged');
  }
}
