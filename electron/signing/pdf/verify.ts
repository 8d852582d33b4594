import { AppError } from '../../../shared/api/problem.ts';
import { normaliseFingerprint, sha256Hex } from '../fingerprint.ts';
import { attachedFiles } from './attachments.ts';
import { checkSignature } from './check-signature.ts';
import type { OwnReport, PlacedSignature } from './check-signature.ts';
import { compareRevision, mentionedObjects } from './compare.ts';
import type { Change, Comparison } from './compare.ts';
import { readDocument } from './document.ts';
import type { PdfDocument } from './document.ts';
import { readStates, signatureFields } from './state.ts';
import type { PdfState } from './state.ts';
import { PdfError } from './syntax.ts';
import type {
  ExpectedSigner,
  Finding,
  SignatureReport,
  Verification,
  VerifyOptions,
} from './verification.ts';

export type {
  AttachedFile,
  ExpectedSigner,
  Finding,
  Proof,
  SignatureReport,
  Verification,
  VerifyOptions,
} from './verification.ts';
export type { Change, ChangeKind } from './compare.ts';

/**
 * Verifies every signature of a PDF and everything that was added after each of them. Needs no network and
 * no clock, trusts no certificate merely because it is inside, and never throws for what is in the file
 * (`bad-input` for a pin that is no fingerprint).
 */
export function verifyPdf(bytes: Uint8Array, options: VerifyOptions = {}): Verification {
  const pins = readPins(options.authority);
  try {
    return judge(readDocument(bytes), { pins, expected: options.expected ?? [] });
  } catch (error) {
    if (!(error instanceof PdfError)) throw error;
    const problems = [{ code: `unreadable-${error.reason}` }];
    return {
      verdict: 'unreadable',
      authorityPinned: pins.size > 0,
      signatures: [],
      unsignedFields: [],
      attachments: [],
      sha256: sha256Hex(bytes),
      problems,
      notes: [],
    };
  }
}

/** What the caller knows from outside the file. */
interface Known {
  readonly pins: ReadonlySet<string>;
  readonly expected: readonly ExpectedSigner[];
}

function readPins(authority: VerifyOptions['authority']): Set<string> {
  const given = typeof authority === 'string' ? [authority] : (authority ?? []);
  return new Set(
    given.map((text) => {
      const pin = normaliseFingerprint(text);
      if (!pin) throw new AppError('bad-input', { what: 'authority' });
      return pin;
    }),
  );
}

function judge(document: PdfDocument, known: Known): Verification {
  const { pins, expected } = known;
  const states = readStates(document);
  const comparisons = compareAll(document, states);
  const placed = placeSignatures(states, comparisons);
  const signatures = placed.map((signature) => {
    const state = states[signature.revision];
    if (!state) throw new PdfError('structure');
    return completeReport(checkSignature(document, state, signature), signature, comparisons, known);
  });
  const problems = [
    ...fileProblems(document, comparisons, signatures),
    ...missingSigners(expected, signatures),
  ];
  const [original] = states;
  const last = states.at(-1);
  const unsigned = last ? signatureFields(last).filter((field) => field.signature === undefined) : [];
  const notes: Finding[] = [];
  if (pins.size === 0 && signatures.length > 0) notes.push({ code: 'authority-not-pinned' });
  if (new Set(signatures.map((signature) => signature.authorityFingerprint)).size > 1) {
    notes.push({ code: 'authorities-several' });
  }
  notes.push(...unexpectedSigners(expected, signatures));
  const isValid =
    problems.length === 0 && signatures.every(({ intact, problems: own }) => intact && own.length === 0);
  return {
    verdict: isValid ? 'valid' : 'invalid',
    authorityPinned: pins.size > 0,
    signatures,
    unsignedFields: unsigned.map((field) => field.name),
    attachments: original ? attachedFiles(original) : [],
    sha256: sha256Hex(document.bytes),
    problems,
    notes,
  };
}

