import type { Change } from './compare.ts';

/** A finding as data: a key of `shared/text` verify and the values of its sentence. */
export interface Finding {
  readonly code: string;
  readonly values?: Readonly<Record<string, string | number>> | undefined;
}

/**
 * What the certificate says about who signed: issued by an authority the caller knows (`pinned`), by somebody
 * else (`issuer`), by the signer (`self`), or not proved at all.
 */
export type Proof = 'pinned' | 'issuer' | 'self' | 'unproved';

/** A file inside the PDF, as the original revision has it. */
export interface AttachedFile {
  readonly name: string;
  /** Of the content, hex: for the record of the result it equals the digest printed in the minutes. */
  readonly sha256: string;
  readonly content: Buffer;
}

export interface SignatureReport {
  readonly field: string;
  /** Common name and title of the certificate, whatever the file says elsewhere. */
  readonly signer: string;
  readonly role: string;
  /** SHA-256 of the signer's public key (SPKI), hex; undefined when no certificate could be read. */
  readonly certificateFingerprint: string | undefined;
  /** The same of the self-signed end of the chain; undefined when the chain is not proved. */
  readonly authorityFingerprint: string | undefined;
  readonly authorityName: string | undefined;
  readonly proof: Proof;
  /** The signer's clock, ISO 8601, not proved by anything. */
  readonly claimedTime: string | undefined;
  readonly reason: string | undefined;
  /** The signed bytes and the signature hold, and nothing but further signatures came after. */
  readonly intact: boolean;
  readonly coversWholeFile: boolean;
  readonly changesAfter: readonly Change[];
  readonly problems: readonly Finding[];
  readonly notes: readonly Finding[];
}

/**
 * The answer of `verifyPdf`, for the screen, the command line and the verifier of result bundles. Entries may be
 * added, none changes its meaning. `unreadable` means: no judgement was possible. It is
 * never a softer word for `invalid`.
 */
export interface Verification {
  readonly verdict: 'valid' | 'invalid' | 'unreadable';
  readonly authorityPinned: boolean;
  /** In the order of signing. */
  readonly signatures: readonly SignatureReport[];
  readonly unsignedFields: readonly string[];
  readonly attachments: readonly AttachedFile[];
  /** SHA-256 of the whole file, hex. */
  readonly sha256: string;
  /** Of the file as a whole. */
  readonly problems: readonly Finding[];
  readonly notes: readonly Finding[];
}

/** A signer known from outside; every given part must match. */
export interface ExpectedSigner {
  readonly name?: string | undefined;
  /** SHA-256 of the signer's public key, hex. */
  readonly fingerprint?: string | undefined;
}

export interface VerifyOptions {
  /**
   * Fingerprints of the only authorities to accept (hex; spaces and colons allowed), one or several, e.g. that
   * of the review and that of an organisation's certificate. An expected signer given by fingerprint needs none.
   */
  readonly authority?: string | readonly string[] | undefined;
  readonly expected?: readonly ExpectedSigner[] | undefined;
}
