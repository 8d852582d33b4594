import type { KeyObject } from 'node:crypto';
import { AppError } from '../../shared/api/problem.ts';
import { fingerprint, sha256Hex } from './fingerprint.ts';
import { signJws, verifyJws } from './jws.ts';

export const ENVELOPE_TYPE = 'panel-envelope';

/** What a sheet is bound to. Hashes are SHA-256 in lower-case hex; the others are ids. */
export interface SheetPlace {
  readonly review: string;
  readonly schemeHash: string;
  readonly rosterHash: string;
  /** The dossier manifest it was made under; null in format 1, which names none. */
  readonly manifestHash: string | null;
  readonly dossier: string;
  readonly member: string;
  /** 1, 2, 3 … for each member and dossier. */
  readonly seq: number;
}

/** The signed outside of a sheet or of its withdrawal: who handed in what, without any score. */
export interface Envelope extends SheetPlace {
  readonly format: 1 | 2;
  readonly kind: 'sheet' | 'withdrawal';
  /** `hash` of the envelope with the number before, null for the first. */
  readonly previous: string | null;
  /** SHA-256 of the sealed bytes; null for a withdrawal. */
  readonly sealedHash: string | null;
}

export interface CheckedEnvelope {
  readonly envelope: Envelope;
  /** SHA-256 of the envelope's payload: its identity (a signature can be re-encoded, a payload can't). */
  readonly hash: string;
}

export interface Signer {
  readonly privateKey: KeyObject;
  /** SPKI DER, base64url. */
  readonly publicSpki: string;
}

const places = ['review', 'schemeHash', 'rosterHash', 'manifestHash', 'dossier', 'member', 'seq'] as const;

/** The keys of an envelope in their order; format 1 has no `manifestHash`. */
function fieldsOf(format: unknown): readonly (keyof Envelope)[] {
  const fields = ['format', 'kind', ...places, 'previous', 'sealedHash'] as const;
  return format === 1 ? fields.filter((field) => field !== 'manifestHash') : fields;
}

/** The format that a place is written in. */
export function formatOf({ manifestHash }: Pick<SheetPlace, 'manifestHash'>): 1 | 2 {
  return manifestHash === null ? 1 : 2;
}

/** Signs an envelope; key order is fixed so that the text is always the same. */
export function signEnvelope(signer: Signer, envelope: Omit<Envelope, 'format'>): string {
  const whole: Envelope = { ...envelope, format: formatOf(envelope) };
  const payload = JSON.stringify(
    Object.fromEntries(fieldsOf(whole.format).map((field) => [field, whole[field]])),
  );
  const kid = fingerprint(signer.publicSpki);
  return signJws(signer.privateKey, { typ: ENVELOPE_TYPE, kid }, Buffer.from(payload, 'utf8'));
}

/** A signed tombstone (撤回) with the next sequence number. */
export function signWithdrawal(signer: Signer, place: SheetPlace, previous: string): string {
  return signEnvelope(signer, { ...place, kind: 'withdrawal', previous, sealedHash: null });
}

/**
 * Checks signature, shape, place and sequence link without opening anything. `expected` holds what the
 * caller knows; every named field must be equal. Throws `signature-invalid` with reason `envelope-…`,
 * `different-<field>` or one of `verifyJws`.
 */
export function checkEnvelope(
  jws: string,
  memberSpki: string,
  expected: Partial<SheetPlace> & { readonly previous?: string | null },
): CheckedEnvelope {
  const payload = verifyJws(jws, memberSpki, ENVELOPE_TYPE);
  const envelope = readEnvelope(payload.toString('utf8'));
  for (const field of [...places, 'previous'] as const) {
    if (expected[field] !== undefined && expected[field] !== envelope[field]) {
      throw new AppError('signature-invalid', { reason: `different-${field}` });
    }
  }
  return { envelope, hash: sha256Hex(payload) };
}

/** Throws `signature-invalid` unless the sheet's own text names the same place as its envelope. */
export function requireSamePlace(payload: Uint8Array, place: SheetPlace): void {
  const sheet = parseObject(Buffer.from(payload).toString('utf8'), 'payload-malformed');
  for (const field of places) {
    if ((sheet[field] ?? null) !== place[field]) {
      throw new AppError('signature-invalid', { reason: 'payload-elsewhere', field });
    }
  }
}

function readEnvelope(text: string): Envelope {
  const value = parseObject(text, 'envelope-malformed');
  const { format, kind, seq, previous, sealedHash, manifestHash = null } = value;
  const isHash = (hash: unknown): hash is string => typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash);
  const good =
    Object.keys(value).join() === fieldsOf(format).join() &&
    JSON.stringify(value) === text &&
    (format === 1 || (format === 2 && isHash(manifestHash))) &&
    (kind === 'sheet' ? isHash(sealedHash) : kind === 'withdrawal' && sealedHash === null) &&
    Number.isSafeInteger(seq) &&
    Number(seq) >= 1 &&
    (seq === 1 ? previous === null : isHash(previous)) &&
    places.every((field) => field === 'seq' || field === 'manifestHash' || typeof value[field] === 'string');
  if (!good) throw new AppError('signature-invalid', { reason: 'envelope-malformed' });
  return { ...value, manifestHash } as unknown as Envelope;
}

function parseObject(text: string, reason: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  } catch {
    // Refused below.
  }
  throw new AppError('signature-invalid', { reason });
}
