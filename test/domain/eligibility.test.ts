import { describe, expect, it } from 'vitest';
import { assessEligibility } from '../../shared/domain/eligibility.ts';
import type { DossierFields } from '../../shared/domain/dossier-fields.ts';
import type { EligibilityCondition } from '../../shared/domain/scheme.ts';

const base = { id: 'c', text: '条件', article: '第三条第2项', effect: 'veto' } as const;
const paidIn = { ...base, kind: 'at-least', fact: 'paidInCapital', threshold: '2000' } as const;
const orAssets = { ...paidIn, alternative: 'netAssets' } as const;

const outcomeOf = (condition: EligibilityCondition, fields: DossierFields): string | undefined =>
  assessEligibility([condition], fields)[0]?.outcome;

describe('a threshold (注册资本、实缴资本)', () => {
  it.each([
    ['2000', 'met'],
    ['2000.00', 'met'],
    ['2000.000001', 'met'],
    ['10000', 'met'],
    ['1999.999999', 'not-met'],
    ['300', 'not-met'],
    ['0', 'not-met'],
  ])('%s 万元 against 2000', (value, outcome) => {
    expect(outcomeOf(paidIn, { paidInCapital: value })).toBe(outcome);
  });

  it('compares decimals by their digits, not by their number', () => {
    const condition = { ...paidIn, threshold: '2000.5' };
    const outcomes = ['2000.45', '2000.5', '2000.50', '2000.6', '2001', '2000'].map((value) =>
      outcomeOf(condition, { paidInCapital: value }),
    );
    expect(outcomes).toEqual(['not-met', 'met', 'met', 'met', 'met', 'not-met']);
  });

  it('is missing without a value, also an empty or inherited one', () => {
    for (const fields of [{}, { paidInCapital: null }, { paidInCapital: '' }]) {
      expect(outcomeOf(paidIn, fields)).toBe('missing');
    }
    expect(outcomeOf({ ...paidIn, fact: 'toString' }, {})).toBe('missing');
  });

  it.each(['two thousand', '-2000', '2.0.0', '1.1234567', '1234567890123456', '2000 ', '.5', 'x2000'])(
    'leaves %s, which is no plain decimal, to a person',
    (value) => {
      expect(outcomeOf(paidIn, { paidInCapital: value })).toBe('to-judge');
    },
  );

  it('reads up to fifteen digits and six decimals', () => {
    expect(outcomeOf(paidIn, { paidInCapital: '123456789012345.123456' })).toBe('met');
    expect(outcomeOf(paidIn, { paidInCapital: '2000.' })).toBe('met');
  });

  it('without a readable threshold a person judges', () => {
    const { threshold: _threshold, ...without } = paidIn;
    expect(outcomeOf(without, { paidInCapital: '2000' })).toBe('to-judge');
  });

  it('below it corresponding net assets are for a person to judge', () => {
    expect(outcomeOf(orAssets, { paidInCapital: '1500', netAssets: '2600' })).toBe('to-judge');
    expect(outcomeOf(orAssets, { paidInCapital: '1500', netAssets: '1' })).toBe('to-judge');
    expect(outcomeOf(orAssets, { paidInCapital: '1500' })).toBe('not-met');
    expect(outcomeOf(orAssets, { paidInCapital: '2500', netAssets: '2600' })).toBe('met');
    expect(outcomeOf(orAssets, { netAssets: '2600' })).toBe('to-judge');
    expect(outcomeOf(orAssets, {})).toBe('missing');
  });
});

describe('a question', () => {
  const clean = { ...base, kind: 'yes', fact: 'violations' } as const;

  it('is met by the favourable answer of its field', () => {
    expect(outcomeOf(clean, { violations: 'no' })).toBe('met');
    expect(outcomeOf(clean, { violations: 'yes' })).toBe('not-met');
    const right = { ...clean, fact: 'importExportRight' };
    expect(outcomeOf(right, { importExportRight: 'yes' })).toBe('met');
    expect(outcomeOf(right, { importExportRight: 'no' })).toBe('not-met');
    expect(outcomeOf({ ...clean, fact: 'sourcing' }, { sourcing: 'investor' })).toBe('met');
    expect(outcomeOf({ ...clean, fact: 'sourcing' }, { sourcing: 'none' })).toBe('not-met');
  });

  it('about a fact that the form doesn’t know is met by yes', () => {
    expect(outcomeOf({ ...clean, fact: 'other' }, { other: 'yes' })).toBe('met');
    expect(outcomeOf({ ...clean, fact: 'other' }, { other: 'no' })).toBe('not-met');
  });

  it('without an answer is missing', () => {
    expect(outcomeOf(clean, {})).toBe('missing');
  });
});

describe('the assessment', () => {
  it('leaves a condition of kind judged to a person', () => {
    expect(outcomeOf({ ...base, kind: 'judged', fact: 'name' }, { name: '示例' })).toBe('to-judge');
  });

  it('keeps the order and says what was read, with the field’s label and unit', () => {
    const conditions = [
      { ...orAssets, id: 'paid' },
      { ...base, id: 'clean', kind: 'yes', fact: 'violations', article: '第三条' } as const,
      { ...base, id: 'own', kind: 'judged', fact: 'unheardOf' } as const,
    ];
    const fields = { paidInCapital: '1500', netAssets: '2600', violations: 'no', unheardOf: 'x' };
    expect(assessEligibility(conditions, fields)).toEqual([
      {
        conditionId: 'paid',
        outcome: 'to-judge',
        article: '第三条第2项',
        value: '实缴资本 1500 万元；净资产 2600 万元',
      },
      { conditionId: 'clean', outcome: 'met', article: '第三条', value: '近2年违法违规记录 无' },
      { conditionId: 'own', outcome: 'to-judge', article: '第三条第2项', value: 'unheardOf x' },
    ]);
  });

  it('says nothing about what is absent', () => {
    const [only, other] = assessEligibility([orAssets, paidIn], { paidInCapital: '1500' });
    expect([only?.value, other?.value]).toEqual(['实缴资本 1500 万元', '实缴资本 1500 万元']);
    expect(assessEligibility([orAssets], {})[0]?.value).toBe('');
  });
});
