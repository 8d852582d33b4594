import type { overview as zh } from '../zh/overview.ts';

export const overview = {
  'overview.organiser': 'Organiser',
  'overview.counts': 'Numbers',
  'overview.countsText':
    '{dossiers} enterprises ({eligible} eligible), {members} members, sheets {received} / {expected}',
  'overview.checkValues': 'Check values',
  'overview.schemeHash': 'Hash of the scheme',
  'overview.rosterHash': 'Hash of the roster',
  'overview.authority': 'Fingerprint of the review authority',
  'overview.resultHash': 'Hash of the result',
  'overview.notYet': 'not yet made',
  'overview.advance': 'Go on to “{phase}”',
  'overview.conclude': 'Draw the conclusion',
  'overview.advanceForGood': 'There is no way back from there. Go on?',
  'overview.back': 'Back to “{phase}”',
  'overview.backTitle': 'Back to “{phase}”',
  'overview.backText': 'A step back stays on record for ever and needs a reason.',
  'overview.backReason': 'Reason',
  'overview.record': 'Record',
  'overview.recordSeq': 'No.',
  'overview.recordWhen': 'Time',
  'overview.recordWhat': 'Act',
  'overview.recordWho': 'By',
  'overview.recordHash': 'Hash',
  'overview.recordOther': 'Other act',
} as const satisfies Record<keyof typeof zh, string>;