/** One comparison for each revision after the original. */
function compareAll(document: PdfDocument, states: readonly PdfState[]): Comparison[] {
  const known = new Set<number>();
  const comparisons: Comparison[] = [];
  for (const [index, revision] of document.revisions.entries()) {
    const [before, after] = [states[index - 1], states[index]];
    if (before && after) comparisons.push(compareRevision(before, after, revision, known));
    for (const number of mentionedObjects(revision)) known.add(number);
  }
  return comparisons;
}

function placeSignatures(states: readonly PdfState[], comparisons: readonly Comparison[]): PlacedSignature[] {
  const [original] = states;
  const first = original ? signatureFields(original).filter((field) => field.signature !== undefined) : [];
  const later = comparisons.flatMap(({ signed }, index) =>
    signed.map((field) => ({ field, revision: index + 1 })),
  );
  return [...first.map((field) => ({ field, revision: 0 })), ...later];
}

function completeReport(
  own: OwnReport,
  placed: PlacedSignature,
  comparisons: readonly Comparison[],
  { pins, expected }: Known,
): SignatureReport {
  const changesAfter = comparisons.flatMap((comparison, index) =>
    index + 1 > placed.revision ? changesOf(comparison, index + 2) : [],
  );
  const problems = [...own.problems];
  const isPinned = pins.has(own.authorityFingerprint ?? '');
  const isKnownKey = expected.some(({ fingerprint }) => {
    const key = fingerprint && normaliseFingerprint(fingerprint);
    return key !== undefined && key === own.certificateFingerprint;
  });
  if (pins.size > 0 && !isPinned && !isKnownKey) problems.push({ code: 'authority-differs' });
  const isUntouched = changesAfter.every((change) => change.kind === 'signature');
  const proof = isPinned ? 'pinned' : own.proof;
  return { ...own, proof, problems, changesAfter, intact: own.problems.length === 0 && isUntouched };
}

function changesOf({ signed, foreign }: Comparison, revision: number): Change[] {
  const signatures = signed.map((field) => ({ kind: 'signature' as const, revision, field: field.name }));
  return [...signatures, ...foreign.map((change) => ({ ...change, revision }))];
}

function fileProblems(
  document: PdfDocument,
  comparisons: readonly Comparison[],
  signatures: readonly SignatureReport[],
): Finding[] {
  if (signatures.length === 0) return [{ code: 'no-signatures' }];
  const problems: Finding[] = [];
  const isCovered = signatures.some((signature) => signature.coversWholeFile);
  if (document.revisions.at(-1)?.end !== document.bytes.length || !isCovered) {
    problems.push({ code: 'bytes-after-last-signature' });
  }
  for (const [index, { signed, foreign }] of comparisons.entries()) {
    if (signed.length !== 1 || foreign.length > 0) {
      problems.push({ code: 'revision-changes-more', values: { revision: index + 2 } });
    }
  }
  return problems;
}

/** Only a signature that holds counts for an expected signer. */
function missingSigners(
  expected: readonly ExpectedSigner[],
  signatures: readonly SignatureReport[],
): Finding[] {
  const sound = signatures.filter(({ intact, problems }) => intact && problems.length === 0);
  const missing = expected.filter((signer) => !sound.some((signature) => isSigner(signer, signature)));
  return missing.map((signer) => ({
    code: 'expected-missing',
    values: { name: [signer.name, signer.fingerprint].filter((part) => part).join(' ') },
  }));
}

function unexpectedSigners(
  expected: readonly ExpectedSigner[],
  signatures: readonly SignatureReport[],
): Finding[] {
  if (expected.length === 0) return [];
  const others = signatures.filter((signature) => !expected.some((signer) => isSigner(signer, signature)));
  return others.map(({ signer }) => ({ code: 'signer-not-expected', values: { name: signer } }));
}

function isSigner(expected: ExpectedSigner, signature: SignatureReport): boolean {
  const byName = expected.name === undefined || expected.name === signature.signer;
  const fingerprint = expected.fingerprint && normaliseFingerprint(expected.fingerprint);
  return byName && (expected.fingerprint === undefined || fingerprint === signature.certificateFingerprint);
}
