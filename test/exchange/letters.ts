import { createHash } from 'node:crypto';
import type { LetterToPut } from '../../electron/exchange/carriers/carrier.ts';
import { letterName } from '../../electron/exchange/carriers/letter-name.ts';
import { addresseeOf, sealLetter } from '../../electron/exchange/letter.ts';
import type { LetterKind } from '../../electron/exchange/letter-kinds.ts';
import { textPart, type Part } from '../../electron/exchange/parts.ts';
import { generateSigningKey, type KeyPair } from '../../electron/signing/profile-keys.ts';

export const signer: KeyPair = generateSigningKey();

export interface LetterChoice {
  readonly recipient: string;
  readonly kind?: LetterKind;
  readonly review?: string;
  readonly number?: number;
  readonly parts?: readonly Part[];
}

/** A sealed letter as bytes, by `signer`. */
export async function letterBytes(choice: LetterChoice): Promise<Buffer> {
  const manifest = {
    kind: choice.kind ?? 'sheets',
    review: choice.review ?? 'R1',
    from: 'M1',
    number: choice.number ?? 1,
    minimum: '0.1.0',
    log: null,
    claimedMs: 0,
  };
  const parts = choice.parts ?? [textPart('note.txt', '示例')];
  const chunks: Uint8Array[] = [];
  for await (const chunk of await sealLetter({ signer, recipient: choice.recipient, manifest, parts }))
    chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** These bytes as a carrier takes them. */
export function toPut(recipient: string, bytes: Buffer, kind: LetterKind = 'sheets'): LetterToPut {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const name = letterName(addresseeOf(recipient), kind, sha256);
  return {
    name,
    size: bytes.byteLength,
    sha256,
    async *open() {
      yield bytes;
    },
  };
}

export async function readAll(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of source) chunks.push(chunk);
  return Buffer.concat(chunks);
}
