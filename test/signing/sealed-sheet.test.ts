import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { checkEnvelope, openSheet, sealSheet, signWithdrawal } from '../../electron/signing/sealed-sheet.ts';
import type { OpenSheetInput, SealedSheet } from '../../electron/signing/sealed-sheet.ts';
import { signEnvelope } from '../../electron/signing/envelope.ts';
import { createProfileKeys, unlockProfileKeys } from '../../electron/signing/profile-keys.ts';
import type { OpenProfileKeys } from '../../electron/signing/profile-keys.ts';
import { openAge, sha256 } from './age-reference.ts';
import {
  cheapCost,
  flipBit,
  newSigner,
  numbers,
  passphrase,
  payloadOf,
  place,
  problemOf,
} from './support.ts';

const signer = newSigner();
const payload = payloadOf(place);
let chair: OpenProfileKeys;
let deputy: OpenProfileKeys;
let secretary: OpenProfileKeys;
let sheet: SealedSheet;
let good: OpenSheetInput;

async function newProfile(): Promise<OpenProfileKeys> {
  return unlockProfileKeys(await createProfileKeys(passphrase, cheapCost), passphrase);
}

async function seal(bytes: Buffer, at = place): Promise<SealedSheet> {
  const chairs = [chair.ageRecipient, deputy.ageRecipient];
  const recipients = { chairs, secretary: secretary.ageRecipient };
  return sealSheet({ signer, place: at, previous: null, payload: bytes, ...recipients });
}

async function reasonOf(change: Partial<OpenSheetInput>): Promise<string> {
  return (await problemOf(() => openSheet({ ...good, ...change }))).replace('signature-invalid:', '');
}

beforeAll(async () => {
  [chair, deputy, secretary] = await Promise.all([newProfile(), newProfile(), newProfile()]);
  sheet = await seal(payload);
  good = {
    envelope: sheet.envelope,
    sealed: sheet.sealed,
    memberSpki: signer.publicSpki,
    expected: { ...place, previous: null },
    secretaryIdentity: secretary.ageIdentity,
    chairIdentity: chair.ageIdentity,
  };
});

test('chair and secretary together open the exact bytes; so do deputy and secretary', async () => {
  const opened = await openSheet(good);
  expect(opened.payload).toEqual(payload);
  expect(opened.payloadHash).toBe(sha256(payload));
  expect(opened.envelopeHash).toBe(sheet.envelopeHash);
  expect((await openSheet({ ...good, chairIdentity: deputy.ageIdentity })).payload).toEqual(payload);
});

test('neither the secretary nor the chair opens a sheet alone', async () => {
  expect(await reasonOf({ chairIdentity: secretary.ageIdentity })).toBe('chair-key');
  expect(await reasonOf({ secretaryIdentity: chair.ageIdentity })).toBe('secretary-key');
});

test('the envelope is checked without opening anything', () => {
  const checked = checkEnvelope(sheet.envelope, signer.publicSpki, place);
  expect(checked.envelope.sealedHash).toBe(sha256(sheet.sealed));
  expect(JSON.stringify(checked)).not.toContain(sha256(payload));
});

test('sheets with short and long comments have the same size', async () => {
  const long = await seal(payloadOf(place, { comment: '好'.repeat(8000) }));
  expect(long.sealed.length).toBe(sheet.sealed.length);
  const longer = await seal(payloadOf(place, { comment: '好'.repeat(40_000) }));
  expect(longer.sealed.length).toBeGreaterThan(2 * sheet.sealed.length);
});

test.each([
  ['review', 'r2'],
  ['schemeHash', 'c'.repeat(64)],
  ['rosterHash', 'c'.repeat(64)],
  ['dossier', 'd2'],
  ['member', 'm2'],
  ['seq', 2],
  ['previous', 'c'.repeat(64)],
])('a sheet for another %s is refused with its own reason', async (field, value) => {
  expect(await reasonOf({ expected: { ...good.expected, [field]: value } })).toBe(`different-${field}`);
});

test('another sealed sheet under this envelope is refused', async () => {
  expect(await reasonOf({ sealed: (await seal(payload)).sealed })).toBe('sealed-altered');
});

test('no random bit flip of the sealed bytes opens', async () => {
  const next = numbers(1);
  for (let round = 0; round < 200; round += 1) {
    const sealed = flipBit(sheet.sealed, next(sheet.sealed.length * 8));
    expect(await reasonOf({ sealed })).toBe('sealed-altered');
  }
});

