import type { score as zh } from '../zh/score.ts';

export const score = {
  'score-blank': 'No score yet; a blank is not a zero.',
  'score-not-a-number': '“{score}” is not a score; write digits with at most two decimals.',
  'score-decimals': '“{score}” has more than 2 decimals.',
  'score-over-cap': '“{score}” is over the cap {cap}.',
  'score-off-step': '“{score}” is off the step {step}.',
  'score-unknown-item': 'The scheme has no item “{item}”.',
  'sheet-not-member': '“{member}” is not a member of this panel.',
  'sheet-recused': '{member} is recused from {dossier} and can have no sheet.',
  'code-length': 'It should have {expected} characters and has {length}.',
  'code-character': 'Character {place}, “{character}”, is not allowed here.',
  'code-check-digit': 'Check character {place} is “{found}” and should be “{expected}”.',
  'money-blank': 'No amount is given.',
  'money-negative': '“{text}” is negative.',
  'money-chinese-numerals': '“{text}” uses Chinese numerals; write Arabic digits.',
  'money-currency': '“{text}” is a foreign currency; convert it to 10,000 yuan.',
  'money-not-understood': 'The amount “{text}” was not understood; write a number in 10,000 yuan.',
} as const satisfies Record<keyof typeof zh, string>;
