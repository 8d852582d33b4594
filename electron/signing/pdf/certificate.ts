import { X509Certificate } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { readDer } from '../der.ts';
import type { DerNode } from '../der.ts';
import { sha256Hex } from '../fingerprint.ts';

/** What a verifier needs of a certificate, read from its own bytes. */
export interface Certificate {
  readonly raw: Buffer;
  readonly serial: Buffer;
  readonly issuer: Buffer;
  readonly subject: Buffer;
  /** Common name and title of the subject; empty when missing. */
  readonly name: string;
  readonly role: string;
  /** SHA-256 of the SPKI, hex. */
  readonly fingerprint: string;
  readonly publicKey: KeyObject;
  readonly isAuthority: boolean;
  readonly maySignDocuments: boolean;
  readonly validFrom: Date;
  readonly validTo: Date;
  readonly isSignedBy: (issuer: Certificate) => boolean;
}

const COMMON_NAME = '550403';
const TITLE = '55040c';
const KEY_USAGE = '551d0f';
const EXTENDED_USES = '551d25';
const BASIC_CONSTRAINTS = '551d13';
/** Document signing, e-mail protection, any; as content bytes of the object identifiers. */
const DOCUMENT_USES = new Set(['2b06010505070324', '2b06010505070304', '551d2500']);

/** Undefined when it is no X.509 v3 certificate in strict DER. */
export function readCertificate(raw: Uint8Array): Certificate | undefined {
  const [body, outerAlgorithm, signature] = readDer(raw)?.children ?? [];
  if (!body || !outerAlgorithm || !signature || signature.content[0] !== 0) return undefined;
  const [version, serial, algorithm, issuer, , subject, spki, ...rest] = body.children;
  if (version?.tag !== 0xa0 || !serial || !issuer || !subject || !spki) return undefined;
  if (!algorithm?.raw.equals(outerAlgorithm.raw)) return undefined;
  try {
    const parsed = new X509Certificate(raw);
    const extensions = readExtensions(rest.at(-1));
    return {
      raw: Buffer.from(raw),
      serial: serial.raw,
      issuer: issuer.raw,
      subject: subject.raw,
      name: nameEntry(subject, COMMON_NAME),
      role: nameEntry(subject, TITLE),
      fingerprint: sha256Hex(spki.raw),
      publicKey: parsed.publicKey,
      isAuthority: extensions.get(BASIC_CONSTRAINTS)?.children[0]?.content[0] === 0xff,
      maySignDocuments: maySign(extensions),
      validFrom: new Date(parsed.validFrom),
      validTo: new Date(parsed.validTo),
      isSignedBy: (other) => other.subject.equals(issuer.raw) && parsed.verify(other.publicKey),
    };
  } catch {
    return undefined;
  }
}

/**
 * The certificate, its issuer, and so on to a self-signed one; undefined when a link is missing or false. A
 * certificate that signs itself stands alone, whether or not it calls itself an authority.
 */
export function buildChain(leaf: Certificate, pool: readonly Certificate[]): Certificate[] | undefined {
  const chain = [leaf];
  if (leaf.isSignedBy(leaf)) return chain;
  for (let top = leaf; chain.length <= 5;) {
    const issuer = pool.find((candidate) => candidate.isAuthority && top.isSignedBy(candidate));
    if (!issuer) return undefined;
    if (issuer === top) return chain;
    if (chain.includes(issuer)) return undefined;
    chain.push(issuer);
    top = issuer;
  }
  return undefined;
}

function readExtensions(node: DerNode | undefined): Map<string, DerNode> {
  const list = node?.tag === 0xa3 ? (node.children[0]?.children ?? []) : [];
  const found = new Map<string, DerNode>();
  for (const extension of list) {
    const value = readDer(extension.children.at(-1)?.content ?? Buffer.alloc(0));
    if (value) found.set(extension.children[0]?.content.toString('hex') ?? '', value);
  }
  return found;
}

function maySign(extensions: ReadonlyMap<string, DerNode>): boolean {
  const usage = extensions.get(KEY_USAGE);
  const uses = extensions.get(EXTENDED_USES)?.children.map((use) => use.content.toString('hex'));
  // Bits 0 and 1: digitalSignature, nonRepudiation.
  const byUsage = !usage || ((usage.content[1] ?? 0) & 0xc0) !== 0;
  return byUsage && (!uses || uses.some((use) => DOCUMENT_USES.has(use)));
}

function nameEntry(name: DerNode, type: string): string {
  for (const set of name.children) {
    for (const pair of set.children) {
      const [key, value] = pair.children;
      if (key?.content.toString('hex') !== type || !value) continue;
      if (value.tag !== 0x1e) return value.content.toString('utf8');
      return value.content.length % 2 === 0 ? Buffer.from(value.content).swap16().toString('utf16le') : '';
    }
  }
  return '';
}
