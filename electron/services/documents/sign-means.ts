import { fingerprint } from '../../signing/fingerprint.ts';
import type { PdfSigning } from '../../signing/pdf/sign.ts';
import { readPkcs12 } from '../../signing/pkcs12/read.ts';
import type { OpenProfileKeys } from '../../signing/profile-keys.ts';

/** A PKCS#12 file and its password, in memory for this one signature. */
export interface CertificateFile {
  readonly bytes: Uint8Array;
  readonly password: string;
}

interface MeansInput {
  readonly name: string;
  /** The signer's certificate and the authority's, base64 DER, with the authority's fingerprint. */
  readonly certificate: string;
  readonly chain: string;
  readonly authority: string;
  readonly file: CertificateFile | undefined;
}

/** What signs: the own key with the review's certificate, or what the file brought. */
export interface Means extends Pick<PdfSigning, 'privateKey' | 'certificate' | 'chain' | 'name'> {
  readonly foreign: boolean;
  /** Of the signing key. */
  readonly fingerprint: string;
  /** Of the self-signed end of the certificates. */
  readonly authority: string;
}

/** @throws AppError `certificate-file` as `readPkcs12` does */
export function meansOf(given: MeansInput, keys: OpenProfileKeys): Means {
  if (given.file === undefined) {
    return {
      foreign: false,
      privateKey: keys.signingPrivateKey,
      certificate: given.certificate,
      chain: [given.chain],
      name: given.name,
      fingerprint: fingerprint(keys.signingPublicSpki),
      authority: given.authority,
    };
  }
  const { privateKey, certificate, chain } = readPkcs12(given.file.bytes, given.file.password);
  return {
    foreign: true,
    privateKey,
    certificate: certificate.raw.toString('base64'),
    chain: chain.map(({ raw }) => raw.toString('base64')),
    name: certificate.name,
    fingerprint: certificate.fingerprint,
    authority: (chain.at(-1) ?? certificate).fingerprint,
  };
}