test('a sheet of format 1, which names no manifest, is still read, and neither passes for the other', async () => {
  const old = { ...place, manifestHash: null };
  const payloadOfOld = Buffer.from(JSON.stringify({ ...place, manifestHash: undefined, scores: {} }), 'utf8');
  const first = await seal(payloadOfOld, old);
  const open = { ...good, envelope: first.envelope, sealed: first.sealed };
  const { envelope } = await openSheet({ ...open, expected: old });
  expect([envelope.format, envelope.manifestHash]).toEqual([1, null]);
  expect(await reasonOf({ ...open })).toBe('different-manifestHash');
  expect(await problemOf(() => seal(payload, old))).toBe('signature-invalid:payload-elsewhere');
  expect(await problemOf(() => seal(payloadOfOld))).toBe('signature-invalid:payload-elsewhere');
});

test('a member who signs an envelope over altered ciphertext is still refused', async () => {
  const next = numbers(2);
  for (let round = 0; round < 50; round += 1) {
    const sealed = flipBit(sheet.sealed, next(sheet.sealed.length * 8));
    const envelope = signEnvelope(signer, {
      ...place,
      kind: 'sheet',
      previous: null,
      sealedHash: sha256(sealed),
    });
    expect(await reasonOf({ envelope, sealed })).toMatch(/^(secretary|chair)-key$/);
  }
});

test('a sheet signed by someone else than its envelope is refused', async () => {
  const other = newSigner();
  const chairs = [chair.ageRecipient];
  const recipients = { chairs, secretary: secretary.ageRecipient };
  const theirs = await sealSheet({ signer: other, place, previous: null, payload, ...recipients });
  const envelope = signEnvelope(signer, {
    ...place,
    kind: 'sheet',
    previous: null,
    sealedHash: theirs.sealedHash,
  });
  expect(await reasonOf({ envelope, sealed: theirs.sealed })).toBe('key');
});

test('a payload that names another place cannot be sealed', async () => {
  expect(await problemOf(() => seal(payloadOf({ ...place, dossier: 'd9' })))).toBe(
    'signature-invalid:payload-elsewhere',
  );
});

test('a withdrawal is a signed tombstone that opens nothing', async () => {
  const at = { ...place, seq: 2 };
  const envelope = signWithdrawal(signer, at, sheet.envelopeHash);
  const checked = checkEnvelope(envelope, signer.publicSpki, { ...at, previous: sheet.envelopeHash });
  expect(checked.envelope).toMatchObject({ kind: 'withdrawal', sealedHash: null });
  expect(await reasonOf({ envelope, expected: at })).toBe('not-a-sheet');
});

test('a first envelope with a predecessor and a second without one are malformed', async () => {
  for (const [seq, previous] of [
    [1, 'c'.repeat(64)],
    [2, null],
  ] as const) {
    const value = { ...place, seq, kind: 'withdrawal', previous, sealedHash: null } as const;
    const envelope = signEnvelope(signer, value);
    expect(await reasonOf({ envelope, expected: {} })).toBe('envelope-malformed');
  }
});

test('a second reader of age, written from its specification, reads the same', () => {
  const outer = openAge(sheet.sealed, secretary.ageIdentity);
  const inner = outer && openAge(outer, deputy.ageIdentity);
  expect(outer && openAge(outer, secretary.ageIdentity)).toBeUndefined();
  expect(inner?.length).toBe(64 * 1024);
  const jws = inner?.subarray(4, 4 + inner.readUInt32BE()).toString('utf8') ?? '';
  expect(Buffer.from(jws.split('.')[1] ?? '', 'base64url')).toEqual(payload);
});

test('the age command opens both layers', (context) => {
  if (spawnSync('age', ['--version']).status !== 0) context.skip('the age command is not installed');
  const folder = mkdtempSync(join(tmpdir(), 'panel-age-'));
  try {
    const key = (name: string, identity: string): string => {
      writeFileSync(join(folder, name), `${identity}\n`, { mode: 0o600 });
      return join(folder, name);
    };
    const open = (input: Buffer, identity: string): Buffer =>
      spawnSync('age', ['--decrypt', '--identity', identity], { input, maxBuffer: 2 ** 24 }).stdout;
    const outer = open(sheet.sealed, key('secretary', secretary.ageIdentity));
    expect(open(outer, key('chair', chair.ageIdentity)).length).toBe(64 * 1024);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
