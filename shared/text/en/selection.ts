import type { selection as zh } from '../zh/selection.ts';

export const selection = {
  'selection-in': 'Selected.',
  'selection-in-by-vote': 'Tied on the last place of the quota; selected by the panel’s vote.',
  'selection-out-by-vote': 'Tied on the last place of the quota; not selected by the panel’s vote.',
  'selection-below-pass-mark': 'Below the pass mark.',
  'selection-beyond-quota': 'The rank is beyond the quota.',
  'selection-open-tie': 'Tied on the last place of the quota; the panel’s vote is awaited.',
  'selection-ineligible': 'Ineligible, so it can’t be selected.',
  'selection-provisional': 'The result is provisional, so it can’t be selected yet.',
  'selection-no-score': 'There is no score.',
  'selection-vote-names': 'The vote must name exactly the dossiers tied on the last place, each once.',
} as const satisfies Record<keyof typeof zh, string>;
