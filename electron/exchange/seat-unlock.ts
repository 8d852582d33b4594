import { seatUnlockPayload, type SeatUnlock } from '../../shared/schema/member-letter.ts';
import type { Signer } from '../signing/envelope.ts';
import { LONGEST_HEADER, parseAddress } from './letter-address.ts';
import { addresseeOf } from './letter.ts';
import { refused } from './parts.ts';
import { payloadTypes, readPayload, signPayload } from './signed-payload.ts';

const LONGEST_FILE = 16 * 1024;

/**
 * A letter that isn't sealed: a locked seat has no key to open one with, and nothing in it is secret. The
 * address line, then the signed text. `recipient` is the seat's `age1…`.
 */
export function seatUnlockFile(authority: Signer, unlock: SeatUnlock, recipient: string): Buffer {
  const jws = signPayload(authority, payloadTypes.seatUnlock, seatUnlockPayload, unlock);
  return Buffer.from(`paneldesk-letter/1 seat-unlock ${addresseeOf(recipient)}\n${jws}\n`, 'ascii');
}

/**
 * @param recipient `age1…` of the seat
 * @throws AppError `data-corrupt`, reasons `not-ours`, `newer`, `not-seat-unlock`, `not-for-seat`, `truncated`,
 *   `signature`, `malformed`
 */
export function readSeatUnlock(bytes: Uint8Array, authoritySpki: string, recipient: string): SeatUnlock {
  const { to, jws } = unverifiedSeatUnlock(bytes);
  if (to !== addresseeOf(recipient)) throw refused('not-for-seat');
  return readPayload(jws, authoritySpki, payloadTypes.seatUnlock, seatUnlockPayload).value;
}

/** Whom such a file is for, not verified yet. @throws as `readSeatUnlock` */
export function unverifiedSeatUnlock(bytes: Uint8Array): { readonly to: string; readonly jws: string } {
  const end = Buffer.from(bytes.subarray(0, LONGEST_HEADER + 1)).indexOf(0x0a);
  if (end < 0) throw refused('not-ours');
  const { kind, to } = parseAddress(Buffer.from(bytes.subarray(0, end)).toString('latin1'));
  if (kind !== 'seat-unlock') throw refused('not-seat-unlock');
  if (bytes.byteLength > LONGEST_FILE) throw refused('malformed');
  const body = Buffer.from(bytes.subarray(end + 1)).toString('latin1');
  if (body.indexOf('\n') !== body.length - 1 || body.length < 2) throw refused('truncated');
  return { to, jws: body.slice(0, -1) };
}
