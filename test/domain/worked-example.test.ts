import { describe, expect, it } from 'vitest';
import { fraction } from '../../shared/domain/fraction.ts';
import type { TallyRules } from '../../shared/domain/scheme.ts';
import { totalText, twoPlacesText } from '../../shared/domain/total-text.ts';
import { workedExample } from '../../shared/domain/worked-example.ts';
import { requireScheme } from '../../shared/domain/compile-scheme.ts';
import { cat, compiled, schemeOf } from '../support/review-builder.ts';

describe('a member’s total for people', () => {
  it('has two places, and as many more as it needs', () => {
    expect(totalText(fraction(85n))).toBe('85.00');
    expect(totalText(fraction(1701n, 20n))).toBe('85.05');
    expect(totalText(fraction(681n, 8n))).toBe('85.125');
    expect(totalText(fraction(1n, 10n ** 13n))).toBe('0.0000000000001');
    expect(totalText(fraction(1n, 10n ** 14n))).toBe('0.00000000000001');
    expect(totalText(fraction(1n, 3n))).toBe('0.33333333333333');
    expect(totalText(fraction(-5n, 4n))).toBe('-1.25');
  });

  it('is padded to two places, never cut', () => {
    expect(['85', '85.5', '85.05', '85.125', '0'].map(twoPlacesText)).toEqual([
      '85.00',
      '85.50',
      '85.05',
      '85.125',
      '0.00',
    ]);
  });
});

describe('the worked example', () => {
  const categories = [cat('a', '10', '1', ['4', '6']), cat('b', '90')];
  const example = (rules: Partial<TallyRules> = {}) => {
    const made = workedExample(compiled(categories, rules));
    if (made === null) throw new Error('no example');
    return made;
  };
  const trim = (minimumMembers: number, high = 1) =>
    ({ trimmed: { high, low: 1, scope: 'sheet', minimumMembers } }) as const;

  it('has three invented members, who give tenths of every cap', () => {
    const { result, explanation } = example();
    expect(explanation.members.map(({ member, mark, total }) => [member, mark, total])).toEqual([
      ['甲', 'counted', '90'],
      ['乙', 'counted', '80'],
      ['丙', 'counted', '70'],
    ]);
    expect(result).toMatchObject({
      id: 'example',
      rank: 1,
      score: '80.00',
      exact: '80',
      members: 3,
      status: 'final',
    });
    expect(explanation.id).toBe('example');
  });

  it('has as many members as the trim or the quorum asks for, nine at most', () => {
    const members = (rules: Partial<TallyRules>) =>
      example(rules).explanation.members.map(({ member }) => member);
    expect(members({ quorum: 1 }).join('')).toBe('甲乙丙');
    expect(members({ quorum: 5 }).join('')).toBe('甲乙丙丁戊');
    expect(members({ aggregate: trim(4) }).join('')).toBe('甲乙丙丁');
    expect(members({ aggregate: trim(7), quorum: 5 }).join('')).toBe('甲乙丙丁戊己庚');
    expect(members({ quorum: 20 }).join('')).toBe('甲乙丙丁戊己庚辛壬');
    expect(members({ aggregate: 'median' })).toHaveLength(3);
  });

  it('shows what a trim sets aside: the fourth member’s and the fifth’s sheet', () => {
    const { result, explanation } = example({ aggregate: trim(5) });
    const dropped = explanation.members.filter(({ mark }) => mark === 'dropped').map(({ member }) => member);
    expect([dropped, result.score]).toEqual([['丁', '戊'], '80.00']);
    expect(explanation.members.map(({ total }) => total)).toEqual(['90', '80', '70', '100', '50']);
    expect(example({ quorum: 9 }).explanation.members.map(({ total }) => total)).toEqual([
      '90',
      '80',
      '70',
      '100',
      '50',
      '80',
      '90',
      '70',
      '60',
    ]);
  });

  it('keeps to the step of every item', () => {
    const item = { id: 'i', name: '项', cap: '100', step: '30' };
    const scheme = requireScheme({ ...schemeOf([{ ...cat('c', '100'), items: [item] }]) });
    expect(workedExample(scheme)?.explanation.members.map(({ total }) => total)).toEqual(['90', '60', '60']);
  });
});
