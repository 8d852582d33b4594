import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dropBoxClient, fetchJoinFile } from '../../electron/exchange/carriers/box-client.ts';
import type { BoxServerOptions } from '../../electron/exchange/dropbox/server.ts';
import { addresseeOf } from '../../electron/exchange/letter.ts';
import { sha256Hex } from '../../electron/signing/fingerprint.ts';
import { cheapCost } from '../support/backend.ts';
import { letterBytes, readAll, toPut } from './letters.ts';
import { problemOf } from './problem-of.ts';
import { bytes, code, letter, office, openTestBox, patient, type TestBox } from './test-box.ts';

const member = await identityToRecipient(await generateX25519Identity());
const receipt = toPut(member, await letterBytes({ recipient: member, kind: 'receipt' }), 'receipt');
const never = new AbortController().signal;

let box: TestBox;
const start = async (more: Partial<BoxServerOptions> = {}): Promise<void> => {
  box = await openTestBox(more);
};
const stop = () => box.close();
const placeOf = (typed = code) => ({ address: `127.0.0.1:${box.port}`, code: typed, kdfCost: cheapCost });
const reasonOf = async (work: Promise<unknown>): Promise<unknown> =>
  (await problemOf(work)).values?.['reason'];

describe('the drop box and its client', () => {
  beforeEach(() => start());
  afterEach(stop);

  it('takes a letter for the office, reads it back, and keeps it once', async () => {
    const client = dropBoxClient(placeOf());
    await client.put(letter, never);
    await client.put(letter, never);
    expect(readFileSync(join(box.folder, letter.name)).equals(bytes)).toBe(true);
    expect(readdirSync(box.folder)).toEqual([letter.name]);
    expect(box.received()).toBe(1);
  });

  it('gives a member the letters of the office, however the code was typed', async () => {
    writeFileSync(join(box.folder, receipt.name), await readAll(receipt.open()));
    const client = dropBoxClient(placeOf('4821 0093 7716 2054'));
    const { letters } = await client.list(addresseeOf(member));
    expect(letters).toMatchObject([{ name: receipt.name, size: receipt.size }]);
    const [found] = letters;
    if (found === undefined) throw new Error('nothing found');
    expect(sha256Hex(await readAll(client.read(found)))).toBe(receipt.sha256);
    expect((await client.list('0'.repeat(16))).letters).toEqual([]);
  });

  it('gives the join file to who knows the code', async () => {
    expect(Buffer.from(await fetchJoinFile(placeOf())).toString()).toBe('paneldesk-join/1\n示例');
    expect(await reasonOf(fetchJoinFile(placeOf('0000000000000000')))).toBe('box-code');
  });

  it('takes no letter for anybody but the office', async () => {
    expect(await reasonOf(dropBoxClient(placeOf()).put(receipt, never))).toBe('box-refused');
    expect(readdirSync(box.folder)).toEqual([]);
  });

  it('that is closed is told as a sentence', async () => {
    const place = placeOf();
    await box.close();
    expect(await reasonOf(dropBoxClient(place).list(addresseeOf(office)))).toBe('box-gone');
  });

  it('never gives a letter that it doesn’t hold', async () => {
    const found = { name: letter.name, size: 1, mark: '' };
    expect(await reasonOf(readAll(dropBoxClient(placeOf()).read(found)))).toBe('box-refused');
  });
});

describe('the limits of the drop box', () => {
  afterEach(stop);

  it('block an address after five wrong codes, the right one too, and only for a while', async () => {
    await start();
    const wrong = dropBoxClient(placeOf('1111222233334444'));
    const right = dropBoxClient(placeOf());
    for (let count = 0; count < 5; count += 1)
      expect(await reasonOf(wrong.list(addresseeOf(office)))).toBe('box-code');
    expect(await reasonOf(right.list(addresseeOf(office)))).toBe('box-slow');
    expect(box.blocked()).toBe(1);
    box.clock.nowMs += 61_000;
    expect((await right.list(addresseeOf(office))).letters).toEqual([]);
  });

  it('slow down whoever asks too much', async () => {
    await start({ gate: { ...patient, burst: 3, perSecond: 1 } });
    const client = dropBoxClient(placeOf());
    for (let count = 0; count < 3; count += 1) await client.list(addresseeOf(office));
    expect(await reasonOf(client.list(addresseeOf(office)))).toBe('box-slow');
    box.clock.nowMs += 1500;
    await client.list(addresseeOf(office));
  });

  it('refuse a letter that is too large, one too many, and what goes over the whole', async () => {
    await start({ limits: { letterBytes: 1000, totalBytes: 10 ** 9, letters: 100 } });
    expect(await reasonOf(dropBoxClient(placeOf()).put(letter, never))).toBe('box-full');
    await stop();
    await start({ limits: { letterBytes: 10 ** 9, totalBytes: 10 ** 9, letters: 1 } });
    await dropBoxClient(placeOf()).put(letter, never);
    const second = toPut(office, await letterBytes({ recipient: office, number: 2 }));
    expect(await reasonOf(dropBoxClient(placeOf()).put(second, never))).toBe('box-full');
    await stop();
    await start({ limits: { letterBytes: 10 ** 9, totalBytes: bytes.byteLength + 100, letters: 100 } });
    await dropBoxClient(placeOf()).put(letter, never);
    expect(await reasonOf(dropBoxClient(placeOf()).put(second, never))).toBe('box-full');
    expect(readdirSync(box.folder)).toEqual([letter.name]);
  });
});
