import type { rebuild as zh } from '../zh/rebuild.ts';

export const rebuild: Readonly<Record<keyof typeof zh, string>> = {
  'rebuild.open': 'Computer lost or broken: restore from a copy…',
  'rebuild.title': 'Restore',
  'rebuild.text':
    'The recovery file, the recovery passphrase and an office copy restore the review on this empty computer. Let members hand their sheets over once more afterwards; what is in already isn’t doubled.',
  'rebuild.dropRecovery': 'Recovery file (downloaded at the freezing)',
  'rebuild.dropCopy': 'Office copy (the newest of the hand-over folder)',
  'rebuild.chosen': 'Chosen: {name}',
  'rebuild.recoveryPassphrase': 'Recovery passphrase',
  'rebuild.go': 'Restore',
  'rebuild.drillTitle': 'Rebuild drill',
  'rebuild.drillText':
    'Opens a copy with the recovery file and its passphrase and says how much a lost computer would get back; nothing is kept, the record notes it.',
  'rebuild.drill': 'Drill',
  'rebuild.drilled':
    'Recovery file and passphrase work and the copy opens: {copy} / {size} entries of the record. ',
  'rebuild.resend': '{name} would have to hand {count} sheets over again. ',
};
