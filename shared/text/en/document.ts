import type { document as zh } from '../zh/document.ts';

/** Documents: what is still missing for one, the progress of making it, and its acts in the record. */
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
  'document-need.notice-dates': 'Wrong dates: days of the calendar, the last not before the first.',
  'progress.gathering': 'Gathering the content…',
  'progress.drawing': 'Setting the pages…',
  'progress.storing': 'Saving…',
  'record.document-made': 'Made “{title}”, hash {hash}',
  'record.document-signed': '{name} signed “{title}”, hash after it {hash}',
  'record.left-early': '{name} left before signing “{title}”: {reason}',
  'record.paper-signed': '{names} signed “{title}” on paper, scan {hash}',
  'record.minutes-signed': 'Minutes signed: {signed} on screen, {paper} on paper, {left} left early',
} as const satisfies Record<keyof typeof zh, string>;
