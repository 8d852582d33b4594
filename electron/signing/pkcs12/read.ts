import { createPrivateKey, createPublicKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { AppError } from '../../../shared/api/problem.ts';
import { objectId } from '../der.ts';
import type { DerNode } from '../der.ts';
import { buildChain, readCertificate } from '../pdf/certificate.ts';
import type { Certificate } from '../pdf/certificate.ts';
import { readBer } from './ber.ts';
import { decrypt } from './decrypt.ts';
import type { Refusal } from './decrypt.ts';
import { checkMac } from './mac.ts';

/** What signs: a private key, its certificate, and the issuers up to a self-signed one. */
export interface SigningCredential {
  readonly privateKey: KeyObject;
  readonly certificate: Certificate;
  readonly chain: readonly Certificate[];
}

/** Far more than a key and a chain need. */
export const MOST_BYTES = 256 * 1024;

const DATA = hex('1.2.840.113549.1.7.1');
const ENCRYPTED_DATA = hex('1.2.840.113549.1.7.6');
const KEY_BAG = hex('1.2.840.113549.1.12.10.1.1');
const SHROUDED_KEY_BAG = hex('1.2.840.113549.1.12.10.1.2');
const CERTIFICATE_BAG = hex('1.2.840.113549.1.12.10.1.3');

/** Curves and lengths that the own verifier accepts, too. */
const curves = new Set(['prime256v1', 'secp384r1', 'secp521r1']);
const LEAST_RSA_BITS = 2048;

/**
 * Reads a PKCS#12 file (RFC 7292, `.p12` or `.pfx`) in memory: PBES2 and the old triple DES and RC2 ways,
 * passwords in any script. Nothing is kept.
 * @throws AppError `certificate-file` with reason `format`, `algorithm`, `password`, `no-key`, `key-kind`
 *   (neither RSA from 2048 bits nor a NIST curve), `no-certificate` (none over the key), `use` (not for signing
 *   documents), or `chain` (the issuers aren't all there)
 */
export function readPkcs12(bytes: Uint8Array, password: string): SigningCredential {
  if (bytes.length > MOST_BYTES) throw refusal('format');
  const [version, safe, mac] = readBer(bytes)?.children ?? [];
  const content = version?.content.toString('hex') === '03' ? contentOf(safe) : undefined;
  if (!content) throw refusal('format');
  const problem = mac && checkMac(mac, content, password);
  if (problem) throw refusal(problem);
  const bags = readSafes(content, password);
  const certificates = bags.flatMap(({ type, value }) =>
    type === CERTIFICATE_BAG ? (certificateOf(value) ?? []) : [],
  );
  const keys = bags.flatMap(({ type, value }) => {
    if (type === KEY_BAG) return [value.raw];
    return type === SHROUDED_KEY_BAG ? [decryptKey(value, password)] : [];
  });
  return choose(keys.map(readKey), certificates);
}

interface Bag {
  readonly type: string;
  readonly value: DerNode;
}

function readSafes(content: Buffer, password: string): Bag[] {
  const list = readBer(content);
  if (!list) throw refusal('format');
  return list.children.flatMap((safe) => {
    const [type] = safe.children;
    const encrypted = type?.raw.toString('hex') === ENCRYPTED_DATA;
    const plain = encrypted ? decryptSafe(safe, password) : contentOf(safe);
    const bags = plain && readBer(plain);
    if (!bags) throw refusal(encrypted ? 'password' : 'format');
    return bags.children.flatMap((bag): Bag[] => {
      const [kind, wrapper] = bag.children;
      const value = wrapper?.children[0];
      return kind && value ? [{ type: kind.raw.toString('hex'), value }] : [];
    });
  });
}

/** The bytes of a ContentInfo of type data. */
function contentOf(info: DerNode | undefined): Buffer | undefined {
  const [type, wrapper] = info?.children ?? [];
  const value = wrapper?.children[0];
  return type?.raw.toString('hex') === DATA && value?.tag === 0x04 ? value.content : undefined;
}

function decryptSafe(safe: DerNode, password: string): Buffer {
  const [, info] = safe.children[1]?.children[0]?.children ?? [];
  const [, algorithm, data] = info?.children ?? [];
  // In BER the string may be constructed of one piece.
  const content = data?.tag === 0xa0 ? data.children[0]?.content : data?.content;
  return decryptOrRefuse(algorithm, password, content);
}

function decryptKey(value: DerNode, password: string): Buffer {
  const [algorithm, data] = value.children;
  return decryptOrRefuse(algorithm, password, data?.content);
}

function decryptOrRefuse(algorithm: DerNode | undefined, password: string, data: Buffer | undefined): Buffer {
  if (!data) throw refusal('format');
  const plain = decrypt(algorithm, password, data);
  if (typeof plain === 'string') throw refusal(plain);
  return plain;
}

function certificateOf(value: DerNode): Certificate | undefined {
  const inner = value.children[1]?.children[0];
  // Byte for byte as it is: its signature is over these bytes.
  return inner && readCertificate(inner.content);
}

function readKey(pkcs8: Buffer): KeyObject {
  try {
    return createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
  } catch {
    throw refusal('key-kind');
  }
}

function choose(keys: readonly KeyObject[], certificates: readonly Certificate[]): SigningCredential {
  const [first] = keys;
  if (!first) throw refusal('no-key');
  for (const privateKey of keys) {
    const spki = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
    const certificate = certificates.find(({ publicKey }) =>
      publicKey.export({ type: 'spki', format: 'der' }).equals(spki),
    );
    if (!certificate) continue;
    if (!isUsable(privateKey)) throw refusal('key-kind');
    if (!certificate.maySignDocuments) throw refusal('use');
    const chain = buildChain(certificate, certificates);
    if (!chain) throw refusal('chain');
    return { privateKey, certificate, chain: chain.slice(1) };
  }
  throw refusal('no-certificate');
}

function isUsable(key: KeyObject): boolean {
  const { asymmetricKeyType: type, asymmetricKeyDetails: details } = key;
  if (type === 'rsa') return (details?.modulusLength ?? 0) >= LEAST_RSA_BITS;
  return type === 'ec' && curves.has(details?.namedCurve ?? '');
}

function refusal(reason: Refusal | string): AppError {
  return new AppError('certificate-file', { reason }, [{ path: '', reason: `certificate-file.${reason}` }]);
}

function hex(dotted: string): string {
  return objectId(dotted).toString('hex');
}
