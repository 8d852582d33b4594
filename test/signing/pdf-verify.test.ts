import { beforeAll, expect, test } from 'vitest';
import { createAuthority, issueCertificate } from '../../electron/signing/authority.ts';
import { readDocument } from '../../electron/signing/pdf/document.ts';
import { verifyPdf } from '../../electron/signing/pdf/verify.ts';
import type { Verification } from '../../electron/signing/pdf/verify.ts';
import { authority, from, makePeople, makeSamplePdf, signAs, to } from './sample-pdf.ts';
import type { Person } from './sample-pdf.ts';
import { appendRevision, changed, findObject, form, isType, lastState, target } from './tamper.ts';
import { flipBit, newSigner, numbers, problemOf } from './support.ts';

const people = makePeople(3);
let empty: Buffer;
let signed: Buffer;

beforeAll(async () => {
  empty = await makeSamplePdf(['member-1', 'member-2', 'member-3', 'member-4']);
  signed = people.reduce((pdf, person) => signAs(pdf, person), empty);
});

function person(index: number): Person {
  const found = people[index];
  if (!found) throw new Error('no such person');
  return found;
}

function kinds(verification: Verification): string[] {
  return (
    verification.signatures[0]?.changesAfter.flatMap(({ kind }) => (kind === 'signature' ? [] : [kind])) ?? []
  );
}

function codes(verification: Verification): string[] {
  return [...verification.problems, ...verification.signatures.flatMap(({ problems }) => problems)].map(
    ({ code }) => code,
  );
}

/** The attacks that other readers call valid: each is a well-formed revision after the last signature. */
const attacks: Record<string, (pdf: Buffer) => Map<number, string>> = {
  'page-content': (pdf) => {
    const page = findObject(pdf, (dictionary) => isType(dictionary, 'Page')).dictionary;
    return new Map([[target(page, 'Contents'), '<< /Length 7 >>\nstream\n0 0 m S\nendstream']]);
  },
  annotation: (pdf) => {
    const { number, dictionary } = findObject(
      pdf,
      (found) => isType(found, 'Page') && !found.entries.has('Annots'),
    );
    const annotation = '<< /Type /Annot /Subtype /FreeText /Rect [0 0 200 200] /Contents (99.99) >>';
    return new Map([
      [number, changed(pdf, dictionary, { Annots: '[900 0 R]' })],
      [900, annotation],
    ]);
  },
  appearance: (pdf) => {
    const field = findObject(pdf, ({ entries }) => entries.has('V')).dictionary;
    const drawing = field.entries.get('AP');
    return new Map([[drawing?.kind === 'dictionary' ? target(drawing, 'N') : 0, form('0 0 150 40 re f')]]);
  },
  'open-action': (pdf) => {
    const { number, dictionary } = findObject(pdf, (found) => isType(found, 'Catalog'));
    const action = '<< /S /JavaScript /JS (app.alert\\(1\\)) >>';
    return new Map([[number, changed(pdf, dictionary, { OpenAction: action })]]);
  },
  'value-removed': (pdf) => {
    const { number, dictionary } = findObject(pdf, ({ entries }) => entries.has('V'));
    return new Map([[number, changed(pdf, dictionary, { V: '' })]]);
  },
  'object-added': () => new Map([[900, '<< /Unused true >>']]),
};

test.each(Object.keys(attacks))('a revision appended after the signatures is refused: %s', (kind) => {
  const attack = attacks[kind]?.(signed) ?? new Map();
  const verification = verifyPdf(appendRevision(signed, attack));
  expect(verification.verdict).toBe('invalid');
  expect(kinds(verification)).toContain(kind);
  expect(verification.signatures.map((signature) => signature.intact)).toEqual([false, false, false]);
  expect(codes(verification)).toContain('bytes-after-last-signature');
});

test.each(Object.keys(attacks))('the same hidden before a further signature is refused too: %s', (kind) => {
  const attacked = appendRevision(signed, attacks[kind]?.(signed) ?? new Map());
  const fourth = { ...person(0), field: 'member-4' };
  const verification = verifyPdf(signAs(attacked, fourth));
  expect(verification.verdict).toBe('invalid');
  expect(kinds(verification)).toContain(kind);
});

test('a signer whose field moves while signing is refused', () => {
  const { number, dictionary } = findObject(empty, ({ entries }) => entries.has('Rect'));
  const moved = appendRevision(
    empty,
    new Map([[number, changed(empty, dictionary, { Rect: '[0 0 600 800]' })]]),
  );
  expect(codes(verifyPdf(signAs(moved, person(0))))).toContain('revision-changes-more');
});

test('a signature cannot fill an object that the original left open', () => {
  const next = Math.max(...lastState(empty).objects.keys()) + 2;
  const opened = Buffer.from(
    empty.toString('latin1').replace('/SigFlags 3', `/Z ${next} 0 R`.padEnd(11)),
    'latin1',
  );
  expect(opened.length).toBe(empty.length);
  expect(codes(verifyPdf(signAs(opened, person(0))))).toEqual(['revision-changes-more']);
});

