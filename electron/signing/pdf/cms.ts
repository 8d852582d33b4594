import { createHash, sign, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { encodeDer, integer, objectId, octetString, readDer, readFirstDer, sequence, setOf } from '../der.ts';
import type { DerNode } from '../der.ts';
import { buildChain, readCertificate } from './certificate.ts';
import type { Certificate } from './certificate.ts';

const DATA = objectId('1.2.840.113549.1.7.1');
const SIGNED_DATA = objectId('1.2.840.113549.1.7.2');
const CONTENT_TYPE = objectId('1.2.840.113549.1.9.3');
const MESSAGE_DIGEST = objectId('1.2.840.113549.1.9.4');
/** ESS signing-certificate-v2, RFC 5035. */
const SIGNING_CERTIFICATE = objectId('1.2.840.113549.1.9.16.2.47');
const SHA256 = objectId('2.16.840.1.101.3.4.2.1');
const ECDSA_SHA256 = objectId('1.2.840.10045.4.3.2');
const RSA_SHA256 = objectId('1.2.840.113549.1.1.11');
const RSA = objectId('1.2.840.113549.1.1.1');
const curves = new Set(['prime256v1', 'secp384r1', 'secp521r1']);
const ONE = integer(Buffer.from([1]));
const NULL = Buffer.from([5, 0]);

/** Detached CMS SignedData (CAdES, no signing time) over bytes with this SHA-256. EC and RSA keys. */
export function makeCms(
  digest: Buffer,
  key: KeyObject,
  certificate: Certificate,
  chain: readonly Certificate[],
): Buffer {
  const { issuer, serial, raw } = certificate;
  const certificateId = sequence(
    octetString(sha256(raw)),
    sequence(sequence(encodeDer(0xa4, issuer)), serial),
  );
  const attributes = [
    sequence(CONTENT_TYPE, setOf(DATA)),
    sequence(MESSAGE_DIGEST, setOf(octetString(digest))),
    sequence(SIGNING_CERTIFICATE, setOf(sequence(sequence(certificateId)))),
  ];
  const signed = setOf(...attributes);
  const algorithm = key.asymmetricKeyType === 'rsa' ? sequence(RSA_SHA256, NULL) : sequence(ECDSA_SHA256);
  const signature = sign('sha256', signed, { key, dsaEncoding: 'der' });
  const signer = sequence(
    ONE,
    sequence(issuer, serial),
    sequence(SHA256),
    retag(signed, 0xa0),
    algorithm,
    octetString(signature),
  );
  const certificates = retag(setOf(raw, ...chain.map((link) => link.raw)), 0xa0);
  const data = sequence(ONE, setOf(sequence(SHA256)), sequence(DATA), certificates, setOf(signer));
  return sequence(SIGNED_DATA, encodeDer(0xa0, data));
}

export interface CmsCheck {
  /** Keys of `shared/text` verify; empty when everything holds. */
  readonly problems: readonly string[];
  readonly certificate: Certificate | undefined;
  /** The self-signed end of the chain. */
  readonly authority: Certificate | undefined;
}

interface CmsParts {
  readonly certificates: readonly Certificate[];
  readonly issuerAndSerial: readonly DerNode[];
  readonly attributes: DerNode;
  readonly algorithm: DerNode;
  readonly signature: Buffer;
}

/** Checks the bytes of /Contents against the SHA-256 of the signed ranges. Never throws. */
export function checkCms(contents: Buffer, digest: Buffer): CmsCheck {
  const whole = readFirstDer(contents);
  const parts = whole && readParts(whole);
  if (!whole || !parts) return { problems: ['cms-malformed'], certificate: undefined, authority: undefined };
  const problems: string[] = [];
  if (contents.subarray(whole.raw.length).some((byte) => byte !== 0)) problems.push('cms-garbage');
  const [issuer, serial] = parts.issuerAndSerial;
  const certificate = parts.certificates.find(
    (candidate) => issuer?.raw.equals(candidate.issuer) && serial?.raw.equals(candidate.serial),
  );
  if (!certificate)
    return { problems: ['certificate-missing'], certificate: undefined, authority: undefined };
  const chain = buildChain(certificate, parts.certificates);
  if (!chain) problems.push('issuer-not-proved');
  else if (chain.length !== parts.certificates.length) problems.push('certificates-extra');
  if (!certificate.maySignDocuments) problems.push('certificate-use');
  const attributes = readAttributes(parts.attributes);
  if (!attributes.get(hexOf(CONTENT_TYPE))?.raw.equals(DATA)) problems.push('cms-malformed');
  if (!attributes.get(hexOf(MESSAGE_DIGEST))?.raw.equals(octetString(digest)))
    problems.push('content-changed');
  if (!namesCertificate(attributes.get(hexOf(SIGNING_CERTIFICATE)), certificate)) {
    problems.push('certificate-not-bound');
  }
  if (!isSignature(parts, certificate)) problems.push('signature-false');
  return { problems: [...new Set(problems)], certificate, authority: chain?.at(-1) };
}

function readParts(whole: DerNode): CmsParts | undefined {
  const [type, wrapper, ...beyond] = whole.children;
  const data = wrapper?.children[0];
  const [version, digests, content, certificates, signers, ...more] = data?.children ?? [];
  const [signer] = signers?.children ?? [];
  // No signature covers these three wrappers, so each tag is looked at.
  const isShape =
    [whole, data, signer].every((node) => node?.tag === 0x30) &&
    type?.raw.equals(SIGNED_DATA) &&
    wrapper?.tag === 0xa0 &&
    wrapper.children.length === 1 &&
    version?.raw.equals(ONE) &&
    digests?.tag === 0x31 &&
    digests.children.length === 1 &&
    isSha256(digests.children[0]) &&
    content?.raw.equals(sequence(DATA)) &&
    certificates?.tag === 0xa0 &&
    signers?.tag === 0x31 &&
    signers.children.length === 1 &&
    beyond.length + more.length === 0;
  // Unsigned attributes would be a seventh part: refused, because nobody answers for them.
  const [signerVersion, id, digest, attributes, algorithm, signature, ...rest] = signer?.children ?? [];
  if (!isShape || !signerVersion?.raw.equals(ONE) || !isSha256(digest) || rest.length > 0) return undefined;
  if (attributes?.tag !== 0xa0 || signature?.tag !== 0x04 || !algorithm || id?.tag !== 0x30) return undefined;
  const read = certificates.children.map((node) => readCertificate(node.raw));
  const known = read.filter((certificate) => certificate !== undefined);
  if (known.length !== read.length || id.children.length !== 2) return undefined;
  const { content: signatureBytes } = signature;
  return {
    certificates: known,
    issuerAndSerial: id.children,
    attributes,
    algorithm,
    signature: signatureBytes,
  };
}

/** Single-valued attributes by type; empty when they are not in DER order or one appears twice. */
function readAttributes(node: DerNode): Map<string, DerNode> {
  const found = new Map<string, DerNode>();
  const sorted = setOf(...node.children.map((child) => child.raw));
  if (!retag(sorted, 0xa0).equals(node.raw)) return found;
  for (const attribute of node.children) {
    const [type, values, ...rest] = attribute.children;
    const [value, ...others] = values?.children ?? [];
    const key = type?.raw.toString('hex') ?? '';
    if (!value || rest.length + others.length > 0 || found.has(key)) return new Map();
    found.set(key, value);
  }
  return found;
}

function namesCertificate(value: DerNode | undefined, certificate: Certificate): boolean {
  const first = value?.children[0]?.children[0];
  const parts = first?.children ?? [];
  // The hash algorithm is left out for SHA-256 (DER default); some writers name it all the same.
  const hash = parts[0]?.tag === 0x30 && isSha256(parts[0]) ? parts[1] : parts[0];
  return hash?.raw.equals(octetString(sha256(certificate.raw))) ?? false;
}

function isSignature(parts: CmsParts, certificate: Certificate): boolean {
  const { publicKey } = certificate;
  const algorithm = parts.algorithm.raw;
  const bytes = retag(parts.attributes.raw, 0x31);
  if (publicKey.asymmetricKeyType === 'ec' && curves.has(publicKey.asymmetricKeyDetails?.namedCurve ?? '')) {
    if (!algorithm.equals(sequence(ECDSA_SHA256))) return false;
    return verify('sha256', bytes, { key: publicKey, dsaEncoding: 'der' }, parts.signature);
  }
  // An organisation's PKCS#12 is usually RSA.
  const isRsa = [RSA_SHA256, RSA].some((type) => algorithm.equals(sequence(type, NULL)));
  if (publicKey.asymmetricKeyType !== 'rsa' || !isRsa) return false;
  return verify('sha256', bytes, publicKey, parts.signature);
}

function isSha256(node: DerNode | undefined): boolean {
  return node?.raw.equals(sequence(SHA256)) || node?.raw.equals(sequence(SHA256, NULL)) || false;
}

function retag(der: Buffer, tag: number): Buffer {
  const copy = Buffer.from(der);
  copy[0] = tag;
  return copy;
}

function hexOf(type: Buffer): string {
  return (readDer(type)?.raw ?? type).toString('hex');
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}
