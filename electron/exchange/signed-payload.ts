import { AppError } from '../../shared/api/problem.ts';
import type { Signer } from '../signing/envelope.ts';
import { fingerprint, sha256Hex } from '../signing/fingerprint.ts';
import { signJws, verifyJws } from '../signing/jws.ts';
import { refused } from './parts.ts';

/** Types of the signed payloads that letters carry (resources/spec/exchange.md). */
export const payloadTypes = {
  card: 'panel-card',
  declaration: 'panel-declaration',
  seatUnlock: 'panel-seat-unlock',
  receipt: 'panel-receipt',
  openingRequest: 'panel-opening-request',
  openingAnswer: 'panel-opening-answer',
  witness: 'panel-opening-witness',
  absence: 'panel-absence',
  absenceRequest: 'panel-absence-request',
} as const;

/** A shape of `shared/schema/signed-letter.ts`. */
export interface Shape<T> {
  readonly parse: (value: unknown) => T;
  readonly safeParse: (value: unknown) => { readonly success: boolean; readonly data?: T | undefined };
}

/** Compact JWS over the payload with its keys in the order of the shape. @throws ZodError for a wrong shape */
export function signPayload<T>(signer: Signer, type: string, shape: Shape<T>, payload: T): string {
  const header = { typ: type, kid: fingerprint(signer.publicSpki) };
  const text = JSON.stringify(shape.parse(payload));
  return signJws(signer.privateKey, header, Buffer.from(text, 'utf8'));
}

/**
 * The payload and its identity. @throws AppError `data-corrupt`: `signature` when this key didn't sign it,
 * `newer`, `malformed` when it has another shape or another order of keys
 */
export function readPayload<T>(
  jws: string,
  publicSpki: string,
  type: string,
  shape: Shape<T>,
): { readonly value: T; readonly hash: string } {
  const bytes = verified(jws, publicSpki, type);
  return { value: readShape(bytes.toString('utf8'), shape), hash: sha256Hex(bytes) };
}

/**
 * A text in its one form: no further, missing or repeated keys, which readers could resolve differently.
 * @throws AppError `data-corrupt`, reasons `newer`, `malformed`
 */
export function readShape<T>(text: string, shape: Shape<T>): T {
  const value = parsed(text);
  const format = (value as { format?: unknown } | null | undefined)?.format;
  if (typeof format === 'number' && format > 1) throw refused('newer');
  const { success, data } = shape.safeParse(value);
  if (!success || data === undefined || JSON.stringify(data) !== text) throw refused('malformed');
  return data;
}

function verified(jws: string, publicSpki: string, type: string): Buffer {
  try {
    return verifyJws(jws, publicSpki, type);
  } catch (error) {
    if (error instanceof AppError) throw refused('signature');
    throw error;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
