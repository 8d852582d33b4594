import type { schemeProblem as zh } from '../zh/scheme-problem.ts';

export const schemeProblem = {
  'scheme-decimal': '“{text}” is not a decimal number.',
  'scheme-not-positive': 'It must be more than zero.',
  'scheme-step': 'The step “{text}” must be above zero with at most two decimals.',
  'scheme-step-over-cap': 'The step {step} is more than the cap {cap}.',
  'scheme-id-empty': 'The id is empty.',
  'scheme-id-repeated': 'The id “{id}” is repeated.',
  'scheme-no-categories': 'There must be at least one category.',
  'scheme-no-items': 'The list of items is empty; leave it out for a category without items.',
  'scheme-category-sum':
    'The items’ caps of “{id}” add up to {reached} instead of {expected}, a difference of {difference}.',
  'scheme-total-sum': 'Σ cap × weight is {reached} instead of {expected}, a difference of {difference}.',
  'scheme-band-range': 'The range of band “{name}” is wrong.',
  'scheme-band-hole': 'There is a hole at band “{name}”.',
  'scheme-band-overlap': 'The band “{name}” overlaps the one below.',
  'scheme-places': 'Places must be 0 to 4.',
  'scheme-rounding-mode': 'Unknown rounding mode.',
  'scheme-rounding-point': 'Unknown rounding point.',
  'scheme-rank-on': 'Unknown value to rank on.',
  'scheme-aggregate': 'Unknown aggregate.',
  'scheme-trim-count': 'The number to set aside must be a whole number, zero or more.',
  'scheme-trim-scope': 'Unknown scope of trimming.',
  'scheme-trim-minimum':
    'minimumMembers {minimumMembers} must be more than high {high} + low {low}, or nobody is left.',
  'scheme-median-point': 'With the median, rounding happens once at the end.',
  'scheme-tie-unknown': 'Unknown tie step “{text}”.',
  'scheme-tie-category': 'The tie step names an unknown category “{id}”.',
  'scheme-tie-shared-last': '“shared” must be the last tie step.',
  'scheme-quorum': 'The quorum must be a whole number of at least 1.',
  'scheme-deviation': '“{text}” must be a percentage or off.',
} as const satisfies Record<keyof typeof zh, string>;
