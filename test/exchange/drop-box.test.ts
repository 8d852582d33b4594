import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dropBoxClient, fetchJoinFile } from '../../electron/exchange/carriers/box-client.ts';
import { HASH_HEADER, bearerOf } from '../../electron/exchange/dropbox/protocol.ts';
import {
  startBoxServer,
  type BoxServer,
  type BoxServerOptions,
} from '../../electron/exchange/dropbox/server.ts';
import { addresseeOf } from '../../electron/exchange/letter.ts';
import { sha256Hex } from '../../electron/signing/fingerprint.ts';
import { rawExchange } from '../loopback/raw-exchange.ts';
import { cheapCost } from '../support/backend.ts';
import { letterBytes, readAll, toPut } from './letters.ts';
import { problemOf } from './problem-of.ts';

const office = await identityToRecipient(await generateX25519Identity());
const member = await identityToRecipient(await generateX25519Identity());
const code = '4821009377162054';
const bearer = await bearerOf(code, cheapCost);
const bytes = await letterBytes({ recipient: office });
const letter = toPut(office, bytes);
const receipt = toPut(member, await letterBytes({ recipient: member, kind: 'receipt' }), 'receipt');
const never = new AbortController().signal;
const patient = { tries: 5, blockMs: 60_000, delayMs: 1, burst: 100_000, perSecond: 100_000 };

let folder: string;
let box: BoxServer;
const clock = { nowMs: 0 };
const errors: unknown[] = [];

async function start(more: Partial<BoxServerOptions> = {}): Promise<void> {
  folder = mkdtempSync(join(tmpdir(), 'paneldesk-box-'));
  box = await startBoxServer({
    folder,
    office: addresseeOf(office),
    bearer,
    joinFile: Buffer.from('paneldesk-join/1\n示例'),
    address: '127.0.0.1',
    port: 0,
    nowMs: () => clock.nowMs,
    onError: (error) => errors.push(error),
    gate: patient,
    requestTimeoutMs: 400,
    ...more,
  });
}
async function stop(): Promise<void> {
  await box.close();
  rmSync(folder, { recursive: true, force: true });
}
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
    expect(readFileSync(join(folder, letter.name)).equals(bytes)).toBe(true);
    expect(readdirSync(folder)).toEqual([letter.name]);
    expect(box.received()).toBe(1);
  });

  it('gives a member the letters of the office, however the code was typed', async () => {
    writeFileSync(join(folder, receipt.name), await readAll(receipt.open()));
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
    expect(readdirSync(folder)).toEqual([]);
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
    clock.nowMs += 61_000;
    expect((await right.list(addresseeOf(office))).letters).toEqual([]);
  });

  it('slow down whoever asks too much', async () => {
    await start({ gate: { ...patient, burst: 3, perSecond: 1 } });
    const client = dropBoxClient(placeOf());
    for (let count = 0; count < 3; count += 1) await client.list(addresseeOf(office));
    expect(await reasonOf(client.list(addresseeOf(office)))).toBe('box-slow');
    clock.nowMs += 1500;
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
    expect(readdirSync(folder)).toEqual([letter.name]);
  });
});

interface Attack {
  readonly line?: string;
  readonly auth?: string | null;
  readonly hash?: string | null;
  readonly add?: readonly string[];
  readonly body?: string;
  readonly length?: string | null;
}

const address = addresseeOf(office);
const sealedStart = `paneldesk-letter/1 sheets ${address}\nage-encryption.org/v1\n`;
const nameFor = (text: string, kind = 'sheets', to = address): string =>
  `${to}.${kind}.${sha256Hex(Buffer.from(text)).slice(0, 8)}.panel`;
const put = (text: string, kind?: string, to?: string): Attack => ({
  line: `PUT /1/letter/${nameFor(text, kind, to)}`,
  hash: sha256Hex(Buffer.from(text)),
  body: text,
});
const chunked = 'Transfer-Encoding: chunked';

