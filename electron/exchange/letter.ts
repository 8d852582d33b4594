import { AppError } from '../../shared/api/problem.ts';
import { sealStream, unsealStream } from '../signing/age-stream.ts';
import { readUnverifiedJws, signJws, verifyJws } from '../signing/jws.ts';
import type { Signer } from '../signing/envelope.ts';
import { fingerprint, sha256Hex } from '../signing/fingerprint.ts';
import { CARD_PART, readCard } from './card.ts';
import { readHeaderLine, type LetterAddress } from './letter-address.ts';
import { manifestText, readManifest, type LetterManifest } from './letter-manifest.ts';
import { PADDING_PART, paddingPart } from './padding.ts';
import { readParts, refused, textPart, writeParts, type IncomingPart, type Part } from './parts.ts';

const LONGEST_CARD = 16 * 1024;
export const LETTER_TYPE = 'panel-letter';
export const MANIFEST_PART = 'letter.jws';

export interface LetterToSeal {
  readonly signer: Signer;
  /** `age1…` of the addressee. */
  readonly recipient: string;
  readonly manifest: Omit<LetterManifest, 'format' | 'to' | 'parts'>;
  readonly parts: readonly Part[];
}

export interface OpenedLetter {
  readonly address: LetterAddress;
  readonly manifest: LetterManifest;
  /** SHA-256 of the signed manifest: the identity of the letter. */
  readonly hash: string;
  readonly jws: string;
  /** SPKI (base64url) whose signature holds. */
  readonly senderSpki: string;
  /** The parts in the order of the manifest; each must equal its line there. Read it to the end. */
  readonly parts: AsyncGenerator<IncomingPart>;
}

export interface LetterKeys {
  /** `AGE-SECRET-KEY-1…` of whom it is for. */
  readonly identity: string;
  /** SPKI (base64url) of the sender; undefined when nobody of that fingerprint may send this. */
  readonly senderKey: (
    kid: string,
    manifest: LetterManifest,
    /** The key that a card names, which has signed both card and letter; undefined for other kinds. */
    introduced?: string,
  ) => string | undefined;
}

/** First 16 hex digits of the SHA-256 of an age recipient: how a letter names whom it is for. */
export function addresseeOf(recipient: string): string {
  return sha256Hex(recipient).slice(0, 16);
}

/**
 * Signs the list of parts, pads and seals it all to one recipient, as a stream.
 * @throws AppError `data-corrupt` when a part changes while it is read
 */
export async function sealLetter(letter: LetterToSeal): Promise<AsyncIterable<Uint8Array>> {
  const to = addresseeOf(letter.recipient);
  const { parts, signer } = letter;
  const lines = parts.map(({ name, size, sha256 }) => ({ name, size, sha256 }));
  const manifest: LetterManifest = { format: 1, ...letter.manifest, to, parts: lines };
  const kid = fingerprint(signer.publicSpki);
  const jws = signJws(
    signer.privateKey,
    { typ: LETTER_TYPE, kid },
    Buffer.from(manifestText(manifest), 'utf8'),
  );
  const first = textPart(MANIFEST_PART, jws);
  const all = [first, ...parts];
  const sealed = await sealStream(writeParts([...all, paddingPart(all)]), [letter.recipient]);
  return withHeader({ kind: manifest.kind, to }, sealed);
}

async function* withHeader(
  { kind, to }: LetterAddress,
  sealed: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield Buffer.from(`paneldesk-letter/1 ${kind} ${to}\n`, 'ascii');
  yield* sealed;
}

/**
 * Opens a letter: the address line, the seal, the sender's signature over the list of parts. The parts are
 * streamed and checked one by one against that list.
 * @throws AppError `data-corrupt` with a reason: `not-ours`, `newer`, `not-for-us`, `truncated`,
 *   `no-manifest`, `unknown-sender`, `signature`, `manifest`, `other-address`, and those of `readParts`
 */
