import { describe, expect, test } from 'vitest';
import { payloadTypes, readPayload, signPayload } from '../../electron/exchange/signed-payload.ts';
import { readSheetParts, sheetParts } from '../../electron/exchange/sheet-parts.ts';
import { readParts, textPart, writeParts, type Part } from '../../electron/exchange/parts.ts';
import { generateSigningKey } from '../../electron/signing/profile-keys.ts';
import { fingerprint } from '../../electron/signing/fingerprint.ts';
import { signJws } from '../../electron/signing/jws.ts';
import { receiptPayload } from '../../shared/schema/signed-letter.ts';
import { problemOf } from './problem-of.ts';

const signer = generateSigningKey();
const receipt = {
  format: 1 as const,
  review: 'R1',
  member: 'M1',
  dossier: 'D1',
  seq: 1,
  envelope: 'a'.repeat(64),
  sealedHash: 'b'.repeat(64),
  log: { size: 3, head: 'c'.repeat(64) },
  claimedMs: 0,
};
const read = async (jws: string) => readPayload(jws, signer.publicSpki, payloadTypes.receipt, receiptPayload);
const signedText = (text: string) =>
  signJws(
    signer.privateKey,
    { typ: payloadTypes.receipt, kid: fingerprint(signer.publicSpki) },
    Buffer.from(text),
  );

describe('a signed payload', () => {
  test('comes back as it was signed', async () => {
    const { value } = await read(signPayload(signer, payloadTypes.receipt, receiptPayload, receipt));
    expect(value).toEqual(receipt);
  });

  test('has one text only: other orders, repeated or further keys are refused', async () => {
    const text = JSON.stringify(receipt);
    const { log, ...rest } = receipt;
    const swapped = JSON.stringify({ ...rest, log: { head: log.head, size: log.size } });
    for (const other of [
      JSON.stringify(Object.fromEntries(Object.entries(receipt).toReversed())),
      swapped,
      text.replace('"format":1', '"format":1,"format":1'),
      text.replace('}', ',"more":1}'),
      text.replace('"seq":1', '"seq":1.0'),
      ` ${text}`,
      '[]',
    ]) {
      expect((await problemOf(read(signedText(other)))).values).toMatchObject({ reason: 'malformed' });
    }
  });

  test('of another key or another type is refused', async () => {
    const other = generateSigningKey();
    const jws = signPayload(other, payloadTypes.receipt, receiptPayload, receipt);
    expect((await problemOf(read(jws))).values).toMatchObject({ reason: 'signature' });
    const witness = signPayload(signer, payloadTypes.witness, receiptPayload, receipt);
    expect((await problemOf(read(witness))).values).toMatchObject({ reason: 'signature' });
  });
});

describe('the parts of a letter with sheets', () => {
  const through = (parts: readonly Part[]) => readSheetParts(readParts(streamOf(parts)));
  async function* streamOf(parts: readonly Part[]) {
    yield* writeParts(parts);
  }
  const sheet = { dossier: 'd-1', seq: 1, envelope: 'one', sealed: Buffer.from('sealed') };
  const withdrawal = { dossier: 'd-1', seq: 2, envelope: 'two', sealed: null };

  test('are read in the order of dossier and number, whatever their own', async () => {
    expect(await through(sheetParts([withdrawal, sheet]))).toEqual([sheet, withdrawal]);
  });

  test('hold nothing else', async () => {
    for (const name of ['other.txt', 'd-1.0.envelope.jws', 'd-1.1.sealed', 'd-1.01.envelope.jws'])
      expect((await problemOf(through([textPart(name, 'x')]))).values).toMatchObject({
        reason: 'part-elsewhere',
      });
  });
});
