import type { problem as zh } from '../zh/problem.ts';

export const problem = {
  'problem.bad-input': 'Something filled in does not fit, nothing was saved. Correct the marked places.',
  'problem.not-permitted': 'The present seat may not do this. Let someone with the right unlock.',
  'problem.wrong-phase': 'The review is in a phase where this can’t be done. See the next step.',
  'problem.locked': 'Nobody is unlocked and everything is put away. Unlock first.',
  'problem.not-found': 'This no longer exists; someone may have removed it. Go back one page.',
  'problem.stale': 'This was changed elsewhere, your change was not saved. Look at the latest and try again.',
  'problem.wrong-passphrase': 'The passphrase is wrong. Check it and enter it again.',
  'problem.slow-down': 'Several wrong passphrases; wait {seconds} seconds before the next try.',
  'problem.weak-passphrase':
    'The passphrase is too short. Use at least 12 characters or the 16 digits offered.',
  'problem.conflict': 'This contradicts an existing record, nothing was saved. Check and try again.',
  'problem.not-ready': 'Something required is still missing. Complete what is listed below first.',
  'problem.file-not-workbook': 'This file is no XLSX workbook, nothing was imported. Save it as XLSX.',
  'problem.file-encrypted': 'This file has an opening password, nothing was imported. Remove the password.',
  'problem.file-empty': 'There is nothing to import in this file. Check whether it is the right one.',
  'problem.file-too-large': 'This file is larger than allowed, nothing was imported. Split it.',
  'problem.file-columns-missing':
    'The workbook lacks required columns, nothing was imported. Compare the template.',
  'problem.file-not-pdf': 'This file is no complete PDF and can’t be read. Use the original file.',
  'problem.file-type': 'This kind of file is not accepted. Save it as one of the kinds named.',
  'problem.invalid-rows': 'Some content does not fit, no row was saved. Correct the places listed below.',
  'problem.glyphs-missing': 'The fonts lack some characters, no document was made. Use common characters.',
  'problem.signature-invalid':
    'Signature and content disagree; it was not used. Ask the signer for the original.',
  'problem.certificate-file': 'This certificate file cannot be used for signing; nothing was signed.',
  'problem.disk-full': 'The disk is full, nothing was saved. Make room; what was saved before is safe.',
  'problem.disk-error':
    'Writing to the disk failed, nothing was saved. Check the disk and try again; what was saved before is safe.',
  'problem.disk-read-only': 'The data folder can’t be written, nothing was saved. Check its permissions.',
  'problem.data-newer': 'The data was written by a newer version. Install that version.',
  'problem.data-corrupt':
    'The data file failed its integrity check and was not opened. Restore the latest backup.',
  'problem.data-in-use': 'The data is used by another window. Close it and try again.',
  'problem.cancelled': 'Stopped as you asked; nothing was changed.',
  'problem.unexpected':
    'Something unforeseen happened and this step was not completed; what is saved is safe. Try again; the reference leads into the log.',
  'problem.reference': 'Reference {reference}',
  'problem.place': '“{path}”: {reason}',
  'problem.placeUnknown': 'does not fit',
  'problem.connection': 'The local service does not answer. Check that Paneldesk is running and try again.',
} as const satisfies Record<keyof typeof zh, string>;
