import { afterEach, beforeEach, expect, it } from 'vitest';
import { startLoopback, type Loopback } from '../../electron/loopback/server.ts';
import { smallBackend, type SmallBackend } from './small-backend.ts';

const token = 'T'.repeat(43);
const headers = { 'x-panel-token': token, 'x-panel-session': 'tab-00000001' };
let backend: SmallBackend;
let host: Loopback;

beforeEach(async () => {
  backend = smallBackend();
  host = await startLoopback({ backend, token });
});
afterEach(() => host.close());

function ask(path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(`http://127.0.0.1:${host.port}${path}`, init);
}

it('puts the token in the fragment, which browsers never send', () => {
  expect(host.address).toBe(`http://127.0.0.1:${host.port}/#k=${token}`);
});

it('serves the page without a token, with the content policy and without cookies', async () => {
  const answer = await ask('/');
  const seen = [
    'content-security-policy',
    'cache-control',
    'set-cookie',
    'x-content-type-options',
    'content-type',
  ];
  expect([answer.status, ...seen.map((name) => answer.headers.get(name))]).toEqual([
    200,
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; font-src 'self'; " +
      "connect-src 'self'; media-src 'none'; object-src 'none'; frame-src 'none'; child-src 'none'; " +
      "worker-src 'self'; manifest-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " +
      "require-trusted-types-for 'script'; trusted-types 'none'",
    'no-store',
    null,
    'nosniff',
    'text/html; charset=utf-8',
  ]);
});

it('gives a document to the holder of the token only, and in a sandbox', async () => {
  const refused = await ask('/files/minutes');
  const given = await ask('/files/minutes', { headers });
  expect([refused.status, given.status, await given.text()]).toEqual([401, 200, '%PDF-1.7']);
  expect(given.headers.get('content-security-policy')).toBe(
    "default-src 'none'; frame-ancestors 'none'; sandbox",
  );
});

it('streams an upload to the backend, without the token', async () => {
  const body = new Uint8Array(3_000_000);
  const answer = await ask('/uploads', { method: 'POST', headers, body });
  expect(await answer.json()).toEqual({ id: 'upload-1' });
  expect(backend.uploads).toEqual([{ session: 'tab-00000001', bytes: 3_000_000, sawToken: false }]);
});

it('refuses an upload that grows over 50 MiB while it comes', async () => {
  const part = new Uint8Array(1024 * 1024);
  let parts = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      parts += 1;
      if (parts > 51) controller.close();
      else controller.enqueue(part);
    },
  });
  const init: RequestInit & { duplex: 'half' } = { method: 'POST', headers, body, duplex: 'half' };
  const answer = await ask('/uploads', init).then(
    (response) => response.status,
    () => 'cut off',
  );
  expect([413, 'cut off']).toContain(answer);
  expect(backend.uploads).toEqual([]);
});

it('tells the backend that a tab is gone', async () => {
  await ask('/host/end-session', { method: 'POST', headers });
  expect(backend.ended).toEqual(['tab-00000001']);
});

it('answers an unexpected failure of the backend without its text', async () => {
  const failing = { ...backend, dispatch: () => Promise.reject(new Error('secret path')) };
  const seen: unknown[] = [];
  const other = await startLoopback({
    backend: failing,
    token,
    onError: (error) => void seen.push(error),
  });
  const answer = await fetch(`http://127.0.0.1:${other.port}/call`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: '{"name":"echo"}',
  });
  await other.close();
  expect([answer.status, await answer.text(), seen.length]).toEqual([
    500,
    '{"ok":false,"problem":{"code":"unexpected"}}',
    1,
  ]);
});
