import { describe, expect, it } from 'vitest';
import { skippedPhases } from '../../shared/domain/phase.ts';

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
