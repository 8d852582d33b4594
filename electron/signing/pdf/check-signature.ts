import { createHash } from 'node:crypto';
import { checkCms } from './cms.ts';
import type { CmsCheck } from './cms.ts';
import type { PdfDocument } from './document.ts';
import type { PdfState, SignatureField } from './state.ts';
import { textOf } from './syntax.ts';
import type { PdfDictionary, PdfValue } from './syntax.ts';
import type { Finding, Proof, SignatureReport } from './verification.ts';

export interface PlacedSignature {
  readonly field: SignatureField;
  /** Index of the revision that holds it. */
  readonly revision: number;
}

/** What the signature says of itself and of the bytes it covers; what came later is judged elsewhere. */
export type OwnReport = Omit<SignatureReport, 'intact' | 'changesAfter'>;

/** Checks one signature within the state of its own revision. Never throws. */
export function checkSignature(document: PdfDocument, state: PdfState, placed: PlacedSignature): OwnReport {
  const object = state.objects.get(placed.field.signature ?? 0);
  const dictionary = object?.value.kind === 'dictionary' ? object.value : undefined;
  const contents = dictionary?.entries.get('Contents');
  const range = dictionary && readRange(dictionary.entries.get('ByteRange'));
  if (!dictionary || contents?.kind !== 'string' || !range || object?.stream) {
    return { ...emptyReport(placed.field.name), problems: [{ code: 'signature-malformed' }] };
  }
  const problems: Finding[] = [];
  if (!hasKind(dictionary)) problems.push({ code: 'signature-kind' });
  const [, gapStart, gapEnd, rest] = range;
  if (!isWhole(document, placed.revision, range) || !isExactGap(document, contents, gapStart, gapEnd)) {
    problems.push({ code: 'range-wrong' });
  }
  const { bytes } = document;
  const hash = createHash('sha256').update(bytes.subarray(0, gapStart));
  hash.update(bytes.subarray(gapEnd, gapEnd + rest));
  const check = checkCms(contents.bytes, hash.digest());
  problems.push(...check.problems.map((code) => ({ code })));
  const claimedTime = readTime(textOf(dictionary.entries.get('M')));
  const name = textOf(dictionary.entries.get('Name'));
  const notes = notesOf(check, claimedTime, name);
  return {
    field: placed.field.name,
    signer: check.certificate?.name ?? '',
    role: check.certificate?.role ?? '',
    certificateFingerprint: check.certificate?.fingerprint,
    authorityFingerprint: check.authority?.fingerprint,
    authorityName: check.authority?.name,
    proof: proofOf(check),
    claimedTime: claimedTime?.toISOString(),
    reason: textOf(dictionary.entries.get('Reason')),
    coversWholeFile: gapEnd + rest === bytes.length,
    problems,
    notes,
  };
}

function emptyReport(field: string): OwnReport {
  return {
    field,
    signer: '',
    role: '',
    certificateFingerprint: undefined,
    authorityFingerprint: undefined,
    authorityName: undefined,
    proof: 'unproved',
    claimedTime: undefined,
    reason: undefined,
    coversWholeFile: false,
    problems: [],
    notes: [],
  };
}

function proofOf({ certificate, authority }: CmsCheck): Proof {
  if (!certificate || !authority) return 'unproved';
  return authority.raw.equals(certificate.raw) ? 'self' : 'issuer';
}

type Range = readonly [number, number, number, number];

/** `[0 gapStart gapEnd length]`, or undefined. */
function readRange(value: PdfValue | undefined): Range | undefined {
  if (value?.kind !== 'array' || value.items.length !== 4) return undefined;
  const numbers = value.items.map((item) =>
    item.kind === 'number' && /^\d{1,10}$/.test(item.text) ? Number(item.text) : -1,
  );
  const [start = -1, gapStart = -1, gapEnd = -1, rest = -1] = numbers;
  return numbers.every((number) => number >= 0) ? [start, gapStart, gapEnd, rest] : undefined;
}

/** From the first byte of the file to the end of the signature's own revision. */
function isWhole(document: PdfDocument, index: number, [start, , gapEnd, rest]: Range): boolean {
  const revision = document.revisions[index];
  return start === 0 && (gapEnd + rest === revision?.end || gapEnd + rest === revision?.endOfMark);
}

/** Only this /Contents is left out, and it is hexadecimal in one case, so that one value has one text. */
function isExactGap(document: PdfDocument, contents: PdfValue, gapStart: number, gapEnd: number): boolean {
  if (contents.kind !== 'string' || !contents.hex) return false;
  const text = document.bytes.toString('latin1', contents.start + 1, contents.end - 1);
  const isPlain = /^(?:[0-9a-f]*|[0-9A-F]*)$/.test(text) && text.length % 2 === 0;
  return isPlain && contents.start === gapStart && contents.end === gapEnd;
}

function hasKind(dictionary: PdfDictionary): boolean {
  const name = (key: string): string => {
    const value = dictionary.entries.get(key);
    return value?.kind === 'name' ? value.text : '';
  };
  const types = ['', 'Sig'];
  return types.includes(name('Type')) && name('SubFilter') === 'ETSI.CAdES.detached';
}

function notesOf(check: CmsCheck, time: Date | undefined, name: string | undefined): Finding[] {
  const { certificate } = check;
  const notes: Finding[] = [];
  if (!certificate) return notes;
  if (time && (time < certificate.validFrom || time > certificate.validTo)) {
    notes.push({ code: 'time-outside-certificate' });
  }
  if (name !== undefined && name !== certificate.name) notes.push({ code: 'name-differs', values: { name } });
  return notes;
}

/** A PDF date with its offset; undefined when it is none. */
function readTime(text: string | undefined): Date | undefined {
  const match = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(Z|[+-]\d\d'\d\d'?)$/.exec(text ?? '');
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second, zone = 'Z'] = match;
  const offset = zone === 'Z' ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(4, 6)}`;
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
