import { describe, expect, it } from 'vitest';
import type { TallyRow } from '../../shared/schema/result.ts';
import { createText } from '../../shared/text/index.ts';
import {
  countedTotals,
  deviationWords,
  isPreferenceOpen,
  orderRows,
  orderSheets,
  stepsInList,
  tieWords,
} from '../../renderer/screens/results/rows.ts';
import { placeOn, stripOf, stripScale } from '../../renderer/screens/results/spread.ts';

const t = createText('zh-CN');

function row(facts: Partial<TallyRow>): TallyRow {
  return {
    dossierId: 'd',
    number: 1,
    name: '示例企业',
    rank: 1,
    score: '87.50',
    exact: '175/2',
    shown: '87.50',
    members: 2,
    status: 'final',
    ineligible: false,
    tie: null,
    preference: { proposed: false, confirmed: null, reason: '' },
    categories: [],
    sheets: [],
    explanation: [],
    ...facts,
  };
}

function sheet(label: string, facts: Partial<TallyRow['sheets'][number]> = {}): TallyRow['sheets'][number] {
  return {
    seatId: label,
    label,
    total: '80',
    categories: [],
    mark: 'counted',
    paper: false,
    deviation: null,
    deviationNote: '',
    ...facts,
  };
}

describe('the strip of totals', () => {
  it('ends on multiples of five points around every total', () => {
    expect(stripScale(['78.5', '91', '85'])).toEqual({ from: 75, to: 95 });
  });

  it('keeps room above a total that lies on an end', () => {
    expect(stripScale(['80'])).toEqual({ from: 80, to: 85 });
  });

  it('is absent without totals', () => {
    expect([stripScale([]), stripOf({ from: 0, to: 5 }, [], null)]).toEqual([null, null]);
  });

  it('places decimals and fractions exactly', () => {
    const scale = { from: 80, to: 90 };
    expect([placeOn(scale, '82.5'), placeOn(scale, '250/3'), placeOn(scale, '95')]).toEqual([250, 333, 1000]);
  });

  it('sorts by value and not by text', () => {
    const strip = stripOf({ from: 0, to: 100 }, ['100', '9.5', '20'], '43');
    expect(strip).toEqual({ ticks: [95, 200, 1000], score: 430, lowest: '9.5', highest: '100' });
  });
});

describe('the rows of the result', () => {
  it('puts the ranked first, then those without a score, the ineligible last', () => {
    const rows = [
      row({ dossierId: 'out', rank: null, ineligible: true, number: 1 }),
      row({ dossierId: 'none', rank: null, number: 2 }),
      row({ dossierId: 'second', rank: 2, number: 3 }),
      row({ dossierId: 'tie-b', rank: 1, number: 5 }),
      row({ dossierId: 'tie-a', rank: 1, number: 4 }),
    ];
    expect(orderRows(rows).map(({ dossierId }) => dossierId)).toEqual([
      'tie-a',
      'tie-b',
      'second',
      'none',
      'out',
    ]);
  });

  it('lists codes by their number, so that the seating gives no name away', () => {
    const labels = orderSheets([sheet('专家10'), sheet('专家2'), sheet('专家1')]).map(({ label }) => label);
    expect(labels).toEqual(['专家1', '专家2', '专家10']);
  });

  it('leaves names as they are seated', () => {
    expect(orderSheets([sheet('李某'), sheet('专家1')]).map(({ label }) => label)).toEqual(['李某', '专家1']);
  });

  it('draws only totals that count', () => {
    const sheets = [
      sheet('a'),
      sheet('b', { mark: 'recused', total: null }),
      sheet('c', { mark: 'dropped' }),
    ];
    expect(countedTotals(row({ sheets }))).toEqual(['80']);
  });

  it('leaves the means of the categories out of the list of steps', () => {
    const explanation = ['explain-counted', 'explain-category', 'explain-sum'].map((key) => ({
      key,
      values: {},
    }));
    expect(stepsInList(row({ explanation })).map(({ key }) => key)).toEqual([
      'explain-counted',
      'explain-sum',
    ]);
  });

  it('asks for a preference only where the tie is open and the panel has not decided', () => {
    const view = { openTies: [['d', 'e']] };
    const proposed = { proposed: true, confirmed: null, reason: '' };
    expect([
      isPreferenceOpen(view, row({ preference: proposed })),
      isPreferenceOpen(view, row({})),
      isPreferenceOpen({ openTies: [] }, row({ preference: proposed })),
      isPreferenceOpen(view, row({ preference: { ...proposed, confirmed: false } })),
    ]).toEqual([true, false, false, false]);
  });

  it('says what decided a tie', () => {
    const words = ['shared', 'preference', 'category:basic', 'vote'].map((tie) =>
      tieWords(t, tie, () => '基本条件'),
    );
    expect(words).toEqual(['并列', '同分，按优先条件排列', '同分，按「基本条件」排列', '同分，按表决排列']);
  });

  it('tells unusually high from unusually low', () => {
    expect([deviationWords(t, '12.5'), deviationWords(t, '-20'), deviationWords(t, null)]).toEqual([
      '畸高，比平均高 12.5%',
      '畸低，比平均低 20%',
      null,
    ]);
  });
});
