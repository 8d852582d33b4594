import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { AppError } from '../../shared/api/problem.ts';
import { sha256Hex } from '../../electron/signing/fingerprint.ts';
import { openSealedFile } from '../../electron/vault/open-file.ts';
import { sealToFile, type SealOptions } from '../../electron/vault/seal-file.ts';
import { materialPath, placeStaged, stagedPath, sweepStaging } from '../../electron/vault/vault-files.ts';
import {
  makeVaultKey,
  openVaultShare,
  shareVaultKey,
  type VaultKey,
} from '../../electron/vault/vault-keys.ts';

let folder: string;
let key: VaultKey;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'paneldesk-vault-'));
  key = await makeVaultKey();
});
afterEach(() => rmSync(folder, { recursive: true }));

const bytes = Buffer.alloc(300_000, '示例');
const options = (more: Partial<SealOptions> = {}): SealOptions => ({
  name: '审计报告.pdf',
  recipient: key.recipient,
  expected: {},
  limitBytes: 1_000_000,
  ...more,
});

async function* inChunks(content: Uint8Array, size = 50_000): AsyncGenerator<Uint8Array> {
  for (let place = 0; place < content.byteLength; place += size) yield content.subarray(place, place + size);
}

async function readAll(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function problemOf(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
  } catch (error) {
    if (error instanceof AppError)
      return [error.problem.code, error.problem.values?.['what'], error.problem.values?.['name']];
    throw error;
  }
  throw new Error('accepted');
}

test('bytes lie sealed and come back unchanged', async () => {
  const path = stagedPath(folder, 'one');
  const sealed = await sealToFile(path, inChunks(bytes), options());
  expect(sealed).toEqual({ size: bytes.byteLength, sha256: sha256Hex(bytes) });
  expect(readFileSync(path).includes('示例')).toBe(false);
  await placeStaged(folder, 'one', { dossierId: 'd-1', sha256: sealed.sha256 });
  const content = { ...sealed, path: materialPath(folder, 'd-1', sealed.sha256), name: '审计报告.pdf' };
  expect(await readAll(openSealedFile(content, key.identity))).toEqual(bytes);
  const other = await makeVaultKey();
  expect(await problemOf(readAll(openSealedFile(content, other.identity)))).toEqual([
    'data-corrupt',
    'material-changed',
    '审计报告.pdf',
  ]);
});

test('every changed byte, a cut file and a file of other content are noticed, and the file is named', async () => {
  const path = stagedPath(folder, 'one');
  const sealed = await sealToFile(path, inChunks(bytes), options());
  const content = { ...sealed, path, name: '审计报告.pdf' };
  const good = readFileSync(path);
  const changed = ['data-corrupt', 'material-changed', '审计报告.pdf'];
  for (const place of [0, 30, 120, 200, 70_000, good.byteLength - 1]) {
    const bad = Buffer.from(good);
    bad.writeUInt8(bad.readUInt8(place) ^ 1, place);
    writeFileSync(path, bad);
    expect([place, await problemOf(readAll(openSealedFile(content, key.identity)))]).toEqual([
      place,
      changed,
    ]);
  }
  for (const length of [0, 10, 70_000, good.byteLength - 1]) {
    writeFileSync(path, good.subarray(0, length));
    expect(await problemOf(readAll(openSealedFile(content, key.identity)))).toEqual(changed);
  }
  // Anybody may seal to the vault; only the hash tells that these aren't the bytes that were taken in.
  await sealToFile(path, inChunks(Buffer.from(bytes).fill(1, 299_999)), options());
  expect(await problemOf(readAll(openSealedFile(content, key.identity)))).toEqual(changed);
  rmSync(path);
  expect(await problemOf(readAll(openSealedFile(content, key.identity)))).toEqual([
    'data-corrupt',
    'material-missing',
    '审计报告.pdf',
  ]);
});

test('a refused file leaves nothing behind', async () => {
  const path = stagedPath(folder, 'one');
  const left = (): string[] => readdirSync(join(folder, 'materials', 'staging'));
  const stop = new AbortController();
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield bytes;
    throw new Error('the stick was pulled out');
  }
  async function* stopped(): AsyncGenerator<Uint8Array> {
    yield bytes;
    stop.abort();
    yield bytes;
  }
  const size = bytes.byteLength;
  const refusals: [string, () => Promise<unknown>][] = [
    ['file-empty', () => sealToFile(path, inChunks(Buffer.alloc(0)), options())],
    ['file-too-large', () => sealToFile(path, inChunks(bytes), options({ limitBytes: size - 1 }))],
    ['conflict', () => sealToFile(path, inChunks(bytes), options({ expected: { size: size + 1 } }))],
    [
      'conflict',
      () => sealToFile(path, inChunks(bytes), options({ expected: { size, sha256: sha256Hex('') } })),
    ],
    ['cancelled', () => sealToFile(path, stopped(), options({ signal: stop.signal }))],
  ];
  for (const [code, work] of refusals) {
    expect(((await problemOf(work())) as string[])[0]).toBe(code);
  }
  await expect(sealToFile(path, broken(), options())).rejects.toThrow('pulled out');
  expect(left()).toEqual([]);
  await sealToFile(path, inChunks(bytes), options({ limitBytes: size, expected: { size } }));
  sweepStaging(folder);
  expect(() => left()).toThrow('ENOENT');
});

test.runIf(existsSync('/dev/full'))('a full disk is told as such', async () => {
  // The device refuses every byte as a full disk does.
  const path = join(folder, 'full.age');
  symlinkSync('/dev/full', path);
  expect(await problemOf(sealToFile(path, inChunks(bytes), options()))).toEqual([
    'disk-full',
    undefined,
    undefined,
  ]);
  expect([existsSync(path), existsSync('/dev/full')]).toEqual([false, true]);
});

test('a share opens for its reader only, and only as the key of its own vault', async () => {
  const [reader, other] = [await makeVaultKey(), await makeVaultKey()];
  const share = await shareVaultKey(key.identity, reader.recipient);
  expect(await openVaultShare(share, reader.identity, key.recipient)).toBe(key.identity);
  const refused = ['data-corrupt', 'vault-key', undefined];
  expect(await problemOf(openVaultShare(share, other.identity, key.recipient))).toEqual(refused);
  expect(await problemOf(openVaultShare(share, reader.identity, other.recipient))).toEqual(refused);
});

test('nothing from outside becomes part of a path', () => {
  for (const id of ['../x', 'a/b', '', 'a.b', '示例', 'x'.repeat(65)])
    expect(() => stagedPath(folder, id)).toThrow('not an id');
  expect(() => materialPath(folder, 'd', '../x')).toThrow('not an id');
});
