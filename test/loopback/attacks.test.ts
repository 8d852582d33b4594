import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startLoopback, type Loopback } from '../../electron/loopback/server.ts';
import { rawExchange } from './raw-exchange.ts';
import { smallBackend } from './small-backend.ts';

const token = 'T'.repeat(43);
const session = 'tab-00000001';
const backend = smallBackend();
let host: Loopback;

beforeAll(async () => {
  host = await startLoopback({ backend, token, requestTimeoutMs: 400 });
});
afterAll(() => host.close());

interface Attack {
  readonly line?: string;
  readonly host?: string | null;
  readonly add?: readonly string[];
  readonly token?: string | null;
  readonly session?: string | null;
  readonly type?: string | null;
  readonly body?: string;
  readonly length?: string | null;
}

/** A correct call with exactly the named parts replaced; `null` leaves a part out. */
function wire(attack: Attack): string {
  const body = attack.body ?? '{"name":"echo","input":1}';
  const line = attack.line ?? 'POST /call';
  const part = (name: string, given: string | null | undefined, usual: string): readonly string[] =>
    given === null ? [] : [`${name}: ${given ?? usual}`];
  const head = [
    `${line} HTTP/1.1`,
    ...part('Host', attack.host, `127.0.0.1:${host.port}`),
    ...part('X-Panel-Token', attack.token, token),
    ...part('X-Panel-Session', attack.session, session),
    ...part('Content-Type', attack.type, 'application/json'),
    ...part('Content-Length', attack.length, String(Buffer.byteLength(body))),
    ...(attack.add ?? []),
  ];
  return `${head.join('\r\n')}\r\n\r\n${body}`;
}

const get = { type: null, length: null, body: '' };
const big = 'x'.repeat(2 * 1024 * 1024);
const chunked = 'Transfer-Encoding: chunked';

