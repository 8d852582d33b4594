import type { VerificationLine } from '../../../shared/schema/verification.ts';
import type { Finding, SignatureReport, Verification } from './verification.ts';

/** A verification as lines of the text subject `verify`, the verdict first. */
export function verificationLines(verification: Verification): VerificationLine[] {
  const { verdict, signatures, unsignedFields, problems, notes } = verification;
  const count = signatures.length;
  return [
    line(verdict === 'valid' ? 'good' : 'bad', verdict, { count }),
    ...problems.map((finding) => lineOf('bad', finding)),
    ...signatures.flatMap(signatureLines),
    ...unsignedFields.map((field) => line('note', 'unsigned-field', { field })),
    ...verification.attachments.map(({ name, sha256 }) => line('note', 'attachment', { name, hash: sha256 })),
    ...notes.map((finding) => lineOf('note', finding)),
    ...proofLines(signatures),
    ...(verdict === 'valid' ? [line('note', 'limits')] : []),
  ];
}

/** One line for all signatures whose certificates say the same about who signed. */
function proofLines(signatures: readonly SignatureReport[]): VerificationLine[] {
  const groups = new Map<string, { readonly report: SignatureReport; readonly numbers: number[] }>();
  for (const [index, report] of signatures.entries()) {
    const key = `${report.proof} ${report.authorityFingerprint ?? ''}`;
    const { numbers } = groups.get(report.proof === 'self' ? 'self' : key) ?? { numbers: [] };
    groups.set(report.proof === 'self' ? 'self' : key, { report, numbers: [...numbers, index + 1] });
  }
  return [...groups.values()].flatMap(({ report, numbers }) => {
    if (report.proof === 'unproved') return [];
    const values = { numbers: numbers.join(', '), name: report.authorityName ?? '' };
    return [line('note', `proof-${report.proof}`, values)];
  });
}

function signatureLines(signature: SignatureReport, index: number): VerificationLine[] {
  const { field, signer: name, role, claimedTime: time = '', reason = '' } = signature;
  const sound = signature.intact && signature.problems.length === 0;
  const code = sound ? 'signature-holds' : 'signature-fails';
  const later = signature.changesAfter.filter((change) => change.kind === 'signature');
  const foreign = signature.changesAfter.filter((change) => change.kind !== 'signature');
  const fields = later.map((change) => change.field ?? '').join(', ');
  return [
    line(sound ? 'good' : 'bad', code, { number: index + 1, field, name, role, time, reason }),
    ...signature.problems.map((finding) => lineOf('bad', finding)),
    ...fingerprintLines(signature),
    ...(signature.coversWholeFile ? [line('note', 'covers-whole-file')] : []),
    ...(later.length > 0 ? [line('note', 'signed-after', { count: later.length, fields })] : []),
    ...foreign.map(({ kind, revision, object = '', field: changed = '' }) =>
      line('bad', `change-${kind}`, { revision, object, field: changed }),
    ),
    ...signature.notes.map((finding) => lineOf('note', finding)),
  ];
}

function fingerprintLines(signature: SignatureReport): VerificationLine[] {
  const { certificateFingerprint, authorityFingerprint, authorityName = '' } = signature;
  const values = { name: authorityName, fingerprint: authorityFingerprint ?? '' };
  return [
    ...(certificateFingerprint ? [line('note', 'key', { fingerprint: certificateFingerprint })] : []),
    ...(authorityFingerprint ? [line('note', 'authority', values)] : []),
  ];
}

function lineOf(tone: VerificationLine['tone'], finding: Finding): VerificationLine {
  return line(tone, finding.code, finding.values);
}

function line(
  tone: VerificationLine['tone'],
  code: string,
  values: Readonly<Record<string, string | number>> = {},
): VerificationLine {
  return { tone, key: `verify.${code}`, values: { ...values } };
}
