import { afterEach, beforeEach, expect, test } from 'vitest';
import { refusalOf } from '../../renderer/api/refusal-of.ts';
import { openTestBackend, removeFolder, type TestBackend } from '../support/backend.ts';

let host: TestBackend;
beforeEach(async () => {
  host = await openTestBackend();
});
afterEach(async () => {
  await host.close();
  removeFolder(host.folder);
});

const upload = (bytes: Uint8Array<ArrayBuffer>) =>
  host.backend.files(
    new Request('http://panel/uploads', { method: 'POST', body: bytes, headers: { 'x-file-name': 'a.pdf' } }),
    'tab',
  );

test('an upload that is refused says why: locked, or empty', async () => {
  expect((await refusalOf(await upload(new Uint8Array([1, 2, 3])))).code).toBe('locked');
  const secretary = { name: '示例', passphrase: '一二三四五六七八九十甲乙' };
  const review = { title: '示例评审', organiser: '示例', preset: 'taiyuan', secretary };
  await host.call('tab', 'review.create', review);
  expect((await refusalOf(await upload(new Uint8Array()))).code).toBe('file-empty');
});

test('a refusal of the host, which carries no problem, is told by its status', async () => {
  expect((await refusalOf(new Response('', { status: 413 }))).code).toBe('file-too-large');
  expect((await refusalOf(new Response('{"problem":{"code":"made-up"}}', { status: 404 }))).code).toBe(
    'not-found',
  );
  expect((await refusalOf(new Response('<html>', { status: 502 }))).code).toBe('unexpected');
});
