import { describe, expect, it } from 'vitest';
import {
  between,
  isAtLeast,
  phaseIndex,
  phases,
  plainAdvances,
  skippedPhases,
  stepsBack,
} from '../../shared/domain/phase.ts';

describe('the phases that were passed over', () => {
  it('are those between two phases of a step', () => {
    expect(skippedPhases([{ from: 'materials', to: 'hearing' }])).toEqual([]);
    expect(skippedPhases([{ from: 'hearing', to: 'scoring' }])).toEqual(['inspection']);
  });

  it('stay passed over when a later phase is stepped back to', () => {
    const steps = [
      { from: 'hearing', to: 'scoring' },
      { from: 'concluded', to: 'opened' },
    ] as const;
    expect(skippedPhases(steps)).toEqual(['inspection']);
  });

  it('are no longer so once a step back leads before or into them', () => {
    const over = { from: 'hearing', to: 'scoring' } as const;
    expect(skippedPhases([over, { from: 'scoring', to: 'inspection' }])).toEqual([]);
    expect(
      skippedPhases([over, { from: 'scoring', to: 'hearing' }, { from: 'hearing', to: 'inspection' }]),
    ).toEqual([]);
  });
});

/** The statute, written by hand: phase | steps forward by one button | steps back with a reason. */
const steps = `
setup | eligibility |
eligibility | materials | setup
materials | hearing | eligibility
hearing | scoring inspection | materials
inspection | scoring | hearing
scoring | | hearing inspection
closed | |
opened | concluded |
concluded | | opened
signed | approved |
approved | publicity | signed
publicity | decided | approved
decided | filed |
filed | |
`;

describe('the phases of a review', () => {
  const lines = steps
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));

  it('are these, in this order', () => {
    expect(phases).toEqual(lines.map(([phase]) => phase));
    expect(phases.map((phase) => phaseIndex(phase))).toEqual(phases.map((_phase, index) => index));
  });

  it('lead forward and back as the statute says, and nowhere else', () => {
    for (const [index, [, forward = '', back = '']] of lines.entries()) {
      const phase = phases[index];
      if (phase === undefined) throw new Error('phase');
      const words = (text: string): string[] => (text === '' ? [] : text.split(' '));
      expect([phase, plainAdvances[phase] ?? []]).toEqual([phase, words(forward)]);
      expect([phase, stepsBack[phase] ?? []]).toEqual([phase, words(back)]);
    }
  });

  it('are compared by their order', () => {
    expect(isAtLeast('opened', 'closed')).toBe(true);
    expect(isAtLeast('closed', 'closed')).toBe(true);
    expect(isAtLeast('scoring', 'closed')).toBe(false);
  });

  it('between two include both', () => {
    expect(between('scoring', 'opened')).toEqual(['scoring', 'closed', 'opened']);
    expect(between('filed', 'filed')).toEqual(['filed']);
    expect(between('opened', 'closed')).toEqual([]);
  });
});
