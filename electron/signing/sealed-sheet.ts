import { Decrypter, Encrypter } from 'age-encryption';
import { AppError } from '../../shared/api/problem.ts';
import { checkEnvelope, requireSamePlace, signEnvelope } from './envelope.ts';
import type { Envelope, SheetPlace, Signer } from './envelope.ts';
import { fingerprint, sha256Hex } from './fingerprint.ts';
import { signJws, verifyJws } from './jws.ts';

export { checkEnvelope, formatOf, signWithdrawal } from './envelope.ts';
export type { CheckedEnvelope, Envelope, SheetPlace, Signer } from './envelope.ts';

export const SHEET_TYPE = 'panel-sheet';
/** Every sheet looks alike from outside up to this size; then powers of two. */
const SMALLEST_BUCKET_BYTES = 64 * 1024;

export interface SealSheetInput {
  readonly signer: Signer;
  readonly place: SheetPlace;
  /** `hash` of the envelope before, null for the first. */
  readonly previous: string | null;
  /** UTF-8 JSON, signed verbatim; it must name the same `place` fields at its top level. */
  readonly payload: Uint8Array;
  /** Recipients (`age1…`) of the inner layer: chair and deputy; either one opens. */
  readonly chairs: readonly string[];
  /** Recipient of the outer layer. */
  readonly secretary: string;
}

/**
 * What is stored and handed over. The payload's hash is left out on purpose: scores are guessable, so
 * their hash must stay inside the seal until the opening.
 */
export interface SealedSheet {
  readonly envelope: string;
  /** Identity of the envelope, the next one's `previous`. */
  readonly envelopeHash: string;
  readonly sealed: Buffer;
  readonly sealedHash: string;
}

export interface OpenSheetInput {
  readonly envelope: string;
  readonly sealed: Uint8Array;
  /** The member's ES256 key (SPKI, base64url) as the roster names it. */
  readonly memberSpki: string;
  readonly expected: Partial<SheetPlace> & { readonly previous?: string | null };
  /** `AGE-SECRET-KEY-1…` of the secretary. */
  readonly secretaryIdentity: string;
  /** `AGE-SECRET-KEY-1…` of the chair or the deputy. */
  readonly chairIdentity: string;
}

export interface OpenedSheet {
  readonly envelope: Envelope;
  readonly envelopeHash: string;
  readonly payload: Buffer;
  /** SHA-256 of the payload: the identity of the sheet. */
  readonly payloadHash: string;
  /** The inner signed text, kept for the bundle. */
  readonly jws: string;
}

/** Signs, pads, seals twice, and puts the signed envelope outside. */
export async function sealSheet(input: SealSheetInput): Promise<SealedSheet> {
  requireSamePlace(input.payload, input.place);
  if (input.chairs.length === 0) throw new AppError('not-ready', { what: 'chair-recipient' });
  const kid = fingerprint(input.signer.publicSpki);
  const inner = signJws(input.signer.privateKey, { typ: SHEET_TYPE, kid }, input.payload);
  const sealed = await encrypt(await encrypt(pad(inner), input.chairs), [input.secretary]);
  const sealedHash = sha256Hex(sealed);
  const { place, previous } = input;
  const envelope = signEnvelope(input.signer, { ...place, kind: 'sheet', previous, sealedHash });
  const { hash } = checkEnvelope(envelope, input.signer.publicSpki, { ...place, previous });
  return { envelope, envelopeHash: hash, sealed, sealedHash };
}

/** A sheet without its seal, checked against its envelope. */
export type CheckedSheet = OpenedSheet;

/**
 * Opens with both keys and checks everything. Throws `signature-invalid`, reasons: those of
 * `checkSheet`, `not-a-sheet`, `sealed-altered`, `secretary-key`, `chair-key`, `padding`.
 */
export async function openSheet(input: OpenSheetInput): Promise<OpenedSheet> {
  // The envelope first: nothing is decrypted that nobody of the roster signed.
  const { envelope } = checkEnvelope(input.envelope, input.memberSpki, input.expected);
  if (envelope.kind !== 'sheet') throw refuse('not-a-sheet');
  if (sha256Hex(input.sealed) !== envelope.sealedHash) throw refuse('sealed-altered');
  const jws = await openInnerLayer(
    await openOuterLayer(input.sealed, input.secretaryIdentity),
    input.chairIdentity,
  );
  return checkSheet({ ...input, jws });
}

/** The inner file, still sealed to chair and deputy. Throws `signature-invalid`, reason `secretary-key`. */
export function openOuterLayer(sealed: Uint8Array, secretaryIdentity: string): Promise<Buffer> {
  return decrypt(sealed, secretaryIdentity, 'secretary-key');
}

/** The signed text of the sheet. Throws `signature-invalid`, reasons `chair-key`, `padding`. */
export async function openInnerLayer(inner: Uint8Array, chairIdentity: string): Promise<string> {
  return unpad(await decrypt(inner, chairIdentity, 'chair-key'));
}

/**
 * Checks the signed text of a sheet against its envelope. Throws `signature-invalid`, reasons: those of
 * `checkEnvelope` and `verifyJws`, `not-a-sheet`, `payload-malformed`, `payload-elsewhere`.
 */
export function checkSheet(
  input: Pick<OpenSheetInput, 'envelope' | 'memberSpki' | 'expected'> & { readonly jws: string },
): CheckedSheet {
  const { envelope, hash } = checkEnvelope(input.envelope, input.memberSpki, input.expected);
  if (envelope.kind !== 'sheet') throw refuse('not-a-sheet');
  const payload = verifyJws(input.jws, input.memberSpki, SHEET_TYPE);
  requireSamePlace(payload, envelope);
  return { envelope, envelopeHash: hash, payload, payloadHash: sha256Hex(payload), jws: input.jws };
}

/** Four bytes of length, the text, zeros up to the bucket. */
function pad(text: string): Buffer {
  const bytes = Buffer.from(text, 'utf8');
  let bucket = SMALLEST_BUCKET_BYTES;
  while (bucket < bytes.length + 4) bucket *= 2;
  const padded = Buffer.alloc(bucket);
  padded.writeUInt32BE(bytes.length);
  padded.set(bytes, 4);
  return padded;
}

function unpad(padded: Buffer): string {
  const length = padded.length < 4 ? -1 : padded.readUInt32BE();
  if (length < 0 || length > padded.length - 4) throw refuse('padding');
  if (padded.subarray(4 + length).some((byte) => byte !== 0)) throw refuse('padding');
  return padded.subarray(4, 4 + length).toString('utf8');
}

async function encrypt(bytes: Uint8Array, recipients: readonly string[]): Promise<Buffer> {
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  return Buffer.from(await encrypter.encrypt(bytes));
}

async function decrypt(bytes: Uint8Array, identity: string, reason: string): Promise<Buffer> {
  try {
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity);
    return Buffer.from(await decrypter.decrypt(bytes));
  } catch {
    throw refuse(reason);
  }
}

function refuse(reason: string): AppError {
  return new AppError('signature-invalid', { reason });
}
