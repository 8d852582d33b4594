import { expect, it, vi } from 'vitest';
import { answerBytes } from '../../electron/desktop/bytes.ts';
import { securityHeaders } from '../../electron/api/security-headers.ts';
import { smallBackend } from '../loopback/small-backend.ts';
import { hostileAddresses } from './addresses.ts';

vi.mock('electron', () => ({}));

/** A request whose address is kept as written; the standard class would tidy it up. */
function asWritten(address: string, method = 'GET'): Request {
  const request = new Request('http://x/', { method });
  return Object.defineProperty(request, 'url', { value: address });
}

it('answers no hostile address, and the refusal carries all security headers', async () => {
  const backend = smallBackend();
  const answers = await Promise.all(
    hostileAddresses.map((one) => answerBytes(backend, asWritten(one), 'window-1')),
  );
  const expected = securityHeaders('reply');
  const wrong = answers.filter(
    (answer) =>
      ![400, 404].includes(answer.status) ||
      Object.entries(expected).some(([name, value]) => answer.headers.get(name) !== value),
  );
  expect(wrong).toEqual([]);
});

it.each([
  ['panel://app/', 'GET', 200],
  ['panel://app/assets/index.js', 'GET', 200],
  ['panel://app/files/minutes', 'GET', 200],
  ['panel://app/files/unknown', 'GET', 404],
  ['panel://app/call', 'POST', 404],
  ['panel://app/uploads', 'GET', 405],
  ['panel://app/', 'POST', 405],
  ['panel://app/files/minutes', 'DELETE', 405],
  ['panel://app/', 'HEAD', 405],
])('%s by %s answers %i', async (address, method, status) => {
  const answer = await answerBytes(smallBackend(), asWritten(address, method), 'window-1');
  expect(answer.status).toBe(status);
});

it('breaks off an upload that says less than it sends', async () => {
  const backend = smallBackend();
  const body = new Uint8Array(51 * 1024 * 1024);
  const request = new Request('panel://app/uploads', {
    method: 'POST',
    body,
    headers: { 'content-length': '5' },
  });
  const answer = await answerBytes(backend, request, 'window-1');
  expect([answer.status, backend.uploads]).toEqual([500, []]);
});

it('a failing backend answers 500 and nothing of its error', async () => {
  const backend = { ...smallBackend(), files: () => Promise.reject(new Error('secret')) };
  const answer = await answerBytes(backend, asWritten('panel://app/'), 'window-1');
  expect([answer.status, await answer.text()]).toEqual([500, '']);
});
