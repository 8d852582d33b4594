import { AppError } from '../../shared/api/problem.ts';
import { cardPayload, type Card } from '../../shared/schema/member-letter.ts';
import type { Signer } from '../signing/envelope.ts';
import { fingerprint } from '../signing/fingerprint.ts';
import { readUnverifiedJws } from '../signing/jws.ts';
import { refused } from './parts.ts';
import { payloadTypes, readPayload, readShape, signPayload } from './signed-payload.ts';

export interface CheckedCard {
  readonly card: Card;
  readonly jws: string;
  /** SHA-256 of the payload. */
  readonly hash: string;
  /** Fingerprint of `signing` (hex), read aloud as 24 digits. */
  readonly fingerprint: string;
}

export const CARD_PART = 'card.jws';
const CARD_LINE = /^paneldesk-card\/([1-9][0-9]{0,3})\n/u;
/** Names of two hundred characters and base64 included it stays far below. */
const LONGEST_FILE = 16 * 1024;

/** The public keys of `signer` and what they are for, signed with that key. */
export function signCard(signer: Signer, card: Card): string {
  return signPayload(signer, payloadTypes.card, cardPayload, card);
}

/** @throws AppError `data-corrupt`, reasons `malformed`, `newer`, `signature` */
export function readCard(jws: string): CheckedCard {
  const { signing } = readShape(unverifiedText(jws), cardPayload);
  const { value: card, hash } = readPayload(jws, signing, payloadTypes.card, cardPayload);
  return { card, jws, hash, fingerprint: fingerprint(signing) };
}

/** 专家登记文件: one line that says what it is, then the signed card. Nothing in it is secret. */
export function cardFile(jws: string): string {
  return `paneldesk-card/1\n${jws}\n`;
}

/** @throws AppError `data-corrupt`, reasons `not-ours`, `newer`, `truncated` and those of `readCard` */
export function readCardFile(bytes: Uint8Array): CheckedCard {
  const text = Buffer.from(bytes.subarray(0, LONGEST_FILE + 1)).toString('utf8');
  const [line = '', version] = CARD_LINE.exec(text) ?? [];
  if (version === undefined || bytes.byteLength > LONGEST_FILE) throw refused('not-ours');
  if (version !== '1') throw refused('newer');
  const body = text.slice(line.length);
  if (body.indexOf('\n') !== body.length - 1 || body.length < 2) throw refused('truncated');
  return readCard(body.slice(0, -1));
}

function unverifiedText(jws: string): string {
  try {
    return readUnverifiedJws(jws).payload.toString('utf8');
  } catch (error) {
    if (error instanceof AppError) throw refused('signature');
    throw error;
  }
}
