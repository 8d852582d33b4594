import type { exchange as zh } from '../zh/exchange.ts';

export const exchange: Readonly<Record<keyof typeof zh, string>> = {
  'exchange.reason.not-ours': 'Not a file of Paneldesk.',
  'exchange.reason.empty': 'The file is empty and was not accepted. Ask the sender for it again.',
  'exchange.reason.newer':
    'The file was written by a newer version and was not accepted. Bring Paneldesk on this computer to the same version first.',
  'exchange.reason.not-for-us':
    'The file is not for the person unlocked now and was not accepted. Let its addressee unlock and take it.',
  'exchange.reason.truncated':
    'The file is incomplete or damaged and was not accepted. Ask the sender for it again.',
  'exchange.reason.no-manifest':
    'The file lacks its signed list and was not accepted. Ask the sender for it again.',
  'exchange.reason.manifest':
    'The list in the file is not as it must be; it was not accepted. Ask the sender for it again.',
  'exchange.reason.signature':
    'The signature of the file does not fit its content; it was not accepted. Ask the sender for it again.',
  'exchange.reason.other-address':
    'The addressee or kind written outside differs from what is signed inside; it was not accepted.',
  'exchange.reason.unknown-sender':
    'The sender is not enrolled yet, so the file must wait. It is accepted by itself once the sender is enrolled.',
  'exchange.reason.part-elsewhere':
    '“{name}” in the file differs from the signed list; it was not accepted. Ask the sender for it again.',
  'exchange.reason.part-missing':
    '“{name}” is missing from the file; it was not accepted. Ask the sender for it again.',
  'exchange.reason.malformed':
    'What is signed in the file is not as it must be; it was not accepted. Ask the sender for it again.',
  'exchange.reason.part-name': 'The file holds the name “{name}”, which is not allowed; it was not accepted.',
  'exchange.reason.part-changed':
    '“{name}” was changed while it was being sealed; nothing was sealed. Try again.',
  'exchange.reason.part-header':
    'The inside of the file is not as it must be; it was not accepted. Ask the sender for it again.',
  'exchange.reason.part-repeated': '“{name}” occurs twice in the file; it was not accepted.',
  'exchange.reason.part-hash':
    '“{name}” in the file is damaged; it was not accepted. Ask the sender for it again.',
  'exchange.reason.too-many':
    'The file holds too many things and was not accepted. Hand them over in several files.',
  'exchange.reason.too-large': 'The file is too large and was not accepted. Hand it over in several files.',
  'exchange.reason.after-end':
    'Something follows the end of the file; it was not accepted. Ask the sender for it again.',
  'exchange.reason.other-review':
    'The file belongs to another review and was not accepted. Take it in the hand-over register of that review.',
  'exchange.reason.no-receiver': 'This computer does not take such files; it was not accepted.',
  'exchange.reason.already': 'This file was taken before and need not be taken again.',
  'progress.handing-over': 'Handing over…',
  'progress.taking-in': 'Taking in…',
};
