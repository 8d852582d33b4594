import type { agreement as zh } from '../zh/agreement.ts';

export const agreement = {
  'agreement-kendall-w': 'Kendall’s W (do the members order alike): {shown}',
  'agreement-icc-single': 'ICC(2,1) (how reliable one member’s marks are): {shown}',
  'agreement-icc-average': 'ICC(2,k) (how reliable the panel’s mean is): {shown}',
  'agreement-how-to-read':
    'W goes from 0 (the members’ orders have nothing in common) to 1 (all orders are the same). The nearer ICC is to 1, the more the marks differ between enterprises rather than between members. Disagreement isn’t an error.',
  'agreement-basis': 'Computed on the {dossiers} dossiers that all {members} members scored.',
  'agreement-left-out': 'Left out (not scored by every member): {dossiers}',
  'agreement-high': 'The members agree strongly.',
  'agreement-good': 'The members agree well.',
  'agreement-moderate': 'The members agree moderately; differences are worth a word in the discussion.',
  'agreement-low': 'The members disagree widely; discuss item by item.',
  'agreement-opposed': 'The members contradict each other: they differ more than the enterprises do.',
  'agreement-one-member': 'Not defined: there is one member only, or no sheet.',
  'agreement-no-common-dossier': 'Not defined: no dossier was scored by every member.',
  'agreement-one-dossier': 'Not defined: there is one comparable dossier only.',
  'agreement-all-equal': 'Not defined: all marks are equal, so there is nothing to compare.',
  'agreement-no-meaning': 'Not defined: there is nothing but disagreement, and the formula says nothing.',
} as const satisfies Record<keyof typeof zh, string>;