/** Name, what is changed in an otherwise correct call, the status that answers. */
const attacks: readonly (readonly [string, Attack, number])[] = [
  ['a rebound name as host', { host: 'evil.example' }, 421],
  ['localhost instead of the number', { host: 'localhost:1' }, 421],
  ['the right number, another port', { host: '127.0.0.1:1' }, 421],
  ['the number without a port', { host: '127.0.0.1' }, 421],
  ['a second host header', { add: ['Host: evil.example'] }, 421],
  ['no host header', { host: null }, 400],
  ['another site as origin', { add: ['Origin: https://evil.example'] }, 403],
  ['a null origin', { add: ['Origin: null'] }, 403],
  ['another local port as origin', { add: ['Origin: http://127.0.0.1:1'] }, 403],
  ['localhost as origin', { add: ['Origin: http://localhost'] }, 403],
  ['an empty origin', { add: ['Origin: '] }, 403],
  ['a cross-site fetch without origin', { add: ['Sec-Fetch-Site: cross-site'] }, 403],
  ['a same-site fetch from another port', { add: ['Sec-Fetch-Site: same-site'] }, 403],
  [
    'a cross-site script element',
    { ...get, line: 'GET /assets/index.js', add: ['Sec-Fetch-Site: cross-site'] },
    403,
  ],
  ['no token', { token: null }, 401],
  ['an empty token', { token: '' }, 401],
  ['a wrong token of the right length', { token: 'S'.repeat(43) }, 401],
  ['the token with a tail', { token: `${token}x` }, 401],
  ['the token twice', { add: [`X-Panel-Token: ${token}`] }, 401],
  ['the token only as a cookie', { token: null, add: [`Cookie: X-Panel-Token=${token}`] }, 401],
  ['the token only in the address', { token: null, line: `POST /call?k=${token}` }, 401],
  ['the token as a bearer', { token: null, add: [`Authorization: Bearer ${token}`] }, 401],
  ['no session', { session: null }, 400],
  ['a session that is a path', { session: '../../../etc' }, 400],
  ['GET on the call', { ...get, line: 'GET /call' }, 405],
  ['HEAD on the page', { ...get, line: 'HEAD /' }, 405],
  ['OPTIONS, the preflight', { ...get, line: 'OPTIONS /call', add: ['Origin: null'] }, 403],
  ['OPTIONS from ourselves', { ...get, line: 'OPTIONS /call' }, 405],
  ['PUT on an upload', { line: 'PUT /uploads' }, 405],
  ['DELETE on a file', { ...get, line: 'DELETE /files/minutes' }, 405],
  ['TRACE', { ...get, line: 'TRACE /' }, 405],
  ['a path that does not exist', { ...get, line: 'GET /admin' }, 404],
  ['a climbing path', { ...get, line: 'GET /assets/../../package.json' }, 400],
  ['an encoded climbing path', { ...get, line: 'GET /assets/%2e%2e/%2e%2e/package.json' }, 400],
  ['a doubly encoded climbing path', { ...get, line: 'GET /assets/%252e%252e/package.json' }, 400],
  ['an encoded slash', { ...get, line: 'GET /assets%2f..%2fpackage.json' }, 400],
  ['a backslash', { ...get, line: 'GET /assets/..\\package.json' }, 400],
  ['a NUL in the path', { ...get, line: 'GET /assets/a%00.js' }, 400],
  ['a hidden file', { ...get, line: 'GET /assets/.env' }, 400],
  ['two slashes in front', { ...get, line: 'GET //evil.example/' }, 400],
  ['a whole address as target', { ...get, line: 'GET http://evil.example/' }, 400],
  ['an asterisk as target', { ...get, line: 'OPTIONS *' }, 400],
  ['a call that says it is a form', { type: 'application/x-www-form-urlencoded' }, 415],
  ['a call that says it is text', { type: 'text/plain' }, 415],
  ['a call without a type', { type: null }, 415],
  ['a length over the limit', { length: '2097153' }, 413],
  ['a length that is no number', { length: '1e9' }, 400],
  ['a negative length', { length: '-1' }, 400],
  ['an upload over the limit by its length', { line: 'POST /uploads', length: '52428801' }, 413],
  ['a body on a GET', { line: 'GET /' }, 413],
  [
    'chunks that go over the limit',
    { length: null, add: [chunked], body: `${chunk(big)}${chunk('xx')}0\r\n\r\n` },
    413,
  ],
  ['a length and chunks at once', { length: '5', add: [chunked], body: '0\r\n\r\n' }, 400],
  ['a chunk size that is no number', { length: null, add: [chunked], body: 'zz\r\n\r\n' }, 400],
  ['a body that never ends', { length: '1000', body: '{' }, 408],
  ['a body that is not JSON', { body: '{"name":' }, 400],
  ['a body that is not an object', { body: 'null' }, 400],
  ['a call without a name', { body: '{"input":1}' }, 400],
  ['a name that is no text', { body: '{"name":{"a":1}}' }, 400],
  ['a task that is no text', { body: '{"name":"echo","task":[]}' }, 400],
  ['headers without end', { add: [`X-Filler: ${'y'.repeat(20_000)}`] }, 431],
];

function chunk(text: string): string {
  return `${text.length.toString(16)}\r\n${text}\r\n`;
}

describe('the loopback port is hostile ground', () => {
  it.each(attacks)('%s', async (_name, attack, status) => {
    const before = backend.calls.length + backend.uploads.length;
    const answer = await rawExchange(host.port, wire(attack));
    const after = backend.calls.length + backend.uploads.length;
    const allowed = /access-control|set-cookie/i.test(answer.head);
    expect({ status: answer.status, reached: after - before, allowed }).toEqual({
      status,
      reached: 0,
      allowed: false,
    });
  });

  it('answers a method that nobody knows with data, not with an error page', async () => {
    const answer = await rawExchange(
      host.port,
      wire({ body: '{"name":"__proto__"}', add: ['Connection: close'] }),
    );
    expect(answer).toMatchObject({ status: 200, body: '{"ok":false,"problem":{"code":"not-found"}}' });
  });

  it('answers a correct call', async () => {
    const answer = await rawExchange(host.port, wire({ add: ['Connection: close'] }));
    expect(answer).toMatchObject({ status: 200, body: '{"ok":true,"value":1}' });
  });
});