test('a trailer whose size hides objects is refused', () => {
  const signing = signAs(empty, person(0), { appearance: undefined });
  const at = signing.lastIndexOf('/Size ');
  const shrunk = Buffer.from(signing);
  shrunk.write('/Size 9'.padEnd(signing.indexOf('\n', at) - at), at);
  expect(codes(verifyPdf(shrunk))).toContain('revision-changes-more');
});

test('bytes after the end are refused, whatever they are', () => {
  for (const tail of ['\n', ' ', '% remark\n', '%%EOF\n', '1 0 obj\n<< >>\nendobj\n']) {
    const verification = verifyPdf(Buffer.concat([signed, Buffer.from(tail)]));
    expect([tail, verification.verdict, codes(verification)]).toEqual([
      tail,
      'invalid',
      ['bytes-after-last-signature'],
    ]);
  }
});

test('a truncated file looks whole and is caught by the expected signers only', () => {
  const cut = signed.subarray(0, readDocument(signed).revisions[2]?.end);
  const expected = people.map(({ name }) => ({ name }));
  expect(verifyPdf(cut).verdict).toBe('valid');
  expect(verifyPdf(cut).unsignedFields).toEqual(['member-3', 'member-4']);
  expect(codes(verifyPdf(cut, { expected }))).toEqual(['expected-missing']);
  expect(verifyPdf(signed, { expected }).verdict).toBe('valid');
});

test('an unpinned authority is said, a pinned one accepted, a wrong one refused', async () => {
  expect(verifyPdf(signed).notes).toEqual([{ code: 'authority-not-pinned' }]);
  const spaced = (authority.fingerprint.toUpperCase().match(/../g) ?? []).join(':');
  expect(verifyPdf(signed, { authority: spaced })).toMatchObject({ verdict: 'valid', notes: [] });
  expect(codes(verifyPdf(signed, { authority: '0'.repeat(64) }))).toEqual(Array(3).fill('authority-differs'));
  expect(await problemOf(() => verifyPdf(signed, { authority: 'abc' }))).toBe('bad-input');
});

test('an authority of the same name made by someone else falls to the pin', () => {
  const other = createAuthority('评审机构 示例评审', { from, to });
  const keys = newSigner();
  const subject = { name: person(0).name, role: '组长', serial: 2, from, to };
  const certificate = issueCertificate(other, keys.publicSpki, subject);
  const forged = { ...person(0), privateKey: keys.privateKey, certificate };
  const pdf = signAs(empty, forged, { chain: [other.certificate] });
  expect(verifyPdf(pdf).verdict).toBe('valid');
  expect(codes(verifyPdf(pdf, { authority: authority.fingerprint }))).toEqual(['authority-differs']);
  const expected = [
    { name: person(0).name, fingerprint: verifyPdf(signed).signatures[0]?.certificateFingerprint },
  ];
  expect(codes(verifyPdf(pdf, { expected }))).toEqual(['expected-missing']);
});

test('a certificate whose issuer is not there, or is another, proves nothing', () => {
  const other = createAuthority('评审机构 示例评审', { from, to });
  expect(codes(verifyPdf(signAs(empty, person(0), { chain: [] })))).toEqual(['issuer-not-proved']);
  expect(codes(verifyPdf(signAs(empty, person(0), { chain: [other.certificate] })))).toEqual([
    'issuer-not-proved',
  ]);
  const both = [authority.certificate, other.certificate];
  expect(codes(verifyPdf(signAs(empty, person(0), { chain: both })))).toEqual(['certificates-extra']);
});

test('a member is no authority: a certificate issued by one is not accepted', () => {
  const keys = newSigner();
  const member = { privateKey: person(1).privateKey, certificate: person(1).certificate };
  const certificate = issueCertificate(member, keys.publicSpki, {
    name: '李',
    role: '',
    serial: 9,
    from,
    to,
  });
  const chain = [person(1).certificate, authority.certificate];
  const pdf = signAs(empty, { ...person(0), privateKey: keys.privateKey, certificate }, { chain });
  expect(codes(verifyPdf(pdf))).toContain('issuer-not-proved');
});

test('a clock far off and a self-chosen name are noted, and the certificate’s name counts', () => {
  const claimedTime = new Date('1970-01-01T00:00:00Z');
  const [report] = verifyPdf(signAs(empty, person(0), { name: '别人', claimedTime })).signatures;
  expect(report?.signer).toBe(person(0).name);
  expect(report?.notes.map(({ code }) => code)).toEqual(['time-outside-certificate', 'name-differs']);
});

test('an unsigned PDF is not valid, and what is no PDF is not judged', () => {
  expect(codes(verifyPdf(empty))).toEqual(['no-signatures']);
  for (const bytes of [Buffer.alloc(0), Buffer.from('PK\u0003\u0004'), signed.subarray(0, 5000)]) {
    expect(verifyPdf(bytes).verdict).toBe('unreadable');
  }
});

test('180 random single-bit flips anywhere in the file are all detected', () => {
  const next = numbers(7);
  const missed = Array.from({ length: 180 }, () => next(signed.length * 8)).filter(
    (bit) => verifyPdf(flipBit(signed, bit)).verdict === 'valid',
  );
  expect(missed).toEqual([]);
});
