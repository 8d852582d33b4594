import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { certificatePem } from '../../electron/signing/authority.ts';
import { verifyPdf } from '../../electron/signing/pdf/verify.ts';
import { authority, makePeople, makeSamplePdf, signAs } from './sample-pdf.ts';
import { findObject, isType } from './tamper.ts';
import { problemOf } from './support.ts';

const people = makePeople(10);
const [first = people[0], second] = people;
let folder = '';
let empty: Buffer;
let signed: Buffer;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'panel-pdf-'));
  empty = await makeSamplePdf([...people.map((person) => person.field), 'supervisor']);
  signed = people.reduce((pdf, person) => signAs(pdf, person), empty);
  writeFileSync(join(folder, 'signed.pdf'), signed);
});

afterAll(() => rmSync(folder, { recursive: true }));

function tool(name: string, ...args: string[]): { readonly status: number | null; readonly output: string } {
  const { status, stdout, stderr } = spawnSync(name, args, { cwd: folder, encoding: 'utf8' });
  return { status, output: `${stdout}${stderr}` };
}

test('ten people sign one file one after another and all ten signatures hold', () => {
  const verification = verifyPdf(signed, { authority: authority.fingerprint });
  expect(verification).toMatchObject({
    verdict: 'valid',
    problems: [],
    notes: [],
    unsignedFields: ['supervisor'],
  });
  expect(verification.signatures.map(({ signer, field }) => [field, signer])).toEqual(
    people.map(({ field, name }) => [field, name]),
  );
  expect(verification.signatures.map((signature) => signature.coversWholeFile).lastIndexOf(false)).toBe(8);
  expect(verification.signatures[7]?.changesAfter).toEqual([
    { kind: 'signature', revision: 10, field: 'member-9' },
    { kind: 'signature', revision: 11, field: 'member-10' },
  ]);
  expect(verification.signatures[0]).toMatchObject({
    role: '组长',
    reason: '签署评审纪要',
    claimedTime: '2026-03-01T08:00:00.000Z',
    authorityFingerprint: authority.fingerprint,
    authorityName: '评审机构 示例评审',
  });
});

test('signing appends and leaves every earlier byte as it was', () => {
  expect(signed.subarray(0, empty.length)).toEqual(empty);
});

test('a signature without appearance keeps the empty one and holds', () => {
  const plain = first && signAs(empty, first, { appearance: undefined });
  expect(plain && verifyPdf(plain).verdict).toBe('valid');
});

test('a file that ends without a line end can be signed twice', () => {
  const cut = empty.subarray(0, empty.lastIndexOf('%%EOF') + 5);
  expect(first && second && verifyPdf(signAs(signAs(cut, first), second)).verdict).toBe('valid');
});

test.each([
  ['a field that is not there', { field: 'nobody' }, 'not-found'],
  ['a certificate over another key', { certificate: second?.certificate }, 'signature-invalid:certificate'],
  ['a certificate that is none', { certificate: 'AAAA' }, 'signature-invalid:certificate'],
])('%s is refused', async (_name, change, problem) => {
  expect(first && (await problemOf(() => signAs(empty, first, change as object)))).toBe(problem);
});

test('a field is signed once, and only a PDF is signed', async () => {
  expect(first && (await problemOf(() => signAs(signed, first)))).toBe('conflict');
  expect(first && (await problemOf(() => signAs(Buffer.from('text'), first)))).toBe('file-not-pdf:not-pdf');
});

test('a name the font cannot draw is refused, never drawn as a box', async () => {
  const person = first && { ...first, name: '𪚥' };
  expect(person && (await problemOf(() => signAs(empty, person)))).toBe('glyphs-missing');
});

test('pdfsig calls all ten signatures valid', (context) => {
  if (tool('pdfsig', '-v').status === null) context.skip('poppler’s pdfsig is not installed');
  const { output } = tool('pdfsig', 'signed.pdf');
  expect(output.match(/Signature is Valid/g)?.length).toBe(10);
  expect(output.match(/ETSI\.CAdES\.detached/g)?.length).toBe(10);
  expect(output.match(/ {2}- Total document signed/g)?.length).toBe(1);
});

test('qpdf finds the file clean', (context) => {
  if (tool('qpdf', '--version').status === null) context.skip('qpdf is not installed');
  const { status, output } = tool('qpdf', '--check', 'signed.pdf');
  expect({ status, output }).toMatchObject({ status: 0, output: expect.not.stringContaining('WARNING') });
});

test('openssl verifies the last signature as CAdES against the authority', (context) => {
  if (tool('openssl', 'version').status === null) context.skip('openssl is not installed');
  const numbers = /\/ByteRange \[(\d+) (\d+) (\d+) (\d+)/g;
  const [, , open = 0, close = 0] =
    [...signed.toString('latin1').matchAll(numbers)].at(-1)?.map(Number) ?? [];
  writeFileSync(join(folder, 'content'), Buffer.concat([signed.subarray(0, open), signed.subarray(close)]));
  writeFileSync(join(folder, 'cms'), Buffer.from(signed.toString('latin1', open + 1, close - 1), 'hex'));
  writeFileSync(join(folder, 'ca.pem'), certificatePem(authority.certificate));
  const args = ['-inform', 'DER', '-in', 'cms', '-content', 'content', '-binary', '-CAfile', 'ca.pem'];
  const { output } = tool('openssl', 'cms', '-verify', '-cades', '-purpose', 'any', ...args, '-out', 'out');
  expect(output).toContain('CAdES Verification successful');
});

test('the drawn appearance is on the page', (context) => {
  if (tool('pdftoppm', '-v').status === null) context.skip('poppler’s pdftoppm is not installed');
  expect(isType(findObject(signed, (dictionary) => isType(dictionary, 'Page')).dictionary, 'Page')).toBe(
    true,
  );
  const ink = (name: string, bytes: Buffer): number => {
    writeFileSync(join(folder, name), bytes);
    const image = spawnSync('pdftoppm', ['-f', '2', '-r', '36', '-gray', name], { cwd: folder }).stdout;
    return image.filter((value) => value < 128).length;
  };
  expect(ink('signed.pdf', signed)).toBeGreaterThan(ink('empty.pdf', empty) + 200);
});
