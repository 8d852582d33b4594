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
} as const;
