import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Handwriting } from '../../shared/schema/handwriting.ts';
import type { Attachment } from '../../electron/documents/pdf-contract.ts';
import { verificationLines } from '../../electron/signing/pdf/lines.ts';
import { readPkcs12 } from '../../electron/signing/pkcs12/read.ts';
import { sha256Hex } from '../../electron/signing/fingerprint.ts';
import { verifyPdf } from '../../electron/signing/pdf/verify.ts';
import { inkOfPages, maker } from '../documents/support.ts';
import { minutesOf } from '../documents/sample.ts';
import { fixture, password } from './pkcs12-support.ts';
import { appearanceOf, authority, makePeople, signAs } from './sample-pdf.ts';
import type { Person } from './sample-pdf.ts';
import { flipBit, numbers } from './support.ts';

/** Minutes as the program makes them, signed by eight with their own keys and by two with certificate files. */
const people = makePeople(8);
const record: Attachment = {
  name: 'result-record.json',
  description: '评审结果记录',
  mediaType: 'application/json',
  text: '{"format":1}',
};
const strokes: Handwriting = {
  kind: 'strokes',
  strokes: [
    [100, 60, 300, 240, 700, 60],
    [450, 20, 450, 280],
    [800, 150],
  ],
};
const picture: Handwriting = {
  kind: 'picture',
  width: 16,
  height: 4,
  bits: Buffer.from('ff00ffffff0000ff', 'hex').toString('base64'),
};

let folder = '';
let empty: Buffer;
let signed: Buffer;

function withFile(name: string, field: string): Person & { readonly chain: readonly string[] } {
  const { privateKey, certificate, chain } = readPkcs12(fixture(name), password);
  const raws = [certificate, ...chain].map(({ raw }) => raw.toString('base64'));
  const [own = '', ...issuers] = raws;
  return { field, name: certificate.name, privateKey, publicSpki: '', certificate: own, chain: issuers };
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'panel-minutes-'));
  const signatures = Array.from({ length: 10 }, (_, index) => ({
    field: `member-${index + 1}`,
    name: `示例签名人${index + 1}`,
    organisation: '示例单位',
    role: '成员',
  }));
  empty = Buffer.from(
    await maker.makePdf('minutes', minutesOf(4, { signatures }), { attachments: [record] }),
  );
  signed = people.reduce((pdf, person) => signAs(pdf, person), empty);
  for (const [name, field] of [
    ['organisation-rsa-rc2.p12', 'member-9'],
    ['organisation-ec-pbes2.p12', 'member-10'],
  ] as const) {
    const { chain, ...person } = withFile(name, field);
    signed = signAs(signed, person, { chain });
  }
  writeFileSync(join(folder, 'signed.pdf'), signed);
});

afterAll(() => rmSync(folder, { recursive: true }));

function tool(name: string, ...args: string[]): { readonly status: number | null; readonly output: string } {
  const { status, stdout, stderr } = spawnSync(name, args, { cwd: folder, encoding: 'utf8' });
  return { status, output: `${stdout}${stderr}` };
}

describe('minutes with ten signatures, two of them by certificate files', () => {
  const issuers = (): string[] =>
    ['organisation-rsa-rc2.p12', 'organisation-ec-pbes2.p12'].map(
      (name) => readPkcs12(fixture(name), password).chain.at(-1)?.fingerprint ?? '',
    );

  test('hold, each with the words for what its certificate proves', () => {
    const verification = verifyPdf(signed, { authority: [authority.fingerprint] });
    expect(verification.signatures.map(({ proof }) => proof)).toEqual([
      ...people.map(() => 'pinned'),
      'issuer',
      'issuer',
    ]);
    expect(verification.signatures.map(({ problems }) => problems.length)).toEqual([
      ...people.map(() => 0),
      1,
      1,
    ]);
    const pinned = verifyPdf(signed, { authority: [authority.fingerprint, ...issuers()] });
    expect([pinned.verdict, pinned.problems]).toEqual(['valid', []]);
    const keys = verifyPdf(signed)
      .signatures.slice(8)
      .map(({ certificateFingerprint }) => ({ fingerprint: certificateFingerprint }));
    expect(verifyPdf(signed, { authority: authority.fingerprint, expected: keys }).verdict).toBe('valid');
    const lines = verificationLines(verifyPdf(signed)).map(({ key }) => key);
    expect(lines).toEqual(
      expect.arrayContaining(['verify.proof-issuer', 'verify.attachment', 'verify.limits']),
    );
  });

  test('carry the record of the result as a file, and its hash can be compared', () => {
    const { attachments, sha256 } = verifyPdf(signed);
    expect(attachments.map(({ name, sha256: hash }) => [name, hash])).toEqual([
      [record.name, sha256Hex(record.text)],
    ]);
    expect(sha256).toBe(sha256Hex(signed));
    expect(empty.toString('latin1')).toContain('<pdfaid:part>3</pdfaid:part>');
  });

  test('show 60 random flips, wherever they are', () => {
    const next = numbers(41);
    const missed = Array.from({ length: 60 }, () => next(signed.length * 8)).filter(
      (bit) =>
        verifyPdf(flipBit(signed, bit), { authority: [authority.fingerprint, ...issuers()] }).verdict ===
        'valid',
    );
    expect(missed).toEqual([]);
  });

  test('are ten of ten for pdfsig', (context) => {
    if (tool('pdfsig', '-v').status === null) context.skip('poppler’s pdfsig is not installed');
    expect(tool('pdfsig', 'signed.pdf').output.match(/Signature is Valid/g)?.length).toBe(10);
  });

  test('are clean for qpdf, before and after', (context) => {
    if (tool('qpdf', '--version').status === null) context.skip('qpdf is not installed');
    writeFileSync(join(folder, 'empty.pdf'), empty);
    for (const file of ['empty.pdf', 'signed.pdf']) {
      const { status, output } = tool('qpdf', '--check', file);
      expect({ status, output }).toMatchObject({ status: 0, output: expect.not.stringContaining('WARNING') });
    }
  });
});

test.for([
  ['strokes', strokes],
  ['a picture', picture],
] as [string, Handwriting][])(
  'handwriting by %s is drawn into the field and changes nothing else',
  ([, drawn], context) => {
    const [person] = people;
    if (!person) throw new Error('nobody');
    const plain = signAs(empty, person);
    const written = signAs(empty, person, { appearance: appearanceOf(person, drawn) });
    expect(verifyPdf(written, { authority: authority.fingerprint }).verdict).toBe('valid');
    if (tool('pdftoppm', '-v').status === null) return context.skip('poppler’s pdftoppm is not installed');
    const ink = (bytes: Buffer): number => inkOfPages(bytes).reduce((sum, share) => sum + share, 0);
    // Blue-black strokes are added at the left while the lines shrink to the right half.
    expect(Math.abs(ink(written) - ink(plain))).toBeGreaterThan(0.0001);
  },
);
