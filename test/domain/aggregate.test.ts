import { describe, expect, it } from 'vitest';
import { aggregate } from '../../shared/domain/aggregate.ts';
import { countSheets } from '../../shared/domain/counted-sheets.ts';
import { exactDecimal } from '../../shared/domain/fraction.ts';
import type { Aggregate } from '../../shared/domain/scheme.ts';
import { cat, compiled, sheetsOf } from '../support/review-builder.ts';

/** Two items in one category, and a second category that counts 0.85 times. */
const marks = {
  A: { M1: [0, 9, 100], M2: [4, 4, 40], M3: [6, 5, 60], M4: [9, 0, 20] },
};

function aggregated(rule: Aggregate) {
  const scheme = compiled([cat('a', '20', '1', ['10', '10']), cat('b', '100', '0.85')], { aggregate: rule });
  const input = { scheme, dossiers: ['A'], sheets: sheetsOf(scheme, marks) };
  const [sheets] = countSheets(input);
  if (sheets === undefined) throw new Error('no sheets');
  const { categories, total, dropped } = aggregate(scheme, sheets);
  const gone = dropped.map(({ member, side, place }) => `${side} ${member} ${place ?? '-'}`);
  return { categories: categories.map(exactDecimal), total: exactDecimal(total), dropped: gone };
}

const trimmed = (scope: 'sheet' | 'category' | 'item', minimumMembers = 3): Aggregate => ({
  trimmed: { high: 1, low: 1, scope, minimumMembers },
});

describe('one set of sheets under every rule', () => {
  it('the mean, and a trim that has too few members for it', () => {
    // (9 + 8 + 11 + 9) / 4 and 0.85 × 220 / 4.
    const mean = { categories: ['9.25', '46.75'], total: '56', dropped: [] };
    expect(aggregated('mean')).toEqual(mean);
    expect(aggregated(trimmed('sheet', 5))).toEqual(mean);
  });

  it('a trim of whole sheets', () => {
    // Totals 94, 42, 62 and 26: M1 and M4 go.
    expect(aggregated(trimmed('sheet'))).toEqual({
      categories: ['9.5', '42.5'],
      total: '52',
      dropped: ['high M1 -', 'low M4 -'],
    });
  });

  it('a trim by category takes the category’s sums, a trim by item the items’ scores', () => {
    // Sums of a are 9, 8, 11, 9: 11 and 8 go.
    expect(aggregated(trimmed('category'))).toEqual({
      categories: ['9', '42.5'],
      total: '51.5',
      dropped: ['high M3 a', 'low M2 a', 'high M1 b', 'low M4 b'],
    });
    // First item 0, 4, 6, 9 leaves 4 and 6; second 9, 4, 5, 0 leaves 4 and 5.
    expect(aggregated(trimmed('item'))).toEqual({
      categories: ['9.5', '42.5'],
      total: '52',
      dropped: ['high M4 a.1', 'low M1 a.1', 'high M1 a.2', 'low M4 a.2', 'high M1 b', 'low M4 b'],
    });
  });

  it('the median of the totals, and of each category with its weight', () => {
    // Totals 94, 42, 62, 26: (42 + 62) / 2. Of b 100, 40, 60, 20: 0.85 × 50.
    expect(aggregated('median')).toEqual({ categories: ['9', '42.5'], total: '52', dropped: [] });
  });
});
