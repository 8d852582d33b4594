import { createPublicKey, sign, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { AppError } from '../../shared/api/problem.ts';
import { fingerprint } from './fingerprint.ts';

export { fingerprint, readAloud } from './fingerprint.ts';

/** `kid` is the signer's fingerprint (hex). */
export interface JwsHeader {
  readonly typ: string;
  readonly kid: string;
}

export interface UnverifiedJws extends JwsHeader {
  readonly payload: Buffer;
  readonly signedBytes: Buffer;
  readonly signature: Buffer;
}

/** Compact JWS, ES256, over exactly these bytes. */
export function signJws(privateKey: KeyObject, header: JwsHeader, payload: Uint8Array): string {
  const head = JSON.stringify({ alg: 'ES256', typ: header.typ, kid: header.kid });
  const input = `${encode(Buffer.from(head))}.${encode(payload)}`;
  const signature = sign('sha256', Buffer.from(input), { key: privateKey, dsaEncoding: 'ieee-p1363' });
  return `${input}.${encode(signature)}`;
}

/**
 * Payload bytes of a JWS signed by `publicSpki` (base64url). Throws `signature-invalid` with a reason:
 * `malformed`, `algorithm`, `header`, `type`, `key`, `signature`.
 */
export function verifyJws(jws: string, publicSpki: string, expectedType: string): Buffer {
  const parts = readUnverifiedJws(jws);
  if (parts.typ !== expectedType) throw refuse('type');
  if (parts.kid !== fingerprint(publicSpki)) throw refuse('key');
  const key = readPublicKey(publicSpki);
  if (!verify('sha256', parts.signedBytes, { key, dsaEncoding: 'ieee-p1363' }, parts.signature)) {
    throw refuse('signature');
  }
  return parts.payload;
}

/** Takes a JWS apart without trusting it, e.g. to find whose key to look up. Throws `signature-invalid`. */
export function readUnverifiedJws(jws: string): UnverifiedJws {
  const parts = jws.split('.').map(decode);
  const [head, payload, signature] = parts;
  if (parts.length !== 3 || !head || !payload || !signature) throw refuse('malformed');
  const header = readHeader(head.toString('utf8'));
  if (header['alg'] !== 'ES256') throw refuse('algorithm');
  const { typ, kid } = header;
  if (Object.keys(header).join() !== 'alg,typ,kid' || typeof typ !== 'string' || typeof kid !== 'string') {
    throw refuse('header');
  }
  if (signature.length !== 64) throw refuse('malformed');
  const signedBytes = Buffer.from(jws.slice(0, jws.lastIndexOf('.')));
  return { typ, kid, payload, signedBytes, signature };
}

function readHeader(text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw refuse('malformed');
  }
  // Writing it again must give the same text: no duplicate keys, which parsers resolve differently.
  if (typeof value !== 'object' || value === null || Array.isArray(value) || JSON.stringify(value) !== text) {
    throw refuse('header');
  }
  return { ...value };
}

function readPublicKey(spki: string): KeyObject {
  try {
    const key = createPublicKey({ key: Buffer.from(spki, 'base64url'), type: 'spki', format: 'der' });
    if (key.asymmetricKeyDetails?.namedCurve === 'prime256v1') return key;
  } catch {
    // Refused below, like a key of another kind.
  }
  throw refuse('key');
}

function encode(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url');
}

/** Canonical base64url only: one byte string has one text. */
function decode(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64url');
  return bytes.toString('base64url') === text ? bytes : undefined;
}

function refuse(reason: string): AppError {
  return new AppError('signature-invalid', { reason });
}
