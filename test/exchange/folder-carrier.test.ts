import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { folderCarrier } from '../../electron/exchange/carriers/folder.ts';
import type { Carrier } from '../../electron/exchange/carriers/carrier.ts';
import { MARKER, markFolder, markerOf } from '../../electron/exchange/carriers/marker.ts';
import { addresseeOf } from '../../electron/exchange/letter.ts';
import { letterBytes, readAll, toPut } from './letters.ts';
import { problemOf } from './problem-of.ts';

const recipient = await identityToRecipient(await generateX25519Identity());
const addressee = addresseeOf(recipient);
const bytes = await letterBytes({ recipient });
const letter = toPut(recipient, bytes);
const id = '11111111-2222-3333-4444-555555555555';
const otherId = '99999999-2222-3333-4444-555555555555';
const never = new AbortController().signal;

let folder: string;
let carrier: Carrier;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paneldesk-carrier-'));
  markFolder(folder, id);
  carrier = folderCarrier({ kind: 'folder', folder, id });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const namesIn = (path: string): string[] => readdirSync(path).filter((name) => name !== MARKER);
const reasonOf = async (work: Promise<unknown>): Promise<unknown> =>
  (await problemOf(work)).values?.['reason'];

describe('a shared folder', () => {
  it('gives back exactly what was put, under a name that tells the addressee and nothing else', async () => {
    await carrier.put(letter, never);
    expect(namesIn(folder)).toEqual([letter.name]);
    const { letters } = await carrier.list(addressee);
    expect(letters.map(({ name, size }) => ({ name, size }))).toEqual([
      { name: letter.name, size: bytes.byteLength },
    ]);
    const [found] = letters;
    if (found === undefined) throw new Error('nothing found');
    expect((await readAll(carrier.read(found))).equals(bytes)).toBe(true);
  });

  it('takes the same letter twice and keeps one file', async () => {
    await carrier.put(letter, never);
    await carrier.put(letter, never);
    expect(namesIn(folder)).toEqual([letter.name]);
  });

  it('overwrites what a broken copy left under the name of a letter', async () => {
    writeFileSync(join(folder, letter.name), bytes.subarray(0, 500));
    writeFileSync(join(folder, `${letter.name}.part`), 'left by a power cut');
    await carrier.put(letter, never);
    expect(readFileSync(join(folder, letter.name)).equals(bytes)).toBe(true);
    expect(namesIn(folder)).toEqual([letter.name]);
  });

  it('doesn’t count a letter that reads back differently, and leaves nothing of it', async () => {
    const wrong = { ...letter, sha256: '0'.repeat(64) };
    expect(await reasonOf(carrier.put(wrong, never))).toBe('read-back');
    expect(namesIn(folder)).toEqual([]);
  });

  it('leaves nothing of a letter that was stopped half-way', async () => {
    const stop = new AbortController();
    const slow = {
      ...letter,
      async *open() {
        yield bytes.subarray(0, 1000);
        stop.abort();
        yield bytes.subarray(1000);
      },
    };
    expect((await problemOf(carrier.put(slow, stop.signal))).code).toBe('cancelled');
    expect(namesIn(folder)).toEqual([]);
  });

  it('shows a letter only to its addressee', async () => {
    await carrier.put(letter, never);
    expect(await carrier.list('0'.repeat(16))).toEqual({ letters: [], strangers: [], unfinished: 0 });
  });

  it('finds conflict copies and renamed letters, and passes over what isn’t ours without a word too much', async () => {
    const copies = [
      letter.name.replace('.panel', ' (1).panel'),
      letter.name.replace('.panel', '-冲突副本.panel'),
      letter.name.replace('.panel', '.sync-conflict-20261121-090000-ABCDEFG.panel'),
      '林海燕的评分表.panel',
    ];
    for (const name of copies) writeFileSync(join(folder, name), bytes);
    writeFileSync(join(folder, '会议通知.docx'), 'PK示例');
    writeFileSync(join(folder, 'half.panel.part'), bytes.subarray(0, 90));
    writeFileSync(join(folder, '.~lock.panel'), 'x');
    writeFileSync(join(folder, 'empty.panel'), '');
    mkdirSync(join(folder, 'folder.panel'));
    symlinkSync(join(folder, copies[0] ?? ''), join(folder, 'link.panel'));
    const look = await carrier.list(addressee);
    expect(look.letters.map(({ name }) => name).toSorted()).toEqual(copies.toSorted());
    expect(look.strangers).toEqual(['会议通知.docx']);
    expect(look.unfinished).toBe(1);
  });

  it('leaves a file alone while it grows', async () => {
    const path = join(folder, letter.name);
    writeFileSync(path, bytes.subarray(0, 1000));
    const growing = setInterval(() => appendFileSync(path, bytes.subarray(1000, 1100)), 20);
    const during = await carrier.list(addressee);
    clearInterval(growing);
    expect(during).toEqual({ letters: [], strangers: [], unfinished: 1 });
    writeFileSync(path, bytes);
    expect((await carrier.list(addressee)).letters).toHaveLength(1);
  });

  it('never leads out of itself by a name', async () => {
    const outside = { name: '../secret', size: 1, mark: '' };
    expect((await problemOf(readAll(carrier.read(outside)))).code).toBe('disk-error');
  });

  it('that vanishes is told so, and goes on when it is back', async () => {
    const away = `${folder}-away`;
    renameSync(folder, away);
    expect(await reasonOf(carrier.list(addressee))).toBe('folder-gone');
    expect(await reasonOf(carrier.put(letter, never))).toBe('folder-gone');
    renameSync(away, folder);
    await carrier.put(letter, never);
    expect((await carrier.list(addressee)).letters).toHaveLength(1);
  });

  it('that vanishes in the middle of a letter is told so; the letter counts as not handed over', async () => {
    const away = `${folder}-away`;
    const torn = {
      ...letter,
      async *open() {
        yield bytes.subarray(0, 1000);
        renameSync(folder, away);
        yield bytes.subarray(1000);
      },
    };
    expect(await reasonOf(carrier.put(torn, never))).toBe('folder-gone');
    renameSync(away, folder);
    expect((await carrier.list(addressee)).letters).toEqual([]);
    await carrier.put(letter, never);
    expect((await carrier.list(addressee)).letters).toHaveLength(1);
  });

  it('is not mistaken for the empty mount point of a network drive that isn’t connected', async () => {
    rmSync(join(folder, MARKER));
    expect(await reasonOf(carrier.put(letter, never))).toBe('other-folder');
    expect(namesIn(folder)).toEqual([]);
  });
});

describe('a registered stick', () => {
  it('keeps the id that another laptop gave it', () => {
    expect(markFolder(folder, otherId)).toBe(id);
    expect(markerOf(folder)).toBe(id);
  });

  it('is refused when it is another one, with nothing written', async () => {
    const stick = folderCarrier({ kind: 'stick', folder, id: otherId });
    expect(await reasonOf(stick.put(letter, never))).toBe('other-stick');
    expect(await reasonOf(stick.list(addressee))).toBe('other-stick');
    expect(namesIn(folder)).toEqual([]);
  });

  it('is found again under another drive letter', async () => {
    const before = join(folder, 'no-longer-here');
    const stick = folderCarrier({ kind: 'stick', folder: before, id, elsewhere: () => [folder] });
    await stick.put(letter, never);
    expect(namesIn(folder)).toEqual([letter.name]);
  });

  it('that isn’t plugged in is told so', async () => {
    const stick = folderCarrier({ kind: 'stick', folder: join(folder, 'gone'), id });
    expect(await reasonOf(stick.list(addressee))).toBe('stick-gone');
  });
});