/** Name, what is changed in an otherwise correct list request, the status that answers. */
const attacks: readonly (readonly [string, Attack, number])[] = [
  ['no code', { auth: null }, 401],
  ['an empty code', { auth: '' }, 401],
  ['a wrong bearer of the right length', { auth: `Bearer ${'0'.repeat(64)}` }, 401],
  ['the bearer with a tail', { auth: `Bearer ${bearer}x` }, 401],
  ['the bearer twice', { add: [`Authorization: Bearer ${bearer}`] }, 401],
  ['the code itself as bearer', { auth: `Bearer ${code}` }, 401],
  ['the code by another scheme', { auth: `Basic ${bearer}` }, 401],
  ['the bearer in the address', { auth: null, line: `GET /1/letters/${address}?k=${bearer}` }, 401],
  ['the page of the host', { line: 'GET /' }, 404],
  ['a call of the host', { line: 'POST /call', body: '{"name":"session.tiles"}' }, 404],
  ['a file of the host', { line: 'GET /files/document-1' }, 404],
  ['an upload to the host', { line: 'POST /uploads', body: 'x' }, 404],
  ['the ping of the host', { line: 'GET /host/ping' }, 404],
  ['a climbing path', { line: 'GET /1/letter/../../paneldesk.db' }, 404],
  ['an encoded climbing path', { line: 'GET /1/letter/%2e%2e%2fpaneldesk.db' }, 404],
  ['a doubly encoded climbing path', { line: 'GET /1/letter/%252e%252e/paneldesk.db' }, 404],
  ['a backslash', { line: 'GET /1/letter/..\\paneldesk.db' }, 404],
  ['a NUL', { line: `GET /1/letter/${letter.name}%00` }, 404],
  ['a query behind a name', { line: `GET /1/letter/${letter.name}?x=1` }, 404],
  ['a name with a folder', { line: `GET /1/letter/sub/${letter.name}` }, 404],
  ['an unfinished letter', { line: `GET /1/letter/${letter.name}.part` }, 404],
  ['a kind that nobody knows', { line: `GET /1/letter/${letter.name.replace('sheets', 'ballot')}` }, 404],
  ['an addressee in capitals', { line: `GET /1/letters/${address.toUpperCase().replace(/\d/g, 'A')}` }, 404],
  ['all addressees', { line: 'GET /1/letters/' }, 404],
  ['two slashes in front', { line: `GET //1/letters/${address}` }, 404],
  ['a whole address as target', { line: `GET http://evil.example/1/letters/${address}` }, 404],
  ['an asterisk as target', { line: 'OPTIONS *' }, 404],
  ['a newer protocol', { line: `GET /2/letters/${address}` }, 404],
  ['POST on a list', { line: `POST /1/letters/${address}`, body: 'x' }, 405],
  ['PUT on a list', { line: `PUT /1/letters/${address}`, body: 'x' }, 405],
  ['PUT on the join file', { line: 'PUT /1/join', body: 'x' }, 405],
  ['DELETE on a letter', { line: `DELETE /1/letter/${letter.name}` }, 405],
  ['HEAD on a letter', { line: `HEAD /1/letter/${letter.name}` }, 405],
  ['OPTIONS on a letter, the preflight', { line: `OPTIONS /1/letter/${letter.name}` }, 405],
  ['TRACE', { line: `TRACE /1/letters/${address}` }, 405],
  ['PATCH on a letter', { line: `PATCH /1/letter/${letter.name}`, body: 'x' }, 405],
  ['a body on a list', { body: 'x' }, 413],
  ['chunks on a list', { length: null, add: [chunked], body: '1\r\nx\r\n0\r\n\r\n' }, 413],
  ['a letter for a member', put(sealedStart, 'sheets', addresseeOf(member)), 403],
  ['a kind that only the office sends', put(sealedStart, 'package'), 403],
  ['a letter without its hash', { ...put(sealedStart), hash: null }, 422],
  ['a hash that is no hash', { ...put(sealedStart), hash: 'x' }, 422],
  ['the hash of something else', { ...put(sealedStart), hash: 'a'.repeat(64) }, 422],
  ['a name that isn’t of these bytes', { ...put(sealedStart), line: `PUT /1/letter/${letter.name}` }, 422],
  ['bytes that aren’t of this hash', { ...put(`${sealedStart}x`), body: `${sealedStart}y` }, 422],
  ['a PDF', put('%PDF-1.7\n'), 415],
  ['a program', put('MZ\x90'), 415],
  ['nothing', put(''), 415],
  ['an address line alone', put(`paneldesk-letter/1 sheets ${address}\n`), 415],
  ['a letter that isn’t sealed', put(`paneldesk-letter/1 sheets ${address}\nplain text of a sheet`), 415],
  ['an address line of another kind', put(sealedStart.replace('sheets', 'card')), 415],
  ['an address line of another addressee', put(sealedStart.replace(address, '0'.repeat(16))), 415],
  ['a letter over the limit by its length', { ...put(sealedStart), length: '999999999999' }, 413],
  ['a length that is no number', { ...put(sealedStart), length: '1e3' }, 400],
  ['a negative length', { ...put(sealedStart), length: '-1' }, 400],
  ['a length and chunks at once', { ...put(sealedStart), add: [chunked] }, 400],
  [
    'a chunk size that is no number',
    { ...put(sealedStart), length: null, add: [chunked], body: 'zz\r\n' },
    400,
  ],
  ['a body that never ends', { ...put(sealedStart), length: '5000' }, 408],
  ['headers without end', { add: [`X-Filler: ${'y'.repeat(8000)}`] }, 431],
];

