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

/** One step of the record from phase to phase. */
export interface PhaseStep {
  readonly from: Phase;
  readonly to: Phase;
}

/** The phases that the steps passed over and never came back to. A step back takes back what came after it. */
export function skippedPhases(steps: readonly PhaseStep[]): readonly Phase[] {
  let skipped: readonly Phase[] = [];
  for (const { from, to } of steps) {
    const before = skipped.filter((phase) => phaseIndex(phase) < phaseIndex(to));
    skipped = [...before, ...between(from, to).slice(1, -1)];
  }
  return skipped;
}

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
