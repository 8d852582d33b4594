/** Joining a review: a bureau seat or an own laptop, packages, receipts. */
export const joining = {
  'exchange.reason.code-form':
    'The meeting code has 16 digits. Compare with the one that the secretary gave.',
  'exchange.reason.code-wrong':
    'The meeting code doesn’t fit the meeting file, or the file is damaged. Check the code, or ask for the file again.',
  'exchange.reason.not-seat-unlock': 'This is no file that unlocks a seat. Ask the secretary for one.',
  'exchange.reason.not-for-seat': 'This file unlocks another seat. Compare and ask for the right one.',
  'record.pin-allowed': 'Let {name} enter the seat PIN again',
  'refused.profile-elsewhere':
    '“{name}” takes part on an own laptop or at a bureau seat. Unlock on that computer.',
  'refused.pin-locked':
    'The seat PIN of “{name}” was wrong five times and can’t be tried for now. Let the secretary unlock it first.',
  'refused.pin-members-only':
    'A seat PIN is for members of the panel only. Secretary, recorder and supervisor set a passphrase.',
  'refused.no-pin': '“{name}” uses no seat PIN, so there is nothing to unlock.',
  'refused.pin': 'A seat PIN has 6 to 12 digits, not all the same and not counted up or down.',
  'record.package-made': 'Made the review package of {name} (version {version})',
  'refused.package-no-card': '“{name}” has no own laptop or seat registered yet, so no package can be made.',
  'refused.package-nobody': 'No member takes part on an own laptop or seat, so no package is needed.',
  'progress.packing': 'Packing the review…',
  'record.package-taken': 'Took in the review package (version {version})',
  'exchange.reason.other-authority':
    'The package is signed by another authority; it was not taken in. Compare the authority’s fingerprint with the secretary.',
  'exchange.reason.other-member':
    'The package was made for another member; it was not taken in. Ask the secretary for your own.',
  'exchange.reason.own-key':
    'The package doesn’t list this computer’s key; it was not taken in. Let the secretary register this computer again and make a new package.',
  'exchange.reason.scheme-changed':
    'The scoring rules in the package differ from those received before; it was not taken in. Frozen rules can’t change: tell the supervisor.',
  'exchange.reason.history-changed':
    'The package rewrites a roster or list of enterprises received before; it was not taken in. Tell the supervisor.',
  'exchange.reason.package-signature':
    'Something in the package isn’t signed by the authority; it was not taken in. Ask the secretary for it again.',
  'exchange.reason.package-inconsistent':
    'The package contradicts itself; it was not taken in. Ask the secretary for it again.',
  'exchange.reason.older-package':
    'A newer package was taken in before; this one (version {version}) changed nothing.',
  'exchange.reason.materials-missing':
    'The package was taken in, but {count} files are still missing. Ask the secretary for a whole package.',
  'exchange.reason.not-a-package': 'This is no review package. Ask the secretary for your own.',
  'refused.seat-taken-here':
    'This computer is already the seat of “{name}” in this review. Everybody needs a seat of their own.',
  'refused.review-here':
    '“{title}” is run on this very computer, so no seat is registered. Choose your name right away.',
  'refused.review-known':
    'The package of “{title}” was opened on this computer before. Take later files in under that review.',
  'refused.review-taken-in': 'The package was taken in and can’t be removed any more.',
  'refused.card-pin': 'The seat’s card went to the secretary by itself; none needs to be made.',
  'record.sheets-resent': '{name} handed over {count} sheets again',
  'record.opening-answered': 'Opened the seal of {count} sheets and sent them back',
  'refused.nothing-to-resend': 'There is no sheet to hand over again.',
  'refused.opening-request': 'This request to open was answered, or a newer one took its place.',
  'exchange.reason.receipt-foreign':
    'The receipt isn’t about sheets of this computer; it was not taken in. Tell the secretary.',
  'exchange.reason.request-incomplete':
    'The request to open isn’t complete; it was not taken in. Let the secretary send it again.',
  'exchange.reason.not-keeper': '“{name}” is neither chair nor deputy; the request to open was not taken in.',
  'exchange.reason.request-own-sheet':
    'In the request to open your own sheet isn’t the version you submitted last; it was not taken in. Tell secretary and supervisor.',
  'next.replica-package': 'The seat is registered. Wait for the secretary’s review package.',
  'next.replica-request': 'The secretary asks you to open {count} sheets.',
  'next.replica-opened': 'The sheets are opened. The secretary announces the result.',
  'next.replica-draft': 'Read the material and draft your scores. Submit once the scoring begins.',
  'next.replica-chair': 'The panel has no chair yet. Go on drafting; submit after the next review package.',
  'next.replica-receipts':
    '{count} submitted sheets wait for their receipt. Keep the exchange of files going.',
  'next.replica-done': 'All your sheets have their receipt.',
  'desk.noPackage': 'No review package has come yet. Once it is here you score on this page.',
  'desk.delivery-waiting': 'Submitted, receipt pending',
  'desk.delivery-received': 'Receipted',
  'desk.delivery-refused': 'Not accepted',
} as const;
