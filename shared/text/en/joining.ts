/** Joining a review: a bureau seat or an own laptop, packages, receipts. */
export const joining = {
  'exchange.reason.code-form':
    'The meeting code has 16 digits. Compare with the one that the secretary gave.',
  'exchange.reason.code-wrong':
    'The meeting code doesn’t fit the meeting file, or the file is damaged. Check the code, or ask for the file again.',
  'exchange.reason.not-seat-unlock': 'This is no file that unlocks a seat. Ask the secretary for one.',
  'exchange.reason.not-for-seat': 'This file unlocks another seat. Compare and ask for the right one.',
} as const;
