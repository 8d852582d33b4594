import { createHmac } from 'node:crypto';
import { CompactSign, compactVerify, importSPKI } from 'jose';
import { createPublicKey } from 'node:crypto';
import { expect, test } from 'vitest';
import { fingerprint, readAloud, signJws, verifyJws } from '../../electron/signing/jws.ts';
import { flipBit, newSigner, problemOf } from './support.ts';

const signer = newSigner();
const kid = fingerprint(signer.publicSpki);
const payload = Buffer.from('{"分":"8.50"}\n');
const jws = signJws(signer.privateKey, { typ: 'panel-sheet', kid }, payload);
const [, body = '', signature = ''] = jws.split('.');

const encode = (text: string): string => Buffer.from(text).toString('base64url');
const headed = (header: string): string => `${encode(header)}.${body}.${signature}`;
const check = async (text: string): Promise<string> =>
  problemOf(() => verifyJws(text, signer.publicSpki, 'panel-sheet'));

test('a signed payload comes back byte for byte', () => {
  expect(verifyJws(jws, signer.publicSpki, 'panel-sheet')).toEqual(payload);
});

test('an independent JOSE library accepts ours and we accept its', async () => {
  const pem = createPublicKey(signer.privateKey).export({ type: 'spki', format: 'pem' }).toString();
  const verified = await compactVerify(jws, await importSPKI(pem, 'ES256'));
  expect(Buffer.from(verified.payload)).toEqual(payload);
  const header = { alg: 'ES256', typ: 'panel-sheet', kid };
  const theirs = await new CompactSign(payload).setProtectedHeader(header).sign(signer.privateKey);
  expect(await check(theirs)).toBe('none');
});

test.each([
  ['algorithm none', `{"alg":"none","typ":"panel-sheet","kid":"${kid}"}`, 'algorithm'],
  ['a keyed hash', `{"alg":"HS256","typ":"panel-sheet","kid":"${kid}"}`, 'algorithm'],
  ['another curve', `{"alg":"ES384","typ":"panel-sheet","kid":"${kid}"}`, 'algorithm'],
  ['a lower-case algorithm', `{"alg":"es256","typ":"panel-sheet","kid":"${kid}"}`, 'algorithm'],
  ['crit', `{"alg":"ES256","typ":"panel-sheet","kid":"${kid}","crit":["b64"]}`, 'header'],
  ['b64', `{"alg":"ES256","typ":"panel-sheet","kid":"${kid}","b64":false}`, 'header'],
  ['an own key', `{"alg":"ES256","typ":"panel-sheet","kid":"${kid}","jwk":{}}`, 'header'],
  ['a doubled member', `{"alg":"none","alg":"ES256","typ":"panel-sheet","kid":"${kid}"}`, 'header'],
  ['no key id', '{"alg":"ES256","typ":"panel-sheet"}', 'header'],
  ['another type', `{"alg":"ES256","typ":"panel-envelope","kid":"${kid}"}`, 'type'],
  ['another key id', `{"alg":"ES256","typ":"panel-sheet","kid":"${'0'.repeat(64)}"}`, 'key'],
  ['its members in another order', `{"typ":"panel-sheet","alg":"ES256","kid":"${kid}"}`, 'header'],
  ['no JSON', 'ES256', 'malformed'],
])('a header with %s is refused', async (_name, header, reason) => {
  expect(await check(headed(header))).toBe(`signature-invalid:${reason}`);
});

test('the public key used as a secret of HS256 signs nothing', async () => {
  const input = `${encode(`{"alg":"HS256","typ":"panel-sheet","kid":"${kid}"}`)}.${body}`;
  const mac = createHmac('sha256', Buffer.from(signer.publicSpki, 'base64url')).update(input);
  expect(await check(`${input}.${mac.digest('base64url')}`)).toBe('signature-invalid:algorithm');
});

test.each(['', '.', '..', 'a.b', `${body}.${body}.${body}.${body}`])('%s is no signature', async (text) => {
  expect(await check(text)).toMatch(/^signature-invalid:/);
});

test('another member’s key is refused', async () => {
  const other = newSigner();
  expect(await problemOf(() => verifyJws(jws, other.publicSpki, 'panel-sheet'))).toBe(
    'signature-invalid:key',
  );
});

test('no flipped bit anywhere in the text is accepted', async () => {
  const bytes = Buffer.from(jws, 'latin1');
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    expect(await check(flipBit(bytes, bit).toString('latin1'))).toMatch(/^signature-invalid:/);
  }
});

test('a fingerprint is read aloud as six groups of four digits', () => {
  expect(
    readAloud(kid)
      .split(' ')
      .map((group) => group.length),
  ).toEqual([4, 4, 4, 4, 4, 4]);
  expect(readAloud('00'.repeat(32))).toBe('0000 0000 0000 0000 0000 0000');
  expect(readAloud(`${'0'.repeat(31)}7${'f'.repeat(32)}`)).toBe('0000 0000 0000 0000 0000 0007');
});
