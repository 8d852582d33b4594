import { describe, expect, it } from 'vitest';
import { checkRecusals, type RecusalCheck } from '../../shared/domain/recusal-check.ts';
import type { TallyRules } from '../../shared/domain/scheme.ts';
import { tally } from '../../shared/domain/tally.ts';
import type { ReviewFacts } from '../../shared/domain/tally-types.ts';
import { sentences } from '../../shared/text/index.ts';
import { cat, compiled, sheetsOf, type Marks } from '../support/review-builder.ts';

function checksOf(
  marks: Marks,
  rules: Partial<TallyRules> = {},
  review: ReviewFacts = {},
): readonly RecusalCheck[] {
  const scheme = compiled([cat('a', '100')], rules);
  const input = { scheme, dossiers: Object.keys(marks), sheets: sheetsOf(scheme, marks), review };
  return checkRecusals(input, tally(input));
}

const everybody = { M1: [80], M2: [80], M3: [80] };

describe('neighbours in the ranking', () => {
  it('scored by the same members need no second look', () => {
    expect(checksOf({ A: everybody, B: { M1: [70], M2: [70], M3: [70] } })).toEqual([]);
    expect(checksOf({ A: everybody })).toEqual([]);
    expect(checksOf({})).toEqual([]);
  });

  it('are turned by a strict member who is missing on one side', () => {
    // M3 is strict; without M3 the two that remain like B more.
    const marks = { A: { M1: [80], M2: [80] }, B: { M1: [85], M2: [85], M3: [50] } };
    expect(checksOf(marks)).toEqual([
      {
        upper: 'A',
        lower: 'B',
        common: ['M1', 'M2'],
        upperScore: '80.00',
        lowerScore: '85.00',
        outcome: 'recusal-check-reversed',
        flagged: true,
      },
    ]);
  });

  it('keep their order when the common members say the same', () => {
    const [check] = checksOf({ A: { M1: [90], M2: [90] }, B: { M1: [70], M2: [70], M3: [75] } });
    expect(check).toMatchObject({ outcome: 'recusal-check-same', flagged: false, upperScore: '90.00' });
  });

  it('are equal to the common members', () => {
    const [check] = checksOf({ A: { M1: [80], M2: [80], M3: [90] }, B: { M1: [80], M2: [80] } });
    expect(check).toMatchObject({ upper: 'A', lower: 'B', outcome: 'recusal-check-tied', flagged: true });
  });

  it('that share a rank are told apart by the common members, whichever is better', () => {
    for (const [first, outcome] of [
      [70, 'recusal-check-separated'],
      [90, 'recusal-check-separated'],
    ] as const) {
      const marks = { A: { M1: [first], M2: [160 - first] }, B: { M1: [80], M2: [80], M3: [80] } };
      const other = { A: marks.A, B: { M1: [first + 5], M3: [155 - first] } };
      expect(checksOf(marks)[0]).toMatchObject({ outcome: 'recusal-check-same', flagged: false });
      expect(checksOf(other)[0]).toMatchObject({ common: ['M1'], outcome, flagged: true });
    }
  });

  it('without a common member can’t be compared', () => {
    const [check] = checksOf({ A: { M1: [90] }, B: { M2: [70] } });
    expect(check).toEqual({
      upper: 'A',
      lower: 'B',
      common: [],
      upperScore: null,
      lowerScore: null,
      outcome: 'recusal-check-nobody',
      flagged: false,
    });
  });

  it('are compared pair by pair, each with the one above', () => {
    const marks = {
      A: everybody,
      B: { M1: [75], M2: [75] },
      C: { M1: [70], M2: [70] },
      D: { M1: [60], M2: [60], M3: [60] },
    };
    expect(checksOf(marks).map(({ upper, lower }) => [upper, lower])).toEqual([
      ['A', 'B'],
      ['C', 'D'],
    ]);
  });

  it('are those with a rank: an ineligible or unscored one stands beside them', () => {
    const marks = { A: everybody, B: { M1: [75], M2: [75] }, C: { M1: [70], M2: [70], M3: [70] }, D: {} };
    const checks = checksOf(marks, {}, { ineligible: ['B'] });
    expect(checks).toEqual([]);
    expect(checksOf(marks).map(({ upper, lower }) => `${upper}${lower}`)).toEqual(['AB', 'BC']);
  });

  it('ranked on published values are equal where they print alike', () => {
    const published = {
      rankOn: 'published',
      rounding: { places: 0, mode: 'half-up', point: 'end' },
    } as const;
    const close = { A: { M1: [80], M2: [80], M3: [80.4] }, B: { M1: [80.1], M2: [80.1] } };
    expect(checksOf(close, published)[0]).toMatchObject({ outcome: 'recusal-check-same', flagged: false });
    expect(checksOf(close)[0]).toMatchObject({ outcome: 'recusal-check-reversed', flagged: true });
    const apart = { A: { M1: [80], M2: [80], M3: [90] }, B: { M1: [82], M2: [82] } };
    expect(checksOf(apart, published)[0]).toMatchObject({ outcome: 'recusal-check-reversed', flagged: true });
  });

  it('have a sentence for every outcome', () => {
    const outcomes = ['same', 'reversed', 'tied', 'separated', 'nobody'].map(
      (word) => `recusal-check-${word}`,
    );
    for (const outcome of outcomes) expect(Object.keys(sentences['zh-CN'])).toContain(outcome);
  });
});
