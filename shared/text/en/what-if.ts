import type { whatIf as zh } from '../zh/what-if.ts';

export const whatIf = {
  'what-if-about': 'For orientation only: nothing here changes the result, and it isn’t printed.',
  'what-if-mean': 'With the plain mean of all members',
  'what-if-trimmed': 'With the highest and the lowest sheet set aside',
  'what-if-median': 'With the median',
  'what-if-without': 'Without the sheets of {member}',
  'what-if-own-rule': 'This is the scheme’s own rule.',
  'what-if-same': 'The ranks stay the same.',
  'what-if-order': 'Ranks would change, the selection would not.',
  'what-if-cut-off': 'The selection would change.',
  'what-if-first': 'The first place would change.',
  'what-if-moved': '{id}: rank {rank} would be {otherRank}',
  'what-if-entering': 'Would be selected: {dossiers}',
  'what-if-leaving': 'Would no longer be selected: {dossiers}',
  'spread-range': 'Lowest {lowest}, highest {highest}, {range} points apart ({percent}% of the total)',
  'spread-none': 'There is no counted sheet.',
  'strictness-generous': '{member} is {shown} points above the panel on average ({dossiers} dossiers).',
  'strictness-strict':
    '{member} is {shown} points from the panel on average, stricter ({dossiers} dossiers).',
  'strictness-even': '{member} is level with the panel on average ({dossiers} dossiers).',
  'strictness-not-defined': '{member} scored no dossier together with others; nothing to compare.',
  'recusal-check-same':
    '{upper} and {lower}: members who scored both give the same order ({upperScore}, {lowerScore}).',
  'recusal-check-reversed':
    '{upper} and {lower}: members who scored both give the opposite order ({upperScore}, {lowerScore}). A recusal or an absence may have decided it.',
  'recusal-check-tied': '{upper} and {lower}: members who scored both give a tie ({upperScore}).',
  'recusal-check-separated':
    '{upper} and {lower} are tied; members who scored both tell them apart ({upperScore}, {lowerScore}).',
  'recusal-check-nobody': '{upper} and {lower}: no member scored both, so they can’t be compared.',
} as const satisfies Record<keyof typeof zh, string>;
