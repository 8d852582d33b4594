import type { Scheme } from '../../../shared/domain/scheme.ts';

/** A repeatable number below `limit`. */
export type Pick = (limit: number) => number;

const ladders: readonly (readonly string[])[] = [
  ['shared'],
  ['preference', 'category:basic', 'shared'],
  ['vote', 'shared'],
  ['category:plan', 'preference', 'vote'],
  [],
];

/** A small scheme in which every rule of the tally comes up; caps are low so that ties happen. */
export function randomScheme(pick: Pick): Scheme {
  const aggregates: readonly Scheme['tally']['aggregate'][] = [
    'mean',
    'median',
    { trimmed: { high: 1, low: 1, scope: 'sheet', minimumMembers: 4 } },
    { trimmed: { high: 1, low: 1, scope: 'category', minimumMembers: 3 } },
    { trimmed: { high: 1, low: 0, scope: 'item', minimumMembers: 3 } },
  ];
  const aggregate = aggregates[pick(aggregates.length)] ?? 'mean';
  const point = aggregate === 'median' || pick(3) > 0 ? 'end' : 'category';
  const weighted = pick(2) === 0;
  return {
    title: '示例评分办法',
    total: weighted ? '8.5' : '11',
    categories: [
      {
        id: 'basic',
        name: '基本条件',
        cap: '5',
        ...(weighted ? { weight: '0.5' } : {}),
        items: [
          { id: 'basic.capital', name: '资本', cap: '2', step: '0.5' },
          { id: 'basic.record', name: '信用', cap: '3' },
        ],
      },
      { id: 'plan', name: '投资计划', cap: '6', items: [{ id: '10', name: '计划', cap: '6', step: '0.1' }] },
    ],
    tally: {
      aggregate,
      rounding: { places: pick(4), mode: pick(2) === 0 ? 'half-up' : 'half-even', point },
      rankOn: pick(2) === 0 ? 'exact' : 'published',
      ties: [...(ladders[pick(ladders.length)] ?? [])],
      quorum: 2,
    },
    ...(pick(2) === 0 ? {} : { selection: { passMark: '3', quota: 1 + pick(2) } }),
  };
}

/** Decimal texts by item, some of them written long (`1.50`). */
export function randomScores(pick: Pick): Record<string, string> {
  const record = pick(301);
  return {
    'basic.capital': ['0', '0.5', '1', '1.50', '2'][pick(5)] ?? '0',
    'basic.record': pick(2) === 0 ? String(pick(4)) : (record / 100).toString(),
    '10': `${pick(6)}.${pick(10)}`,
  };
}