export async function openLetter(source: AsyncIterable<Uint8Array>, keys: LetterKeys): Promise<OpenedLetter> {
  const { address, manifest, kid, jws, payload, parts } = await unsealLetter(source, keys.identity);
  const own = manifest.kind === 'card' ? await ownCard(kid, parts) : undefined;
  const senderSpki = keys.senderKey(kid, manifest, own?.spki);
  if (senderSpki === undefined) throw refused('unknown-sender');
  readJws(() => verifyJws(jws, senderSpki, LETTER_TYPE));
  if (manifest.kind !== address.kind || manifest.to !== address.to) throw refused('other-address');
  return {
    address,
    manifest,
    hash: sha256Hex(payload),
    jws,
    senderSpki,
    parts: listedParts(manifest, own?.parts ?? parts),
  };
}

/** A card brings the key that signed it: the part is read first, and handed on as if it weren't. */
async function ownCard(
  kid: string,
  parts: AsyncGenerator<IncomingPart>,
): Promise<{ spki: string; parts: AsyncGenerator<IncomingPart> }> {
  const { done, value } = await parts.next();
  if (done === true || value.name !== CARD_PART) throw refused('part-missing', { name: CARD_PART });
  if (value.size > LONGEST_CARD) throw refused('too-large');
  const bytes = await partBytesOf(value);
  const checked = readCard(bytes.toString('utf8'));
  if (checked.fingerprint !== kid) throw refused('signature');
  return { spki: checked.card.signing, parts: withFirst({ ...value, bytes: once(bytes) }, parts) };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function* withFirst(
  first: IncomingPart,
  rest: AsyncGenerator<IncomingPart>,
): AsyncGenerator<IncomingPart> {
  yield first;
  yield* rest;
}

export interface UnverifiedLetter {
  readonly address: LetterAddress;
  readonly manifest: LetterManifest;
  /** Fingerprint of the key that claims to have signed. */
  readonly kid: string;
  readonly jws: string;
  readonly payload: Buffer;
  /** Every part after the manifest, the padding too, not compared with it. */
  readonly parts: AsyncGenerator<IncomingPart>;
}

/** Takes the seal off; who sent it isn't checked. @throws AppError as `openLetter` */
export async function unsealLetter(
  source: AsyncIterable<Uint8Array>,
  identity: string,
): Promise<UnverifiedLetter> {
  const { address, rest } = await readHeaderLine(source);
  const parts = readParts(await unseal(rest, identity));
  const first = await parts.next();
  if (first.done === true || first.value.name !== MANIFEST_PART) throw refused('no-manifest');
  const jws = await readText(first.value);
  const { kid, payload } = readJws(() => readUnverifiedJws(jws));
  return { address, manifest: readManifest(payload.toString('utf8')), kid, jws, payload, parts };
}

/** What follows must be exactly what the sender listed, then the padding. */
async function* listedParts(
  manifest: LetterManifest,
  parts: AsyncGenerator<IncomingPart>,
): AsyncGenerator<IncomingPart> {
  for (const { name, size, sha256 } of manifest.parts) {
    const { done, value } = await parts.next();
    if (done === true) throw refused('truncated');
    if (value.name !== name || value.size !== size || value.sha256 !== sha256)
      throw refused('part-elsewhere', { name });
    yield value;
  }
  for await (const part of parts)
    if (part.name !== PADDING_PART) throw refused('part-elsewhere', { name: part.name });
}

async function unseal(
  sealed: AsyncIterable<Uint8Array>,
  identity: string,
): Promise<AsyncIterable<Uint8Array>> {
  let opened: AsyncIterable<Uint8Array>;
  try {
    opened = await unsealStream(sealed, identity);
  } catch (error) {
    // The carrier broke off: that isn't the letter's fault.
    if (error instanceof AppError) throw error;
    throw refused(String(error).includes('no identity matched') ? 'not-for-us' : 'truncated');
  }
  return translated(opened);
}

/** A broken seal in the middle means that bytes are missing or were changed. */
async function* translated(opened: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* opened;
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw refused('truncated');
  }
}

async function readText(part: IncomingPart): Promise<string> {
  if (part.size > 4 * 1024 * 1024) throw refused('manifest');
  return (await partBytesOf(part)).toString('utf8');
}

/** The whole part in memory. */
export async function partBytesOf(part: IncomingPart): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of part.bytes) pieces.push(piece);
  return Buffer.concat(pieces);
}

function readJws<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof AppError) throw refused('signature');
    throw error;
  }
}
