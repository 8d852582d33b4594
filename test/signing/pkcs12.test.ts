import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AppError } from '../../shared/api/problem.ts';
import { readDer } from '../../electron/signing/der.ts';
import { readPkcs12 } from '../../electron/signing/pkcs12/read.ts';
import { decryptRc2 } from '../../electron/signing/pkcs12/rc2.ts';
import { asBer, fixture, hasOpenssl, openssl, password } from './pkcs12-support.ts';
import { flipBit, numbers, problemOf } from './support.ts';

const files = ['organisation-rsa-rc2.p12', 'organisation-ec-pbes2.p12'];
const whole = (bytes: Uint8Array, word = password): string => {
  const { certificate, chain, privateKey } = readPkcs12(bytes, word);
  return [privateKey.asymmetricKeyType, certificate.name, ...chain.map(({ name }) => name)].join(' ');
};

/** Everything that was read, or the refusal. */
function outcome(bytes: Uint8Array): string {
  try {
    const { privateKey, certificate, chain } = readPkcs12(bytes, password);
    const key = privateKey.export({ type: 'pkcs8', format: 'der' });
    return Buffer.concat([key, ...[certificate, ...chain].map(({ raw }) => raw)]).toString('hex');
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return `${error.problem.code}:${String(error.problem.values?.['reason'])}`;
  }
}

describe('committed PKCS#12 files', () => {
  test.each([
    [files[0] ?? '', 'rsa 示例市商务局 示例认证中心'],
    [files[1] ?? '', 'ec 示例市商务局 示例认证中心'],
  ])('%s opens with its Chinese password and with no other', async (name, content) => {
    expect(whole(fixture(name))).toBe(content);
    for (const wrong of ['', `${password} `, '密码口令甲乙']) {
      expect(await problemOf(() => readPkcs12(fixture(name), wrong))).toBe('certificate-file:password');
    }
  });

  test('with a flipped bit it is refused, or gives the very same key and certificates', () => {
    const next = numbers(23);
    for (const name of files) {
      const bytes = fixture(name);
      const found = Array.from({ length: 40 }, () => outcome(flipBit(bytes, next(bytes.length * 8))));
      const same = outcome(bytes);
      expect(found.filter((text) => text !== same && !text.startsWith('certificate-file:'))).toEqual([]);
      expect(found.filter((text) => text === same).length).toBeLessThan(4);
    }
  });

  test('what is no PKCS#12 file is refused', async () => {
    const [name = ''] = files;
    for (const bytes of [
      Buffer.alloc(0),
      Buffer.from('%PDF-1.7'),
      fixture(name).subarray(0, 900),
      Buffer.alloc(300_000),
    ]) {
      expect(await problemOf(() => readPkcs12(bytes, password))).toBe('certificate-file:format');
    }
  });
});

test('RC2 decrypts the published example of RFC 2268', () => {
  const [key, cipher] = ['88bca90e90875a7f0f79c384627bafb2', '2269552ab0f85ca6'].map((hex) =>
    Buffer.from(hex, 'hex'),
  );
  const plain = decryptRc2(key ?? Buffer.alloc(0), 128, Buffer.alloc(8), cipher ?? Buffer.alloc(0));
  expect(plain.toString('hex')).toBe('0000000000000000');
});

describe('files by the installed openssl', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'panel-p12-'));
    if (!hasOpenssl()) return;
    const subject = ['-subj', '/CN=示例自签', '-utf8', '-days', '3650', '-nodes'];
    openssl(
      folder,
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-keyout',
      'rsa.key',
      '-out',
      'rsa.pem',
      ...subject,
    );
    const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256'];
    openssl(folder, 'req', '-x509', ...curve, '-keyout', 'ec.key', '-out', 'ec.pem', ...subject);
    const small = ['req', '-x509', '-newkey', 'rsa:1024', '-keyout', 'small.key', '-out', 'small.pem'];
    openssl(folder, ...small, ...subject);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const exported = (name: string, word: string, ...how: readonly string[]): Buffer => {
    const input = ['-inkey', `${name}.key`, '-in', `${name}.pem`, '-passout', `pass:${word}`];
    openssl(folder, 'pkcs12', '-export', ...input, '-out', 'out.p12', ...how);
    return readFileSync(join(folder, 'out.p12'));
  };

  test.for([
    ['PBES2', []],
    [
      'AES-128 and SHA-512 in the MAC',
      ['-keypbe', 'AES-128-CBC', '-certpbe', 'AES-128-CBC', '-macalg', 'sha512'],
    ],
    ['triple DES', ['-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES', '-macalg', 'sha1']],
    ['RC2 with 40 bits', ['-legacy']],
    [
      'RC2 with 128 bits and DES of two keys',
      ['-legacy', '-certpbe', 'PBE-SHA1-RC2-128', '-keypbe', 'PBE-SHA1-2DES'],
    ],
    ['no encryption of the certificate, no MAC', ['-certpbe', 'NONE', '-nomac']],
  ] as [string, string[]][])('%s, RSA and EC, Chinese, Latin and empty passwords', ([, how], context) => {
    if (!hasOpenssl()) return context.skip('openssl is not installed');
    for (const key of ['rsa', 'ec']) {
      for (const word of [password, 'secret', '']) {
        expect(whole(exported(key, word, ...how), word)).toBe(`${key} 示例自签`);
      }
    }
  });

  test('the same file in BER with indefinite lengths and strings in pieces', (context) => {
    if (!hasOpenssl()) return context.skip('openssl is not installed');
    const node = readDer(exported('ec', password));
    expect(node && whole(asBer(node, false))).toBe('ec 示例自签');
    const open = readDer(exported('ec', password, '-nomac'));
    expect(open && whole(asBer(open, true))).toBe('ec 示例自签');
  });

  test.for([
    ['a key of 1024 bits', 'small', [], 'key-kind'],
    ['no key', 'ec', ['-nokeys'], 'no-key'],
  ] as const)('%s is refused with its reason', async ([, key, how, reason], context) => {
    if (!hasOpenssl()) return context.skip('openssl is not installed');
    expect(await problemOf(() => whole(exported(key, password, ...how)))).toBe(`certificate-file:${reason}`);
  });

  test('a certificate without its issuers is refused with its reason', async (context) => {
    if (!hasOpenssl()) return context.skip('openssl is not installed');
    const extensions = 'basicConstraints=CA:FALSE\nkeyUsage=digitalSignature\n';
    writeFileSync(join(folder, 'extensions'), extensions);
    openssl(folder, 'req', '-new', '-key', 'ec.key', '-out', 'leaf.csr', '-subj', '/CN=leaf');
    const signing = ['-CA', 'rsa.pem', '-CAkey', 'rsa.key', '-CAcreateserial', '-extfile', 'extensions'];
    openssl(folder, 'x509', '-req', '-in', 'leaf.csr', '-out', 'leaf.pem', ...signing);
    openssl(folder, 'ec', '-in', 'ec.key', '-out', 'leaf.key');
    expect(await problemOf(() => whole(exported('leaf', password)))).toBe('certificate-file:chain');
    expect(whole(exported('leaf', password, '-certfile', 'rsa.pem'))).toBe('ec leaf 示例自签');
  });
});
