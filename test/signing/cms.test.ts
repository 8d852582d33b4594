import { createHash } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { readCertificate } from '../../electron/signing/pdf/certificate.ts';
import type { Certificate } from '../../electron/signing/pdf/certificate.ts';
import { checkCms, makeCms } from '../../electron/signing/pdf/cms.ts';
import { verifyPdf } from '../../electron/signing/pdf/verify.ts';
import { authority, makePeople, makeSamplePdf, signAs } from './sample-pdf.ts';
import { flipBit, numbers } from './support.ts';

const [person] = makePeople(1);
const digest = createHash('sha256').update('content').digest();
let certificates: Certificate[];
let cms: Buffer;

beforeAll(() => {
  const raws = [person?.certificate ?? '', authority.certificate].map((text) => Buffer.from(text, 'base64'));
  certificates = raws.flatMap((raw) => readCertificate(raw) ?? []);
  const [own, issuer] = certificates;
  if (!person || !own || !issuer) throw new Error('no certificates');
  cms = makeCms(digest, person.privateKey, own, [issuer]);
});

test('a signature holds with any amount of zero padding and with nothing else behind it', () => {
  expect(checkCms(cms, digest).problems).toEqual([]);
  expect(checkCms(Buffer.concat([cms, Buffer.alloc(900)]), digest).problems).toEqual([]);
  expect(checkCms(Buffer.concat([cms, Buffer.from([0, 1])]), digest).problems).toEqual(['cms-garbage']);
});

test('other content is named as changed content', () => {
  const other = createHash('sha256').update('other').digest();
  expect(checkCms(cms, other).problems).toEqual(['content-changed']);
});

test('every single bit outside the certificates counts', () => {
  const covered = certificates.map(({ raw }) => [cms.indexOf(raw), cms.indexOf(raw) + raw.length] as const);
  const missed: number[] = [];
  for (let bit = 0; bit < cms.length * 8; bit += 1) {
    const isCovered = covered.some(([start, end]) => bit >> 3 >= start && bit >> 3 < end);
    if (!isCovered && checkCms(flipBit(cms, bit), digest).problems.length === 0) missed.push(bit);
  }
  expect(missed).toEqual([]);
}, 60_000);

test('400 random bits inside the certificates count', () => {
  const next = numbers(5);
  const missed = certificates.flatMap(({ raw }) =>
    Array.from({ length: 200 }, () => cms.indexOf(raw) * 8 + next(raw.length * 8)).filter(
      (bit) => checkCms(flipBit(cms, bit), digest).problems.length === 0,
    ),
  );
  expect(missed).toEqual([]);
});

test('300 flips in the hexadecimal text of the last signature, its zero padding included, are detected', async () => {
  const empty = await makeSamplePdf(['member-1']);
  const signed = person ? signAs(empty, person, { appearance: undefined }) : empty;
  const open = signed.lastIndexOf('/Contents <');
  const next = numbers(11);
  const missed = Array.from({ length: 300 }, () => open * 8 + next(8205 * 8)).filter(
    (bit) => verifyPdf(flipBit(signed, bit)).verdict === 'valid',
  );
  expect(missed).toEqual([]);
});
