import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import { openLetter, partBytesOf, sealLetter, type LetterKeys } from '../../electron/exchange/letter.ts';
import { bytesPart, readParts, textPart, writeParts, type Part } from '../../electron/exchange/parts.ts';
import { bucketOf, paddingPart } from '../../electron/exchange/padding.ts';
import { partBytes } from '../../electron/exchange/parts.ts';
import { generateSigningKey } from '../../electron/signing/profile-keys.ts';
import { problemOf } from './problem-of.ts';

const signer = generateSigningKey();
const identity = await generateX25519Identity();
const recipient = await identityToRecipient(identity);
const keys: LetterKeys = { identity, senderKey: () => signer.publicSpki };
const manifest = {
  kind: 'sheets',
  review: 'R1',
  from: 'M1',
  number: 1,
  minimum: '0.2.0',
  log: null,
  claimedMs: 0,
} as const;

async function bytesOf(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.byteLength; at += size) yield bytes.subarray(at, at + size);
}

async function sealed(parts: readonly Part[]): Promise<Buffer> {
  return bytesOf(await sealLetter({ signer, recipient, manifest, parts }));
}

async function opened(bytes: Uint8Array, given = keys): Promise<Record<string, string>> {
  const letter = await openLetter(inPieces(bytes, 1000), given);
  const read: Record<string, string> = {};
  for await (const part of letter.parts) read[part.name] = (await partBytesOf(part)).toString('utf8');
  return read;
}

describe('a letter', () => {
  it('gives its addressee the parts that the sender put in', async () => {
    const bytes = await sealed([textPart('a.txt', '甲'), textPart('folder/b.txt', '')]);
    expect(await opened(bytes)).toEqual({ 'a.txt': '甲', 'folder/b.txt': '' });
  });

  it('checks parts that nobody read, and finds the next one', async () => {
    const bytes = await bytesOf(writeParts([textPart('a', 'x'.repeat(5000)), textPart('b', 'two')]));
    const names: string[] = [];
    for await (const part of readParts(inPieces(bytes, 700))) {
      names.push(part.name);
      for await (const chunk of part.bytes) if (chunk.byteLength > 0) break;
    }
    expect(names).toEqual(['a', 'b']);
  });

  it.each([0, 1, 999, 40_000, 65_000, 65_300, 65_536, 1_000_000])(
    'of %i bytes has the size of its bucket exactly',
    (size) => {
      const part = bytesPart('a', Buffer.alloc(size));
      const padding = paddingPart([part]);
      const total = partBytes(part) + partBytes(padding) + 4;
      expect(bucketOf(total)).toBe(total);
    },
  );

  it.each([
    ['a file of somebody else', Buffer.from('%PDF-1.7\n'), 'not-ours'],
    ['an empty file', Buffer.alloc(0), 'empty'],
    ['a letter of a newer program', Buffer.from('paneldesk-letter/2 sheets 0123456789abcdef\n'), 'newer'],
    ['a kind that is not known here', Buffer.from('paneldesk-letter/1 ballot 0123456789abcdef\n'), 'newer'],
  ])('refuses %s', async (_, bytes, reason) => {
    expect(await problemOf(opened(bytes))).toMatchObject({ values: { what: 'exchange', reason } });
  });

  it('opens for nobody else', async () => {
    const other = { ...keys, identity: await generateX25519Identity() };
    expect(await problemOf(opened(await sealed([]), other))).toMatchObject({
      values: { reason: 'not-for-us' },
    });
  });

  it('is refused from a sender whom nobody knows, and under another’s key', async () => {
    const bytes = await sealed([]);
    const stranger = { ...keys, senderKey: () => undefined };
    const other = generateSigningKey();
    expect(await problemOf(opened(bytes, stranger))).toMatchObject({ values: { reason: 'unknown-sender' } });
    expect(await problemOf(opened(bytes, { ...keys, senderKey: () => other.publicSpki }))).toMatchObject({
      values: { reason: 'signature' },
    });
  });

  it('is refused when its address line was rewritten', async () => {
    const text = (await sealed([])).toString('latin1').replace('/1 sheets ', '/1 card ');
    expect(await problemOf(opened(Buffer.from(text, 'latin1')))).toMatchObject({
      values: { reason: 'other-address' },
    });
  });

  it('is refused wherever it is cut off, and with one byte changed or added', async () => {
    const bytes = await sealed([textPart('a.txt', '甲'.repeat(50_000))]);
    for (const end of [60, 200, 70_000, bytes.byteLength - 1]) {
      expect(await problemOf(opened(bytes.subarray(0, end)))).toMatchObject({ code: 'data-corrupt' });
    }
    for (const place of [100, 400, 66_000, bytes.byteLength - 5]) {
      const changed = Buffer.from(bytes);
      changed[place] = (changed[place] ?? 0) ^ 1;
      expect(await problemOf(opened(changed))).toMatchObject({ code: 'data-corrupt' });
    }
    expect(await problemOf(opened(Buffer.concat([bytes, Buffer.from('x')])))).toMatchObject({
      code: 'data-corrupt',
    });
  });

  it('is not written when a part changes meanwhile', async () => {
    const changed: Part = { ...textPart('a', 'before'), open: () => [Buffer.from('after!')] };
    expect(await problemOf(sealed([changed]))).toMatchObject({ values: { reason: 'part-changed' } });
  });

  it.each(['../a', '/a', 'a//b', 'A', 'a\\b', '', 'a/../b', '文'])('has no part named “%s”', async (name) => {
    expect(await problemOf(sealed([textPart(name, '')]))).toMatchObject({ values: { reason: 'part-name' } });
  });
});
