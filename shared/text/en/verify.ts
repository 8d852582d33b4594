import type { verify as zhVerify } from '../zh/verify.ts';

/** What the verifier of signed PDF files says, one key for each finding. */
export const verify: Readonly<Record<keyof typeof zhVerify, string>> = {
  'verify.valid': 'Valid: every signature holds ({count}), and only further signatures came after each.',
  'verify.invalid': 'Invalid: see the lines below.',
  'verify.unreadable': 'Cannot be read: neither valid nor invalid can be said.',
  'verify.signature-holds':
    'Signature {number}: {name} ({role}), field {field}, claimed time {time}, reason: {reason}',
  'verify.signature-fails':
    'Signature {number} does not hold: {name} ({role}), field {field}, claimed time {time}',
  'verify.key': "fingerprint of the signer's public key {fingerprint}",
  'verify.authority': 'authority: {name}, fingerprint {fingerprint}',
  'verify.covers-whole-file': 'This signature covers the whole file.',
  'verify.signed-after': 'Signatures after this one: {count} ({fields})',
  'verify.unsigned-field': 'Field {field} is not signed.',
  'verify.authority-not-pinned':
    'authority not pinned: compare its fingerprint with the rule card or what was read aloud at the meeting.',
  'verify.authorities-several': 'The signatures come from different authorities.',
  'verify.authority-differs': 'The authority is not the pinned one.',
  'verify.no-signatures': 'The file holds no signature.',
  'verify.bytes-after-last-signature': 'Content follows the last signature and is protected by none.',
  'verify.revision-changes-more':
    'Revision {revision} changes more than one signature field and its appearance.',
  'verify.expected-missing': 'No signature that holds by the expected signer {name}',
  'verify.signer-not-expected': 'Not among the expected signers: {name}',
  'verify.time-outside-certificate': 'The claimed time is outside the validity of the certificate.',
  'verify.name-differs':
    'The name "{name}" written into the signature differs from the certificate; the certificate counts.',
  'verify.proof-pinned':
    'Signatures {numbers}: the certificate was issued by the pinned authority "{name}", over a key compared at the meeting. For a reliable signature, article 13 of the Electronic Signature Law also asks that the key was the signer\'s alone and under the signer\'s control.',
  'verify.proof-issuer':
    'Signatures {numbers}: the certificate was issued by "{name}". Offline nobody can tell here whether that is a licensed certification service or whether the certificate was revoked: compare the fingerprint with the issuer.',
  'verify.proof-self':
    'Signatures {numbers}: the signer issued the certificate: it shows that the listed key signed, not who the signer is.',
  'verify.attachment':
    'The file carries “{name}”, hash {hash}; for the record of the result it must equal the digest printed in the minutes.',
  'verify.limits':
    'A signature that holds shows that the content is unchanged and that the listed key signed. It does not prove the time (no time stamp) and is not valid for the long term (PAdES B-B).',
  'verify.signature-malformed': 'The signature is incomplete or malformed.',
  'verify.signature-kind': 'The signature is not of the kind ETSI.CAdES.detached, the only one accepted.',
  'verify.range-wrong':
    'The signed range is wrong: it must run from the start of the file to the end of its revision and leave out only the signature.',
  'verify.cms-malformed': 'The cryptographic data (CMS) is malformed or holds something not accepted.',
  'verify.cms-garbage': 'Something is hidden behind the signature data.',
  'verify.certificate-missing': "The signer's certificate is not in the file.",
  'verify.certificates-extra': 'The signature carries certificates that have nothing to do with the signer.',
  'verify.issuer-not-proved': "The issuer of the signer's certificate is not proved.",
  'verify.certificate-use': "The signer's certificate is not meant for signing documents.",
  'verify.certificate-not-bound': 'The signature names no certificate, or another one.',
  'verify.content-changed': 'The signed content was changed after signing.',
  'verify.signature-false': "The signature does not fit the signer's public key.",
  'verify.change-page-content': 'Revision {revision} replaces page content (object {object}).',
  'verify.change-page': 'Revision {revision} replaces a page (object {object}).',
  'verify.change-annotation': 'Revision {revision} adds or replaces an annotation (object {object}).',
  'verify.change-appearance': 'Revision {revision} replaces the appearance of a signature (object {object}).',
  'verify.change-open-action': 'Revision {revision} adds an action that runs when the file is opened.',
  'verify.change-catalog': 'Revision {revision} changes the document catalog (object {object}).',
  'verify.change-field': 'Revision {revision} changes the signature field {field}.',
  'verify.change-value-removed': 'Revision {revision} removes the signature from field {field}.',
  'verify.change-trailer': 'Revision {revision} changes the trailer.',
  'verify.change-object-added': 'Revision {revision} adds object {object}, which belongs to no signature.',
  'verify.change-object-removed': 'Revision {revision} removes object {object}.',
  'verify.change-object': 'Revision {revision} replaces object {object}.',
  'verify.unreadable-not-pdf': 'This is not a PDF file.',
  'verify.unreadable-structure': 'The structure of the PDF is damaged or irregular.',
  'verify.unreadable-xref-stream':
    'The PDF uses compressed cross-reference tables, which this program does not read.',
  'verify.unreadable-encrypted': 'The PDF is encrypted.',
  'verify.no-file': 'The file cannot be opened: {file}',
  'verify.bad-authority': '--authority is no fingerprint: it must be 64 hexadecimal digits.',
  'verify.bad-expected':
    'The expected signers cannot be read: one name or fingerprint a line, or a JSON list. File: {file}',
};
