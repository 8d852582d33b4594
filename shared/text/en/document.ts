import type { document as zh } from '../zh/document.ts';

/** Documents: what is still missing for one or stands in its way, the progress of making it, and its acts in the record. */
export const document = {
  'document-need.opened': 'It can be made after the opening of the sheets.',
  'document-need.concluded': 'Minutes can be made once the panel’s opinions are concluded.',
  'document-need.signed': 'The notice can be made once the minutes are signed.',
  'document-need.final': '{count} provisional results can’t be signed: {names}',
  'document-need.preference': 'Preference in a tie isn’t decided yet: {names}',
  'document-need.conclusion': '{count} enterprises have no conclusion yet: {names}',
  'document-need.members': 'The panel has no members yet, or there is no enterprise to score.',
  'document-need.certificate':
    'Your certificate isn’t issued yet. Ask the secretary to unlock once, then sign.',
  'document-need.notice-title': 'The notice needs a title.',
  'document-need.notice-from': 'The notice needs its first day.',
  'document-need.notice-to': 'The notice needs its last day.',
  'document-need.notice-channel': 'Say where and how to object.',
  'document-need.notice-issuer': 'The notice needs an issuer.',
  'document-need.notice-date': 'The notice needs its date.',
  'document-need.notice-dates': 'The last day can’t come before the first.',
  'minutes-signed': 'Somebody has signed the minutes, so what they state can’t change.',
  'document-signed': 'Somebody has signed “{title}”, so it can’t be made again.',
  'document-superseded': 'A newer version has replaced this one. Sign the newer one.',
  'document-unsigned-kind': 'Nobody signs this kind of document.',
  'not-electronic': 'These minutes are signed on paper: sign there and upload the scan.',
  'signed-already': 'This place is signed already.',
  'signature-state': '{name} has signed or is recorded as having left early.',
  'nobody-signs': 'At least one person has to sign; not everybody can have left early.',
  'preference-not-proposed': '{name} meets no preference condition, so none can be confirmed.',
  'progress.gathering': 'Gathering the content…',
  'progress.drawing': 'Setting the pages…',
  'progress.storing': 'Saving…',
  'record.document-made': 'Made “{title}”, hash {hash}',
  'record.document-signed': '{name} signed “{title}”, hash after it {hash}',
  'record.left-early': '{name} left before signing “{title}”: {reason}',
  'record.document-signed-certificate':
    '{name} signed “{title}” with the certificate “{certificate}” (key {fingerprint}), hash after it {hash}',
  'certificate-file.format': 'This is no PKCS#12 file (.p12 or .pfx), or it is damaged.',
  'certificate-file.algorithm':
    'The file is encrypted in a way this program does not know. Export it again with the issuer’s tool.',
  'certificate-file.password': 'The password of the certificate file is wrong, or the file was changed.',
  'certificate-file.no-key': 'The file holds no private key. Export the certificate with its key.',
  'certificate-file.key-kind':
    'The key does not fit: RSA from 2048 bits or the curves P-256, P-384, P-521; for SM2 use the issuer’s own software.',
  'certificate-file.no-certificate': 'The file holds no certificate (X.509 version 3) for its key.',
  'certificate-file.use': 'This certificate is not meant for signing documents.',
  'certificate-file.chain':
    'The issuers’ certificates are missing. Export again with all certificates of the path.',
  'record.paper-signed': '{names} signed “{title}” on paper, scan {hash}',
  'record.minutes-signed': 'Minutes signed: {signed} on screen, {paper} on paper, {left} left early',
  'document-need.vote': 'The last place is tied and not voted on: {names}',
  'document-need.correction': 'Reopened sheets not corrected yet: {names}',
} as const satisfies Record<keyof typeof zh, string>;
