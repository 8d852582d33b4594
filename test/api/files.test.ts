import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { dispositionOf, makeFiles } from '../../electron/api/files.ts';
import { insertAttachment } from '../../electron/database/attachments.ts';
import { insertDocument, insertRevision } from '../../electron/database/documents.ts';
import { insertFreezing } from '../../electron/database/reviews.ts';
import { setChair } from '../../electron/database/seats.ts';
import { sha256Hex } from '../../electron/signing/fingerprint.ts';
import { openOffice, passphrase, review, type Office } from '../services/office.ts';

const folder = mkdtempSync(join(tmpdir(), 'paneldesk-interface-'));
mkdirSync(join(folder, 'assets/fonts'), { recursive: true });
writeFileSync(join(folder, 'index.html'), '<!doctype html><title>评审台</title>');
writeFileSync(join(folder, 'secret.json'), '{}');
writeFileSync(join(folder, 'assets/index-abc.js'), 'export {};');
writeFileSync(join(folder, 'assets/fonts/示例.woff2'), 'font');
symlinkSync(join(folder, 'secret.json'), join(folder, 'assets/link.json'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Desk {
  readonly office: Office;
  readonly get: (who: string, path: string) => Promise<Response>;
  readonly post: (who: string, body: BodyInit, name?: string) => Promise<Response>;
}

async function openDesk(assetsFolder = folder): Promise<Desk> {
  const office = await openOffice();
  const { store, sessions, tasks, environment } = office;
  const files = makeFiles({ store, sessions, tasks, environment, assetsFolder });
  const address = (path: string): string => `http://127.0.0.1:1${path}`;
  return {
    office,
    get: (who, path) => files(new Request(address(path)), who),
    post: (who, body, name = '申报表.xlsx') => {
      const headers = { 'x-file-name': encodeURIComponent(name) };
      return files(new Request(address('/uploads'), { method: 'POST', headers, body }), who);
    },
  };
}

async function problemOf(answer: Response): Promise<unknown> {
  return ((await answer.json()) as { problem: { code: string } }).problem.code;
}

test('the interface is served from a table made at the start, with the headers of its kind', async () => {
  const { get } = await openDesk();
  const page = await get('nobody', '/');
  expect(await page.text()).toContain('评审台');
  expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
  const script = await get('nobody', '/assets/index-abc.js');
  expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect((await get('nobody', `/assets/fonts/${encodeURI('示例')}.woff2`)).status).toBe(200);
  for (const path of [
    '/secret.json',
    '/index.html',
    '/assets/',
    '/assets/link.json',
    '/assets/..%2fsecret.json',
    '/assets/%2e%2e/secret.json',
    '/assets/toString',
    '/assets/index-abc.js%00',
    '/files/',
    '/files/../secret.json',
  ]) {
    const answer = await get('nobody', path);
    expect([path, answer.status]).toEqual([path, 404]);
    expect(answer.headers.get('content-security-policy')).toMatch(/sandbox|default-src 'none'/);
  }
});

test('without a built interface the page is simply absent', async () => {
  const { get } = await openDesk(join(folder, 'nothing'));
  expect((await get('nobody', '/')).status).toBe(404);
});

test('other methods are refused with the one that works', async () => {
  const { office } = await openDesk();
  const files = makeFiles({ ...office, assetsFolder: folder });
  const put = await files(new Request('http://127.0.0.1:1/', { method: 'POST', body: 'x' }), 'secretary');
  expect([put.status, put.headers.get('allow')]).toEqual([405, 'GET']);
  const get = await files(new Request('http://127.0.0.1:1/uploads'), 'secretary');
  expect([get.status, get.headers.get('allow')]).toEqual([405, 'POST']);
});

test('an upload stays in the memory of its own session under its plain name', async () => {
  const { office, post } = await openDesk();
  const answer = await post('secretary', '内容', '../目录\\申报\u202e表.xlsx');
  const upload = (await answer.json()) as { id: string; name: string; size: number; sha256: string };
  expect(upload).toEqual({
    id: upload.id,
    name: '申报表.xlsx',
    size: 6,
    sha256: sha256Hex('内容'),
  });
  const kept = office.sessions.of('secretary').uploads.get(upload.id);
  expect(Buffer.from(kept?.bytes ?? []).toString()).toBe('内容');
  expect(office.sessions.of('other').uploads.size).toBe(0);
});

test('a session holds eight uploads and the oldest makes room', async () => {
  const { office, post } = await openDesk();
  for (let number = 1; number <= 10; number += 1) await post('secretary', 'x', `${number}.xlsx`);
  const names = [...office.sessions.of('secretary').uploads.values()].map(({ name }) => name);
  expect(names).toEqual([3, 4, 5, 6, 7, 8, 9, 10].map((number) => `${number}.xlsx`));
});

test('while locked only a PDF is taken, for the verification, and unlocking drops it', async () => {
  const { office, post } = await openDesk();
  const workbook = await post('visitor', 'PK\u0003\u0004');
  expect([workbook.status, await problemOf(workbook)]).toEqual([403, 'locked']);
  expect((await post('visitor', '%PDF-1.7\n', '纪要.pdf')).status).toBe(200);
  const visitor = office.sessions.of('visitor');
  expect(visitor.uploads.size).toBe(1);
  await office.value('visitor', 'session.unlock', { personId: 'secretary', passphrase });
  expect(visitor.uploads.size).toBe(0);
});

test('a file still on its way at the hand-over doesn’t reach the next person', async () => {
  const { office } = await openDesk();
  await office.seat('member', 'member');
  const files = makeFiles({ ...office, assetsFolder: folder });
  const pipe = new TransformStream<Uint8Array, Uint8Array>();
  const init: RequestInit & { duplex: 'half' } = {
    method: 'POST',
    headers: { 'x-file-name': 'a.pdf' },
    body: pipe.readable,
    duplex: 'half',
  };
  const answer = files(new Request('http://127.0.0.1:1/uploads', init), 'secretary');
  const writer = pipe.writable.getWriter();
  await writer.write(Buffer.from('%PDF-1.7'));
  await office.value('secretary', 'session.unlock', { personId: 'member', passphrase });
  await writer.close();
  expect((await answer).status).toBe(403);
  expect(office.sessions.of('secretary').uploads.size).toBe(0);
});

test('uploads without a name, without bytes or over 50 MiB are refused', async () => {
  const { office, post } = await openDesk();
  const files = makeFiles({ ...office, assetsFolder: folder });
  const bare = (name: string) => {
    const headers = { 'x-file-name': name };
    return new Request('http://127.0.0.1:1/uploads', { method: 'POST', headers, body: 'x' });
  };
  expect((await files(bare('%E5%'), 'secretary')).status).toBe(400);
  expect((await files(bare('a%2F'), 'secretary')).status).toBe(400);
  expect(await problemOf(await post('secretary', ''))).toBe('file-empty');
  const large = await post('secretary', new Uint8Array(50 * 1024 * 1024 + 1));
  expect([large.status, await problemOf(large)]).toEqual([413, 'file-too-large']);
  expect((await post('secretary', new Uint8Array(50 * 1024 * 1024))).status).toBe(200);
});

test('everybody may have the empty template', async () => {
  const { get } = await openDesk();
  const answer = await get('nobody', '/files/template');
  expect(answer.headers.get('content-disposition')).toContain(encodeURIComponent('申报表模板.xlsx'));
  expect(new Uint8Array(await answer.arrayBuffer()).subarray(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]));
});

async function withFiles(): Promise<Desk> {
  const desk = await openDesk();
  const { office } = desk;
  for (const role of ['member', 'recorder', 'supervisor'] as const) await office.seat(role, role);
  await office.seat('chair', 'member');
  office.addReview('review-2');
  await office.seat('stranger', 'secretary', 'review-2');
  office.store.write((db) => {
    setChair(db, review, 'seat-chair', '', 0);
    const scan = { media_type: 'image/png', sha256: '', bytes: Buffer.from('scan') };
    insertAttachment(db, { id: 'a-1', review_id: review, name: '扫描件.png', ...scan }, 0);
    insertDocument(db, {
      id: 'd-1',
      review_id: review,
      kind: 'rule-card',
      title: '评分细则',
      file_name: '评分细则.pdf',
      media_type: 'application/pdf',
      signing: 'none',
      created_ms: 0,
    });
    for (const revision of [1, 2]) {
      const bytes = Buffer.from(`revision ${revision}`);
      insertRevision(db, 'd-1', { revision, bytes, sha256: '', made_ms: 0 });
    }
    const authority = { authority: '', authority_public: '', authority_certificate: '' };
    insertFreezing(db, review, {
      scheme: Buffer.from('{}'),
      scheme_hash: '',
      ...authority,
      recovery: Buffer.from('recovery'),
      frozen_by: 'secretary',
      frozen_ms: 0,
    });
  });
  return desk;
}

test('documents, scans and the recovery file open by the seat in their own review', async () => {
  const { get } = await withFiles();
  const who = ['secretary', 'recorder', 'supervisor', 'chair', 'member', 'stranger', 'nobody'];
  const statusesOf = async (path: string) =>
    Promise.all(who.map(async (person) => (await get(person, path)).status));
  expect(await statusesOf('/files/document-d-1')).toEqual([200, 200, 200, 200, 200, 403, 403]);
  // A scan shows scores: the chair, who scores too, waits for the opening.
  expect(await statusesOf('/files/attachment-a-1')).toEqual([200, 200, 200, 403, 403, 403, 403]);
  expect(await statusesOf(`/files/recovery-${review}`)).toEqual([200, 403, 403, 403, 403, 403, 403]);
  expect(await statusesOf('/files/document-none')).toEqual([404, 404, 404, 404, 404, 404, 403]);
  expect(await statusesOf('/files/recovery-review-2')).toEqual([404, 404, 404, 404, 404, 404, 403]);
});

test('a document is handed out in its newest revision, never shown as a page', async () => {
  const { get } = await withFiles();
  const answer = await get('member', '/files/document-d-1');
  expect(await answer.text()).toBe('revision 2');
  expect(answer.headers.get('content-type')).toBe('application/pdf');
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; /);
  expect(answer.headers.get('content-security-policy')).toContain('sandbox');
});

test('a file name can’t leave its header', () => {
  expect(dispositionOf('评"分\r\nX: 1*(2).pdf')).toBe(
    `attachment; filename="_____X: 1*(2).pdf"; filename*=UTF-8''%E8%AF%84%22%E5%88%86%0D%0AX%3A%201%2A%282%29.pdf`,
  );
  expect(dispositionOf('2026/第一批.pdf')).toContain(`''2026_${encodeURIComponent('第一批')}.pdf`);
  expect(dispositionOf('\ud800.pdf')).toContain('%EF%BF%BD.pdf');
});
