import { describe, expect, it } from 'vitest';
import type { TallyRow, TallyView } from '../../shared/schema/result.ts';
import type { WhatIfVariant } from '../../shared/schema/what-if.ts';
import { createText } from '../../shared/text/index.ts';
import {
  drawCommand,
  excludedTable,
  fieldCounts,
  poolTable,
} from '../../renderer/screens/panel/draw-pool.ts';
import {
  openVotes,
  ownDeviations,
  reopenable,
  voteCounts,
} from '../../renderer/screens/results/open-votes.ts';
import { movedLines, outcomeLines, shownOffset } from '../../renderer/screens/results/what-if-words.ts';
import { setSelection } from '../../renderer/screens/scheme/edit-scheme.ts';
import { compiled, cat } from '../support/review-builder.ts';

const t = createText('zh-CN');

function row(dossierId: string, rank: number | null, facts: Partial<TallyRow> = {}): TallyRow {
  return {
    dossierId,
    number: 1,
    name: dossierId,
    rank,
    score: '80.00',
    exact: '80',
    shown: '80.00',
    members: 3,
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

function view(rows: readonly TallyRow[], facts: Partial<TallyView> = {}): TallyView {
  return {
    rows: [...rows],
    rules: [],
    provisional: false,
    resultHash: '',
    openedMs: 0,
    openTies: [],
    selection: null,
    votes: [],
    ...facts,
  };
}

const sheet = (seatId: string, facts: Partial<TallyRow['sheets'][number]> = {}) => ({
  seatId,
  label: seatId,
  total: '80',
  categories: [],
  mark: 'counted' as const,
  paper: false,
  deviation: null,
  deviationNote: '',
  ...facts,
});

describe('ties that wait for a vote', () => {
  const tied = [row('a', 1), row('b', 2, { tie: 'shared' }), row('c', 2, { tie: 'shared' })];
  const selection = { passMark: null, quota: 2, dossiers: [], openTie: ['b', 'c'], openPlaces: 1 };

  it('begin with the last place of the quota and say how many places are left', () => {
    const [vote, ...rest] = openVotes(view(tied, { selection }), true);
    expect([vote?.places, vote?.rows.map(({ dossierId }) => dossierId), rest]).toEqual([1, ['b', 'c'], []]);
  });

  it('are shared ranks only where the ladder of the scheme names a vote', () => {
    expect(openVotes(view(tied), false)).toEqual([]);
    expect(openVotes(view(tied), true).map(({ places }) => places)).toEqual([null]);
  });

  it('wait while a preference in the group is open', () => {
    expect(openVotes(view(tied, { openTies: [['b', 'c']] }), true)).toEqual([]);
  });

  it('are decided by the last vote over the same enterprises', () => {
    const vote = (ids: string[]) => ({ dossierIds: ids, note: '', atMs: 0 });
    const votes = [vote(['b', 'c']), vote(['d', 'e']), vote(['c', 'b'])];
    expect(votes.map((_vote, index) => voteCounts(votes, index))).toEqual([true, true, false]);
  });
});

describe('sheets after the opening', () => {
  it('ask only the member whose score deviates', () => {
    const rows = [row('a', 1, { sheets: [sheet('m', { deviation: '25.0' }), sheet('n')] }), row('b', 2)];
    expect(ownDeviations(view(rows), 'm').map((found) => found.row.dossierId)).toEqual(['a']);
    expect(ownDeviations(view(rows), 'n')).toEqual([]);
  });

  it('can be reopened unless they were never given, on paper too', () => {
    const rows = [
      row('a', 1, { sheets: [sheet('m'), sheet('n', { paper: true })] }),
      row('b', 2, { sheets: [sheet('m', { total: null, mark: 'recused' }), sheet('n', { paper: true })] }),
    ];
    const found = reopenable(view(rows));
    expect(found.map(({ seatId, rows: own }) => [seatId, own.map(({ dossierId }) => dossierId)])).toEqual([
      ['m', ['a']],
      ['n', ['a', 'b']],
    ]);
  });
});

describe('what if, in words', () => {
  const variant: WhatIfVariant = {
    key: 'what-if-median',
    member: null,
    ownRule: false,
    outcome: 'what-if-cut-off',
    firstChanged: true,
    moved: [
      { name: '甲', rank: 1, otherRank: 2 },
      { name: '乙', rank: 2, otherRank: null },
    ],
    entering: ['丙'],
    leaving: ['乙'],
  };

  it('says who would enter and leave, and each moved rank', () => {
    expect(outcomeLines(t, variant)).toEqual([
      '入选的企业会变。',
      '第一名会变。',
      '会入选：丙',
      '不再入选：乙',
    ]);
    expect(movedLines(t, variant)).toEqual(['甲：第 1 名 → 第 2 名', '乙：第 2 名 → 没有名次']);
  });

  it('says of the own rule only that it is the own one', () => {
    expect(outcomeLines(t, { ...variant, ownRule: true })).toEqual(['这就是本评分办法的规则。']);
  });

  it('signs an offset, and has none where nothing can be compared', () => {
    expect([shownOffset('1.20'), shownOffset('-0.85'), shownOffset('0.00'), shownOffset(null)]).toEqual([
      '+1.20',
      '−0.85',
      '0.00',
      '—',
    ]);
  });
});

describe('pass mark and quota while editing', () => {
  const scheme = compiled([cat('a', '100')]).source;

  it('disappear from the scheme when both are empty', () => {
    const set = setSelection(setSelection(scheme, { passMark: '60' }), { quota: '5' });
    expect(set.selection).toEqual({ passMark: '60', quota: 5 });
    expect(setSelection(setSelection(set, { quota: '' }), { passMark: '' }).selection).toBeUndefined();
  });

  it('keep a quota that is no number as a refused one', () => {
    expect(['五', '0', '1.5'].map((quota) => setSelection(scheme, { quota }).selection?.quota)).toEqual([
      0, 0, 0,
    ]);
  });
});

describe('a draw for repeating', () => {
  const person = (personId: string) => ({ personId, name: personId, organisation: '' });
  const drawn = {
    seed: 's',
    pool: [
      { id: 'p', field: '财务,审计' },
      { id: 'q', field: '物流' },
    ],
    fields: [
      { field: '财务,审计', quota: 1, drawn: [person('p')], substitutes: [], excluded: [person('q')] },
    ],
  };

  it('is written as the tables and the command that repeat it', () => {
    expect(poolTable(drawn)).toBe('id,field\np,"财务,审计"\nq,物流');
    expect(excludedTable(drawn)).toBe('id\nq');
    expect(drawCommand(drawn)).toContain('--exclude exclude.csv --quotas "财务,审计:1" --seed "s"');
  });

  it('counts the available of each field without the excluded', () => {
    const expert = (personId: string, field: string) => ({
      ...person(personId),
      field,
      title: '',
      kind: 'expert' as const,
      phone: '',
      retired: false,
      hasProfile: false,
    });
    const counts = fieldCounts([expert('p', '财务'), expert('q', '财务')], new Set(['p']));
    expect(counts).toEqual([{ field: '财务', available: 1 }]);
  });
});
