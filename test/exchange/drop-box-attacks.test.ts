import { readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HASH_HEADER } from '../../electron/exchange/dropbox/protocol.ts';
import { addresseeOf } from '../../electron/exchange/letter.ts';
import { sha256Hex } from '../../electron/signing/fingerprint.ts';
import { rawExchange } from '../loopback/raw-exchange.ts';
import { bearer, code, letter, office, openTestBox, type TestBox } from './test-box.ts';

let box: TestBox;
const anybody = '0123456789abcdef';

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
  ['a letter for a member', put(sealedStart, 'sheets', anybody), 403],
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
    { ...put(`${sealedStart}chunk`), length: null, add: [chunked], body: 'zz\r\n' },
    400,
  ],
  ['a body that never ends', { ...put(`${sealedStart}never`), length: '5000' }, 408],
  ['headers without end', { add: [`X-Filler: ${'y'.repeat(8000)}`] }, 431],
];

describe('the drop box is hostile ground', () => {
  beforeAll(async () => {
    box = await openTestBox();
  });
  afterAll(() => box.close());

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
    expect({ status: answer.status, allowed, errors: box.errors }).toEqual({
      status,
      allowed: false,
      errors: [],
    });
    await expect.poll(() => readdirSync(box.folder)).toEqual([]);
  });

  it('leaves nothing of a letter whose sender hangs up', async () => {
    const text = `${sealedStart}${'x'.repeat(1000)}`;
    await new Promise<void>((resolve) => {
      const socket = connect(box.port, '127.0.0.1', () => {
        socket.write(wire({ ...put(text), length: '900000' }), () => socket.destroy());
      });
      socket.once('close', () => resolve());
    });
    await expect.poll(() => readdirSync(box.folder)).toEqual([]);
    expect(box.errors).toEqual([]);
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
