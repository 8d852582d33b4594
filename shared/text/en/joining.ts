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
  'home.joinTitle': 'Join a review',
  'home.joinText': 'As a member of the panel: at a seat that the bureau prepared, or on your own computer.',
  'home.replica': 'My review',
  'join.title': 'Join a review',
  'join.note': 'The secretary tells you which way is used.',
  'join.back': 'Back',
  'join.seatChoice': 'I sit at a prepared seat',
  'join.seatChoiceText': 'Type the meeting code, choose your name, set a seat PIN. Under a minute.',
  'join.ownChoice': 'I use my own computer',
  'join.ownChoiceText':
    'Set a passphrase, give your card file to the secretary, then open the review package.',
  'join.seatTitle': 'Register the seat',
  'join.seatNote': 'Meeting file and meeting code come from the secretary.',
  'join.ownTitle': 'Join on your own computer',
  'join.ownNote': 'First register, then open the package.',
  'join.dropMeetingFile': 'Drop the meeting file here',
  'join.meetingFile': 'Meeting file: {name}',
  'join.code': 'Meeting code',
  'join.codeHint': '16 digits in groups of four.',
  'join.open': 'Open',
  'join.pickName': 'Choose your name',
  'join.enter': 'Enter the review',
  'join.haveProfile': 'Registered on this computer before?',
  'join.name': 'Name',
  'join.organisation': 'Organisation',
  'join.enrol': 'Set passphrase and register',
  'join.cardTitle': 'Card file',
  'join.cardText': 'Give the file to the secretary and read the 24 digits aloud, to be compared.',
  'join.cardMake': 'Make the card file',
  'join.cardDigits': 'Read these digits to the secretary:',
  'join.cardSave': 'Save the file',
  'join.cardQr': 'QR code of the fingerprint',
  'join.packageTitle': 'Open the review package',
  'join.packageText': 'When the secretary has given you the package, open it here.',
  'join.dropPackage': 'Drop the package here',
  'join.packageOf': 'Package: “{title}”, {organiser}.',
  'join.compare': 'Let the secretary read the authority’s 24 digits aloud and compare group by group.',
  'join.same': 'The same, open',
  'join.differs': 'Different, remove',
  'unlock.pin': 'Seat PIN',
  'unlock.pinTitle': 'Set a seat PIN',
  'unlock.pinHint': '6 to 12 digits, for this review only. After five wrong tries the secretary unlocks it.',
  'unlock.pinNew': 'Seat PIN',
  'unlock.pinShort': 'A seat PIN has 6 to 12 digits.',
  'unlock.pinCreate': 'Set and unlock',
  'unlock.pinLeft': '{count} tries left.',
  'unlock.pinFile': 'Drop the unlock file here',
  'unlock.pinFileText': 'Let the secretary unlock it. If the secretary gave you a file for it, open it here.',
  'unlock.ownInstead': 'Use an own passphrase instead',
  'unlock.pinInstead': 'Use a seat PIN instead',
  'unlock.elsewhere': '“{name}” takes part on an own computer or at a prepared seat. Unlock there.',
  'unlock.elsewhereTag': 'On another computer',
  'member.noPackage': 'No review package has come yet.',
  'member.packageVersion': 'Package version {version} is here',
  'member.waiting': '{count} waiting for a receipt',
  'member.received': '{count} receipted',
  'member.refused': '{count} not accepted',
  'member.missing': '{count} files missing',
  'member.fork':
    'The record contradicts itself: {told} entries both times, with different content. Unless the office’s computer was rebuilt, tell the supervisor and keep this computer’s data.',
  'member.rollback':
    'The record became shorter: {seen} entries were seen, later only {told}. Unless the office’s computer was rebuilt, tell the supervisor and keep this computer’s data.',
  'member.requestTitle': 'Request to open',
  'member.requestText':
    'The secretary asks you to open {count} sheets. All of them or none; nothing is shown or kept on this computer.',
  'member.requestDigits': 'Compare these 24 digits with the secretary:',
  'member.requestOpen': 'Open {count} and send back',
  'member.requestAnswered': 'Opened {count} and sent back.',
  'desk.deliveryRefused': 'The sheet of “{name}” was not accepted: ',
} as const;