describe('the drop box is hostile ground', () => {
  beforeAll(() => start());
  afterAll(stop);

  function wire(attack: Attack): string {
    const body = attack.body ?? '';
    const length = attack.length === undefined ? String(Buffer.byteLength(body)) : attack.length;
    const auth = attack.auth === undefined ? `Bearer ${bearer}` : attack.auth;
    const head = [
      `${attack.line ?? `GET /1/letters/${address}`} HTTP/1.1`,
      `Host: 127.0.0.1:${box.port}`,
      ...(auth === null ? [] : [`Authorization: ${auth}`]),
      ...(attack.hash === undefined || attack.hash === null ? [] : [`${HASH_HEADER}: ${attack.hash}`]),
      ...(length === null ? [] : [`Content-Length: ${length}`]),
      ...(attack.add ?? []),
    ];
    return `${head.join('\r\n')}\r\n\r\n${body}`;
  }

  it.each(attacks)('%s', async (_name, attack, status) => {
    const answer = await rawExchange(box.port, wire(attack));
    // A right code in between, so that wrong ones of this list don't add up to a block.
    await rawExchange(box.port, wire({ add: ['Connection: close'] }));
    const allowed = /access-control|set-cookie|server:/i.test(answer.head);
    expect({ status: answer.status, allowed, errors }).toEqual({ status, allowed: false, errors: [] });
    await expect.poll(() => readdirSync(folder)).toEqual([]);
  });

  it('leaves nothing of a letter whose sender hangs up', async () => {
    const text = `${sealedStart}${'x'.repeat(1000)}`;
    await new Promise<void>((resolve) => {
      const socket = connect(box.port, '127.0.0.1', () => {
        socket.write(wire({ ...put(text), length: '900000' }), () => socket.destroy());
      });
      socket.once('close', () => resolve());
    });
    await expect.poll(() => readdirSync(folder)).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('answers 10,000 generated addresses with refusals only', async () => {
    const pieces = [
      '..',
      '%2e%2e',
      '1',
      'letter',
      'letters',
      'join',
      address,
      letter.name,
      'call',
      'files',
      '%00',
      '~',
    ];
    const separators = ['/', '//', '\\', '%2f', '?', ';', '#'];
    const known = new Set([`/1/letters/${address}`, '/1/join', `/1/letter/${letter.name}`]);
    let seed = 7;
    const next = (below: number): number => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    const targets = Array.from({ length: 10_000 }, () =>
      Array.from({ length: 1 + next(5) }, () => `${separators[next(7)] ?? ''}${pieces[next(12)] ?? ''}`).join(
        '',
      ),
    ).filter((target) => !known.has(target));
    const wrong: string[] = [];
    // In piles of one connection each: every refusal ends the connection, so only the first counts there.
    for (const target of targets) {
      if (target.includes('#')) continue;
      const { status } = await rawExchange(
        box.port,
        wire({ line: `GET ${target.startsWith('/') ? '' : '/'}${target}` }),
      );
      if (status !== 404 && status !== 400 && !known.has(target)) wrong.push(`${status} ${target}`);
    }
    expect(wrong).toEqual([]);
  }, 60_000);
});
