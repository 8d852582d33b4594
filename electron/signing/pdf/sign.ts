import { createHash, createPublicKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { AppError } from '../../../shared/api/problem.ts';
import { readCertificate } from './certificate.ts';
import type { Certificate } from './certificate.ts';
import { makeCms } from './cms.ts';
import { readDocument } from './document.ts';
import type { PdfDocument } from './document.ts';
import { drawAppearance } from './appearance.ts';
import type { Appearance } from './appearance.ts';
import { readStates, resolve, signatureFields } from './state.ts';
import type { PdfState, SignatureField } from './state.ts';
import { PdfError } from './syntax.ts';
import type { PdfDictionary } from './syntax.ts';

export interface PdfSigning {
  /** Name of an empty signature field of the document. */
  readonly field: string;
  /** EC on a NIST curve, or RSA. */
  readonly privateKey: KeyObject;
  /** The signer's certificate and its issuers up to the authority's, base64 DER. */
  readonly certificate: string;
  readonly chain: readonly string[];
  readonly name: string;
  readonly reason: string;
  /** The signer's clock: a claim, written to /M and not proved by anything. */
  readonly claimedTime: Date;
  /** Drawn as outlines into the field's rectangle. Without it the signature stays invisible. */
  readonly appearance?: Appearance | undefined;
}

/** A signature with two certificates takes about 1.5 kB. */
const LEAST_CONTENTS = 4096;
/** What a signature takes besides its certificates: RSA-4096 alone is 512. */
const BESIDES_CERTIFICATES = 1536;
const RANGE_WIDTH = 36;

/**
 * Appends one signature to the file and changes nothing but its field and appearance. Throws
 * `file-not-pdf`, `not-found` (no such field), `conflict` (already signed), `glyphs-missing`, and
 * `signature-invalid` (`certificate`: it is not over this key).
 */
export function signPdf(pdf: Uint8Array, signing: PdfSigning): Buffer {
  const document = readOrRefuse(pdf);
  const state = readStates(document).at(-1);
  const field = state && signatureFields(state).find((candidate) => candidate.name === signing.field);
  if (!state || !field) throw new AppError('not-found', { what: 'signature-field', field: signing.field });
  if (field.signature !== undefined) throw new AppError('conflict', { field: signing.field });
  const certificates = [signing.certificate, ...signing.chain].map((text) => readIssued(text));
  const [certificate, ...chain] = certificates;
  const spki = createPublicKey(signing.privateKey).export({ type: 'spki', format: 'der' });
  const certified = certificate?.publicKey.export({ type: 'spki', format: 'der' });
  if (!certificate || !certified?.equals(spki)) {
    throw new AppError('signature-invalid', { reason: 'certificate' });
  }
  const size = [certificate, ...chain].reduce((sum, { raw }) => sum + raw.length, BESIDES_CERTIFICATES);
  const reserved = Math.max(LEAST_CONTENTS, size);
  const update = writeUpdate(document, state, field, { ...signing, reserved });
  return fillIn(update, signing.privateKey, certificate, chain, reserved);
}

function readOrRefuse(pdf: Uint8Array): PdfDocument {
  try {
    const document = readDocument(pdf);
    if (document.revisions.at(-1)?.end !== pdf.length) throw new PdfError('bytes-after-end');
    return document;
  } catch (error) {
    if (error instanceof PdfError) throw new AppError('file-not-pdf', { reason: error.reason });
    throw error;
  }
}

function readIssued(text: string): Certificate {
  const certificate = readCertificate(Buffer.from(text, 'base64'));
  if (!certificate) throw new AppError('signature-invalid', { reason: 'certificate' });
  return certificate;
}

/** The whole file with empty places for range and signature. */
function writeUpdate(
  document: PdfDocument,
  state: PdfState,
  field: SignatureField,
  signing: PdfSigning & { readonly reserved: number },
): Buffer {
  const { bytes } = document;
  const size = state.trailer.entries.get('Size');
  const declared = size?.kind === 'number' ? Number(size.text) : 0;
  const next = Math.max(declared, Math.max(...state.objects.keys()) + 1);
  const [width, height] = sizeOf(state, field.dictionary);
  const drawn = signing.appearance && drawAppearance(signing.appearance, width, height, next + 2);
  const objects = new Map<number, Buffer>([
    [field.object, Buffer.from(fieldText(bytes, field, next, drawn ? next + 1 : undefined), 'latin1')],
    [next, Buffer.from(signatureText(signing), 'latin1')],
  ]);
  if (drawn) objects.set(next + 1, drawn.form);
  if (drawn?.mask) objects.set(next + 2, drawn.mask);
  const parts: Buffer[] = [bytes];
  if (bytes.at(-1) !== 0x0a) parts.push(Buffer.from('\n'));
  let at = bytes.length + (parts[1]?.length ?? 0);
  const rows: string[] = [];
  for (const [number, body] of [...objects].toSorted((left, right) => left[0] - right[0])) {
    const object = Buffer.concat([Buffer.from(`${number} 0 obj\n`), body, Buffer.from('\nendobj\n')]);
    rows.push(`${number} 1\n${String(at).padStart(10, '0')} 00000 n \n`);
    parts.push(object);
    at += object.length;
  }
  const identity = createHash('sha256').update(bytes).update(field.name).digest('hex').slice(0, 32);
  const trailer = trailerText(document, state, Math.max(...objects.keys()) + 1, identity);
  parts.push(Buffer.from(`xref\n${rows.join('')}trailer\n${trailer}\nstartxref\n${at}\n%%EOF\n`, 'latin1'));
  return Buffer.concat(parts);
}

function fieldText(bytes: Buffer, field: SignatureField, signature: number, drawing?: number): string {
  const kept = [...field.dictionary.entries].filter(([key]) => key !== 'V' && (key !== 'AP' || !drawing));
  const entries = kept.map(([key, value]) => `/${key} ${bytes.toString('latin1', value.start, value.end)}`);
  if (drawing) entries.push(`/AP << /N ${drawing} 0 R >>`);
  return `<<\n${[...entries, `/V ${signature} 0 R`].join('\n')}\n>>`;
}

function signatureText(signing: PdfSigning & { readonly reserved: number }): string {
  const moment = signing.claimedTime.toISOString().replaceAll(/[-:T]/g, '').slice(0, 14);
  return [
    '<<',
    '/Type /Sig',
    '/Filter /Adobe.PPKLite',
    '/SubFilter /ETSI.CAdES.detached',
    `/ByteRange ${'['.padEnd(RANGE_WIDTH)}]`,
    `/Contents <${'0'.repeat(signing.reserved * 2)}>`,
    `/M (D:${moment}Z)`,
    `/Name ${hexText(signing.name)}`,
    `/Reason ${hexText(signing.reason)}`,
    '>>',
  ].join('\n');
}

/** Width and height of the field's rectangle in points. */
function sizeOf(state: PdfState, field: PdfDictionary): readonly [number, number] {
  const rectangle = resolve(state, field.entries.get('Rect'));
  const corners = rectangle?.kind === 'array' ? rectangle.items : [];
  const [left = 0, bottom = 0, right = 0, top = 0] = corners.map((item) =>
    item.kind === 'number' ? Number(item.text) : 0,
  );
  return [Math.abs(right - left), Math.abs(top - bottom)];
}

function trailerText(document: PdfDocument, state: PdfState, size: number, identity: string): string {
  const { entries } = state.trailer;
  const copy = (key: string): string[] => {
    const value = entries.get(key);
    return value ? [`/${key} ${document.bytes.toString('latin1', value.start, value.end)}`] : [];
  };
  const id = entries.get('ID');
  const first = id?.kind === 'array' ? id.items[0] : undefined;
  const kept = first ? document.bytes.toString('latin1', first.start, first.end) : `<${identity}>`;
  const last = document.revisions.at(-1)?.xrefAt ?? 0;
  const all = [
    `/Size ${size}`,
    ...copy('Root'),
    ...copy('Info'),
    `/ID [${kept} <${identity}>]`,
    `/Prev ${last}`,
  ];
  return `<<\n${all.join('\n')}\n>>`;
}

function fillIn(
  update: Buffer,
  key: KeyObject,
  certificate: Certificate,
  chain: readonly Certificate[],
  reserved: number,
): Buffer {
  const open = update.lastIndexOf('/Contents <') + '/Contents '.length;
  const close = open + reserved * 2 + 2;
  const range = `/ByteRange ${`[0 ${open} ${close} ${update.length - close}`.padEnd(RANGE_WIDTH)}]`;
  update.write(range, update.lastIndexOf('/ByteRange ['), 'latin1');
  const hash = createHash('sha256').update(update.subarray(0, open)).update(update.subarray(close));
  const cms = makeCms(hash.digest(), key, certificate, chain);
  if (cms.length > reserved) throw new AppError('signature-invalid', { reason: 'certificate' });
  update.write(cms.toString('hex'), open + 1, 'latin1');
  return update;
}

function hexText(text: string): string {
  return `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`;
}
