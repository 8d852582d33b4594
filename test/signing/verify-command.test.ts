import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readExpectedSigners } from '../../electron/signing/pdf/expected.ts';
import { verificationLines } from '../../electron/signing/pdf/lines.ts';
import { verifyPdf } from '../../electron/signing/pdf/verify.ts';
import { createText } from '../../shared/text/index.ts';
import { verify as en } from '../../shared/text/en/verify.ts';
import { verify as zh } from '../../shared/text/zh/verify.ts';
import { authority, makePeople, makeSamplePdf, signAs } from './sample-pdf.ts';
import { problemOf } from './support.ts';

const people = makePeople(2);
const panel = join(import.meta.dirname, '../../electron/cli/panel.ts');
let folder = '';
let signed: Buffer;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'panel-verify-'));
  const empty = await makeSamplePdf(['member-1', 'member-2', 'member-3']);
  signed = people.reduce((pdf, person) => signAs(pdf, person), empty);
  writeFileSync(join(folder, 'signed.pdf'), signed);
  writeFileSync(join(folder, 'changed.pdf'), Buffer.concat([signed, Buffer.from('more')]));
  writeFileSync(join(folder, 'broken.pdf'), signed.subarray(0, 4000));
  writeFileSync(join(folder, 'signers.txt'), `# 应签名人\n${people.map(({ name }) => name).join('\n')}\n`);
  writeFileSync(join(folder, 'more.json'), JSON.stringify([...people.map(({ name }) => ({ name })), '王五']));
  writeFileSync(join(folder, 'nobody.txt'), '\n');
});

afterAll(() => rmSync(folder, { recursive: true }));

function verify(...args: string[]): { readonly status: number | null; readonly output: string } {
  const env = { ...process.env, LC_ALL: 'C.UTF-8' };
  const result = spawnSync(process.execPath, [panel, 'verify', ...args], {
    cwd: folder,
    env,
    encoding: 'utf8',
  });
  return { status: result.status, output: result.stdout + result.stderr };
}

test.each([
  ['a sound file', ['signed.pdf'], 0, 'authority not pinned'],
  [
    'the right pin',
    ['signed.pdf', '--authority', authority.fingerprint],
    0,
    'Valid: every signature holds (2)',
  ],
  ['all expected signers', ['signed.pdf', '--expected', 'signers.txt'], 0, 'Field member-3 is not signed'],
  ['a missing expected signer', ['signed.pdf', '--expected', 'more.json'], 1, '王五'],
  ['a wrong pin', ['signed.pdf', '--authority', 'ab'.repeat(32)], 1, 'not the pinned one'],
  ['bytes after the last signature', ['changed.pdf'], 1, 'Content follows the last signature'],
  ['a truncated structure', ['broken.pdf'], 2, 'Cannot be read'],
  ['no such file', ['nothing.pdf'], 2, 'cannot be opened'],
  [
    'no such list of signers',
    ['signed.pdf', '--expected', 'nothing.txt'],
    2,
    'cannot be opened: nothing.txt',
  ],
  ['a pin that is no fingerprint', ['signed.pdf', '--authority', 'abc'], 2, '64 hexadecimal'],
  [
    'an empty list of signers',
    ['signed.pdf', '--expected', 'nobody.txt'],
    2,
    'expected signers cannot be read',
  ],
  ['an unknown option', ['signed.pdf', '--trust'], 2, 'Usage'],
  ['two files', ['signed.pdf', 'changed.pdf'], 2, 'Name one file'],
])('the command answers %s', (_name, args, status, sentence) => {
  expect(verify(...args)).toEqual({ status, output: expect.stringContaining(sentence) });
});

test('the claimed time is shown as this computer’s clock would', () => {
  const { output } = verify('signed.pdf');
  const then = new Date('2026-03-01T08:00:00Z');
  const time = `${then.getHours()}:00`.padStart(5, '0');
  expect(output).toContain(`claimed time ${createText('en')('time.full', { ...dayOf(then), time })}`);
});

function dayOf(then: Date): { readonly year: number; readonly month: number; readonly day: number } {
  return { year: then.getFullYear(), month: then.getMonth() + 1, day: then.getDate() };
}

test('the command writes JSON that a program can read', () => {
  const { status, output } = verify('signed.pdf', '--format', 'json');
  const value = JSON.parse(output) as { verdict: string; signatures: { signer: string }[] };
  expect(status).toBe(0);
  expect(value.verdict).toBe('valid');
  expect(value.signatures.map(({ signer }) => signer)).toEqual(people.map(({ name }) => name));
});

test('every line has a sentence in both languages', () => {
  const all = [signed, signed.subarray(0, 4000), Buffer.concat([signed, Buffer.from('x')])].flatMap((bytes) =>
    verificationLines(verifyPdf(bytes, { expected: [{ name: '王五' }] })),
  );
  expect(
    all.map(({ key }) => key).filter((key) => !Object.hasOwn(zh, key) || !Object.hasOwn(en, key)),
  ).toEqual([]);
  expect(Object.keys(en)).toEqual(Object.keys(zh));
});

test('expected signers are read as names, fingerprints or both', async () => {
  const key = authority.fingerprint;
  expect(readExpectedSigners(`张三\r\n${key}\n李四 ${key.toUpperCase()}\n`)).toEqual([
    { name: '张三' },
    { fingerprint: key },
    { name: '李四', fingerprint: key },
  ]);
  for (const text of ['', '[]', '[1]', '[{"name":""}]', '[{"fingerprint":"abc"}]', '[']) {
    expect(await problemOf(() => readExpectedSigners(text))).toBe('bad-input');
  }
});
