import { expect, test } from 'vitest';
import {
  deriveKey,
  generateDigits,
  isStrongPassphrase,
  unwrapSecret,
  wrapSecret,
} from '../../electron/signing/passphrase.ts';
import {
  changePassphrase,
  createProfileKeys,
  openDraft,
  sealDraft,
  unlockProfileKeys,
} from '../../electron/signing/profile-keys.ts';
import { makeRecoveryFile, openRecoveryFile } from '../../electron/signing/recovery-file.ts';
import { cheapCost, flipBit, passphrase, problemOf } from './support.ts';

test('a profile unlocks with its passphrase after a trip through JSON', async () => {
  const stored = await createProfileKeys(passphrase, cheapCost);
  const open = await unlockProfileKeys(JSON.parse(JSON.stringify(stored)), passphrase);
  expect(open.signingPublicSpki).toBe(stored.signingPublicSpki);
  expect(open.ageRecipient).toMatch(/^age1/);
});

test('a wrong passphrase, and only that, is called wrong', async () => {
  const stored = await createProfileKeys(passphrase, cheapCost);
  const other = await createProfileKeys(passphrase, cheapCost);
  expect(await problemOf(() => unlockProfileKeys(stored, `${passphrase}。`))).toBe('wrong-passphrase');
  const swapped = { ...stored, ageRecipient: other.ageRecipient };
  expect(await problemOf(() => unlockProfileKeys(swapped, passphrase))).toBe('data-corrupt');
  const moved = { ...stored, signingPrivateSealed: stored.ageIdentitySealed };
  expect(await problemOf(() => unlockProfileKeys(moved, passphrase))).toBe('data-corrupt');
});

test('nothing secret is readable in what is stored', async () => {
  const stored = await createProfileKeys(passphrase, cheapCost);
  const open = await unlockProfileKeys(stored, passphrase);
  const text = JSON.stringify(stored);
  for (const secret of [passphrase, open.ageIdentity, open.profileKey.toString('base64url')]) {
    expect(text).not.toContain(secret);
  }
});

test('full-width and half-width forms of a passphrase are the same', async () => {
  const kdf = { salt: 'c2FsdA', cost: cheapCost };
  expect(await deriveKey('ＡＢＣＤ abcd １２３', kdf)).toEqual(await deriveKey('ABCD abcd 123', kdf));
  expect(await deriveKey('1234 5678 9012 3456', kdf)).toEqual(await deriveKey('1234567890123456', kdf));
});

test.each([
  ['elf chars..', false],
  ['twelve chars', true],
  ['123456789012345', false],
  ['1234 5678 9012 3456', true],
  ['清风徐来水波不兴举酒属', false],
  [passphrase, true],
])('%s as a passphrase: accepted %s', (text, accepted) => {
  expect(isStrongPassphrase(text)).toBe(accepted);
});

test('generated digits are sixteen in groups of four and accepted', () => {
  const digits = generateDigits();
  expect(digits).toMatch(/^\d{4} \d{4} \d{4} \d{4}$/);
  expect(isStrongPassphrase(digits)).toBe(true);
});

test('a weak passphrase makes no profile', async () => {
  expect(await problemOf(() => createProfileKeys('short', cheapCost))).toBe('weak-passphrase');
});

test('a changed passphrase opens the same keys and the old one opens nothing', async () => {
  const stored = await createProfileKeys(passphrase, cheapCost);
  const before = await unlockProfileKeys(stored, passphrase);
  const next = await changePassphrase(stored, passphrase, '1111 2222 3333 4444', cheapCost);
  const after = await unlockProfileKeys(next, '1111222233334444');
  expect(after.ageIdentity).toBe(before.ageIdentity);
  expect(await problemOf(() => unlockProfileKeys(next, passphrase))).toBe('wrong-passphrase');
});

test('a draft opens only in its own place and under its own profile', async () => {
  const open = await unlockProfileKeys(await createProfileKeys(passphrase, cheapCost), passphrase);
  const other = await unlockProfileKeys(await createProfileKeys(passphrase, cheapCost), passphrase);
  const sealed = sealDraft(open, 'r1/d1', '草稿');
  expect(openDraft(open, 'r1/d1', sealed)).toBe('草稿');
  expect(await problemOf(() => openDraft(open, 'r1/d2', sealed))).toBe('data-corrupt');
  expect(await problemOf(() => openDraft(other, 'r1/d1', sealed))).toBe('data-corrupt');
});

test('no flipped bit of a wrapped secret is accepted', () => {
  const key = Buffer.alloc(32, 7);
  const wrapped = Buffer.from(wrapSecret(key, Buffer.from('secret'), 'use'), 'base64url');
  for (let bit = 0; bit < wrapped.length * 8; bit += 1) {
    expect(unwrapSecret(key, flipBit(wrapped, bit).toString('base64url'), 'use')).toBeUndefined();
  }
});

test('a recovery file gives the secrets back to its passphrase only', async () => {
  const text = await makeRecoveryFile(passphrase, { authority: 'secret one' }, cheapCost);
  expect(text).not.toContain('secret one');
  expect(await openRecoveryFile(passphrase, text)).toEqual({ authority: 'secret one' });
  expect(await problemOf(() => openRecoveryFile('another passphrase', text))).toBe('wrong-passphrase');
  expect(await problemOf(() => openRecoveryFile(passphrase, 'not json'))).toBe('data-corrupt');
});
