import { AppError } from '../../../shared/api/problem.ts';
import { fingerprint, sha256Hex } from '../../signing/fingerprint.ts';
import { readUnverifiedJws, verifyJws } from '../../signing/jws.ts';
import { readPlainBytes, utf8 } from './plain-form.ts';
import type { Shape } from './shape.ts';

/** A payload whose signature holds, in plain form and shape. */
export interface SignedText<Value> {
  readonly value: Value;
  /** SHA-256 of the payload. */
  readonly identity: string;
  /** SPKI whose signature holds. */
  readonly key: string;
}

/** A JWS taken apart, before anybody knows whose key it needs. */
export interface UnprovedText<Value> {
  readonly jws: string;
  readonly value: Value;
  readonly identity: string;
  readonly kid: string;
}

/** Undefined unless the text is a JWS with a payload in plain form and shape. */
export function readUnproved<Value>(bytes: Uint8Array, shape: Shape<Value>): UnprovedText<Value> | undefined {
  const jws = utf8(bytes);
  if (jws === undefined) return undefined;
  try {
    const { payload, kid } = readUnverifiedJws(jws);
    const value = readPlainBytes(payload);
    return shape.fits(value) ? { jws, value, identity: sha256Hex(payload), kid } : undefined;
  } catch (error) {
    if (error instanceof AppError) return undefined;
    throw error;
  }
}

/** The same text as a proved one when its signature of this type holds under one of the keys. */
export function prove<Value>(
  text: UnprovedText<Value>,
  type: string,
  keys: readonly string[],
): SignedText<Value> | undefined {
  const key = keys.find((candidate) => fingerprint(candidate) === text.kid);
  if (key === undefined) return undefined;
  try {
    verifyJws(text.jws, key, type);
    return { value: text.value, identity: text.identity, key };
  } catch (error) {
    if (error instanceof AppError) return undefined;
    throw error;
  }
}

/** Both in one step, for a signer known beforehand. */
export function readSigned<Value>(
  bytes: Uint8Array | undefined,
  shape: Shape<Value>,
  type: string,
  keys: readonly string[],
): SignedText<Value> | undefined {
  if (bytes === undefined) return undefined;
  const text = readUnproved(bytes, shape);
  return text === undefined ? undefined : prove(text, type, keys);
}
