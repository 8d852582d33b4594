import { spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { certificatePem, createAuthority, issueCertificate } from '../../electron/signing/authority.ts';
import { readDer } from '../../electron/signing/der.ts';
import { fingerprint } from '../../electron/signing/fingerprint.ts';
import { flipBit, newSigner, problemOf } from './support.ts';

const from = new Date('2026-01-01T00:00:00Z');
const to = new Date('2056-01-01T00:00:00Z');
const authority = createAuthority('评审机构 示例评审', { from, to });
const member = newSigner();
const subject = { name: '张䶮（示例）', role: '组长', serial: 300, from, to };
const certificate = issueCertificate(authority, member.publicSpki, subject);

test('a certificate holds the member’s own key, Chinese name and role', () => {
  const read = new X509Certificate(Buffer.from(certificate, 'base64'));
  const root = new X509Certificate(Buffer.from(authority.certificate, 'base64'));
  expect(read.subject).toBe('CN=张䶮（示例）\ntitle=组长');
  expect(read.serialNumber).toBe('012C');
  expect(read.publicKey.export({ type: 'spki', format: 'der' }).toString('base64url')).toBe(
    member.publicSpki,
  );
  expect(read.verify(root.publicKey)).toBe(true);
  expect(read.checkIssued(root)).toBe(true);
  expect([root.ca, read.ca]).toEqual([true, false]);
  expect(read.keyUsage).toEqual(['1.3.6.1.5.5.7.3.36', '1.3.6.1.5.5.7.3.4']);
  expect(new Date(read.validTo)).toEqual(to);
});

test('the authority is named by the hash of its public key', () => {
  expect(authority.fingerprint).toBe(fingerprint(authority.publicSpki));
});

test('only an ES256 key and a positive serial number are certified', async () => {
  const issue = (spki: string, serial: number): Promise<string> =>
    problemOf(() => issueCertificate(authority, spki, { ...subject, serial }));
  expect(await issue('AAAA', 1)).toBe('bad-input');
  expect(await issue(member.publicSpki, 0)).toBe('bad-input');
});

test('openssl accepts the chain', (context) => {
  if (spawnSync('openssl', ['version']).status !== 0) context.skip('openssl is not installed');
  const folder = mkdtempSync(join(tmpdir(), 'panel-ca-'));
  try {
    const [ca, leaf] = [join(folder, 'ca.pem'), join(folder, 'leaf.pem')];
    writeFileSync(ca, certificatePem(authority.certificate));
    writeFileSync(leaf, certificatePem(certificate));
    const result = spawnSync('openssl', ['verify', '-x509_strict', '-CAfile', ca, leaf], {
      encoding: 'utf8',
    });
    expect(result.stdout + result.stderr).toContain(': OK');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('the reader of DER accepts one encoding only', () => {
  const bytes = Buffer.from(certificate, 'base64');
  expect(readDer(bytes)?.raw).toEqual(bytes);
  expect(readDer(Buffer.concat([bytes, Buffer.from([0])]))).toBeUndefined();
  expect(readDer(Buffer.from('30810100', 'hex'))).toBeUndefined();
  expect(readDer(Buffer.from('3080', 'hex'))).toBeUndefined();
  expect(readDer(flipBit(bytes, 8))).toBeUndefined();
});
