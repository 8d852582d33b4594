/** Phases of a review in order (domain.md). A step back is a recorded act with a reason. */
export const phases = [
  'setup',
  'eligibility',
  'materials',
  'hearing',
  'inspection',
  'scoring',
  'closed',
  'opened',
  'concluded',
  'signed',
  'approved',
  'publicity',
  'decided',
  'filed',
] as const;

export type Phase = (typeof phases)[number];

export function phaseIndex(phase: Phase): number {
  return phases.indexOf(phase);
}

export function isAtLeast(phase: Phase, floor: Phase): boolean {
  return phaseIndex(phase) >= phaseIndex(floor);
}

/** The phases from `first` to `last`, both included. */
export function between(first: Phase, last: Phase): readonly Phase[] {
  return phases.slice(phaseIndex(first), phaseIndex(last) + 1);
}

/**
 * Steps that the secretary takes with one button; the visit (inspection) may be passed over. The others
 * happen by an act of their own: closing, opening, signing of the minutes.
 */
export const plainAdvances: Readonly<Partial<Record<Phase, readonly Phase[]>>> = {
  setup: ['eligibility'],
  eligibility: ['materials'],
  materials: ['hearing'],
  hearing: ['scoring', 'inspection'],
  inspection: ['scoring'],
  opened: ['concluded'],
  signed: ['approved'],
  approved: ['publicity'],
  publicity: ['decided'],
  decided: ['filed'],
};

/** Steps back that stay possible, each with a reason. After the opening none leads back before it. */
export const stepsBack: Readonly<Partial<Record<Phase, readonly Phase[]>>> = {
  eligibility: ['setup'],
  materials: ['eligibility'],
  hearing: ['materials'],
  inspection: ['hearing'],
  scoring: ['hearing', 'inspection'],
  concluded: ['opened'],
  approved: ['signed'],
  publicity: ['approved'],
};
