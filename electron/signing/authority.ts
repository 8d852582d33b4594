import { createPublicKey, randomBytes, sign, X509Certificate } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { AppError } from '../../shared/api/problem.ts';
import * as der from './der.ts';
import { bitString, encodeDer, integer, objectId, octetString, sequence } from './der.ts';
import { fingerprint } from './fingerprint.ts';
import { generateSigningKey } from './profile-keys.ts';

/** The review authority (评审机构): an ES256 key and its self-signed certificate (base64 DER). */
export interface Authority {
  readonly privateKey: KeyObject;
  /** SPKI DER, base64url. */
  readonly publicSpki: string;
  readonly certificate: string;
  /** SHA-256 of the SPKI, the value for `--authority`. */
  readonly fingerprint: string;
}

export interface Validity {
  readonly from: Date;
  readonly to: Date;
}

export interface MemberSubject extends Validity {
  readonly name: string;
  /** E.g. 组长, 专家, 监督员; stands in the certificate's subject as title. */
  readonly role: string;
  /** A positive number, unique for each certificate of the authority. */
  readonly serial: number;
}

const COMMON_NAME = '2.5.4.3';
const TITLE = '2.5.4.12';
/** ecdsa-with-SHA256, RFC 5758. */
const SIGNATURE_ALGORITHM = sequence(objectId('1.2.840.10045.4.3.2'));
const TRUE = encodeDer(0x01, Buffer.from([0xff]));
/** RFC 9336 document signing, RFC 5280 e-mail protection. */
const EXTENDED_USES = ['1.3.6.1.5.5.7.3.36', '1.3.6.1.5.5.7.3.4'];

/** A new authority with a random serial number. Names may be Chinese (UTF-8). */
export function createAuthority(name: string, validity: Validity): Authority {
  return certifyAuthority(generateSigningKey().privateKey, name, validity);
}

/** The same for an existing key, e.g. one read back from a recovery file. */
export function certifyAuthority(privateKey: KeyObject, name: string, validity: Validity): Authority {
  const spki = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
  const subject = nameOf([[COMMON_NAME, name]]);
  const extensions = [
    extension('2.5.29.19', sequence(TRUE, integer(Buffer.from([0]))), true),
    extension('2.5.29.15', bitString(Buffer.from([0x06]), 1), true),
    extension('2.5.29.14', octetString(keyId(spki))),
  ];
  const serial = Buffer.concat([Buffer.from([0x40]), randomBytes(15)]);
  const certificate = issue(privateKey, { serial, issuer: subject, subject, validity, spki, extensions });
  const publicSpki = spki.toString('base64url');
  return { privateKey, publicSpki, certificate, fingerprint: fingerprint(publicSpki) };
}

/**
 * Certificate (base64 DER) over the member's own public key (SPKI, base64url). Throws `bad-input` when
 * the key is not an ES256 key or the serial number is not positive.
 */
export function issueCertificate(
  authority: Pick<Authority, 'privateKey' | 'certificate'>,
  memberSpki: string,
  member: MemberSubject,
): string {
  const spki = requireES256(memberSpki);
  if (!Number.isSafeInteger(member.serial) || member.serial < 1)
    throw new AppError('bad-input', { what: 'serial' });
  const issuer = new X509Certificate(Buffer.from(authority.certificate, 'base64'));
  const issuerSpki = issuer.publicKey.export({ type: 'spki', format: 'der' });
  const extensions = [
    extension('2.5.29.19', sequence(), true),
    // digitalSignature and nonRepudiation: bits 0 and 1, six unused.
    extension('2.5.29.15', bitString(Buffer.from([0xc0]), 6), true),
    extension('2.5.29.37', sequence(...EXTENDED_USES.map(objectId))),
    extension('2.5.29.14', octetString(keyId(spki))),
    extension('2.5.29.35', sequence(encodeDer(0x80, keyId(issuerSpki)))),
  ];
  return issue(authority.privateKey, {
    serial: Buffer.from(member.serial.toString(16).padStart(14, '0'), 'hex'),
    issuer: subjectOf(authority.certificate),
    subject: nameOf([
      [COMMON_NAME, member.name],
      [TITLE, member.role],
    ]),
    validity: member,
    spki,
    extensions,
  });
}

export function certificatePem(certificate: string): string {
  const lines = certificate.match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}

interface CertificateParts {
  readonly serial: Buffer;
  readonly issuer: Buffer;
  readonly subject: Buffer;
  readonly validity: Validity;
  readonly spki: Buffer;
  readonly extensions: readonly Buffer[];
}

function issue(key: KeyObject, parts: CertificateParts): string {
  const version3 = encodeDer(0xa0, integer(Buffer.from([2])));
  const body = sequence(
    version3,
    integer(parts.serial),
    SIGNATURE_ALGORITHM,
    parts.issuer,
    sequence(der.time(parts.validity.from), der.time(parts.validity.to)),
    parts.subject,
    parts.spki,
    encodeDer(0xa3, sequence(...parts.extensions)),
  );
  const signature = sign('sha256', body, { key, dsaEncoding: 'der' });
  return sequence(body, SIGNATURE_ALGORITHM, bitString(signature)).toString('base64');
}

function nameOf(entries: readonly (readonly [string, string])[]): Buffer {
  const parts = entries.filter(([, text]) => text !== '');
  return sequence(...parts.map(([type, text]) => der.setOf(sequence(objectId(type), der.utf8String(text)))));
}

function extension(type: string, value: Buffer, critical = false): Buffer {
  return sequence(objectId(type), critical ? TRUE : Buffer.alloc(0), octetString(value));
}

/** RFC 7093 method 1: leftmost 160 bits of the SHA-256, here of the whole SPKI. */
function keyId(spki: Buffer): Buffer {
  return Buffer.from(fingerprint(spki.toString('base64')).slice(0, 40), 'hex');
}

/** The subject's own bytes, so that issuer and subject agree whatever wrote the certificate. */
function subjectOf(certificate: string): Buffer {
  const subject = der.readDer(Buffer.from(certificate, 'base64'))?.children[0]?.children[5]?.raw;
  if (!subject) throw new AppError('data-corrupt', { what: 'authority-certificate' });
  return subject;
}

function requireES256(spki: string): Buffer {
  const bytes = Buffer.from(spki, 'base64url');
  try {
    const key = createPublicKey({ key: bytes, type: 'spki', format: 'der' });
    if (key.asymmetricKeyDetails?.namedCurve === 'prime256v1') return bytes;
  } catch {
    // Refused below.
  }
  throw new AppError('bad-input', { what: 'public-key' });
}
