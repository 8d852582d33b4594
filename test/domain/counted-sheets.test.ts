import { describe, expect, it } from 'vitest';
import { countSheets } from '../../shared/domain/counted-sheets.ts';
import { hundredths } from '../../shared/domain/decimal.ts';
import { fraction } from '../../shared/domain/fraction.ts';
import { markTable, totalsByDossier } from '../../shared/domain/mark-table.ts';
import type { Sheet } from '../../shared/domain/sheet.ts';
import type { TallyInput } from '../../shared/domain/tally-types.ts';
import { cat, compiled, sheetsOf, type Marks } from '../support/review-builder.ts';

const scheme = compiled([cat('a', '10', '1', ['4', '6']), cat('b', '100', '0.9')]);

function inputOf(marks: Marks, more: Partial<TallyInput> = {}): TallyInput {
  return { scheme, dossiers: Object.keys(marks), sheets: sheetsOf(scheme, marks), ...more };
}

describe('sheets of a dossier', () => {
  it('are sorted by member, with sums by category in hundredths', () => {
    const [a] = countSheets(inputOf({ A: { M2: [1, 2.5, 30], M1: [4, 6, 100], M3: [1, null, 3] } }));
    expect(a).toEqual({
      dossier: 'A',
      members: ['M1', 'M2'],
      scores: [
        [400, 600, 10_000],
        [100, 250, 3000],
      ],
      sums: [
        [1000, 10_000],
        [350, 3000],
      ],
      notes: ['M3 incomplete: a.2'],
      missing: [],
      incomplete: ['M3'],
      recused: [],
      absent: [],
    });
  });

  it('list who is missing, recused and absent by id, whatever the order of the facts', () => {
    const pairs = (...members: string[]) => members.map((member) => [member, 'A'] as const);
    const [a] = countSheets(
      inputOf(
        { A: { M5: [1, 1, 1] } },
        {
          members: ['M9', 'M7', 'M5', 'M4', 'M3', 'M2', 'M1'],
          review: { recused: pairs('M3', 'M1', 'M2'), absent: pairs('M7', 'M4') },
        },
      ),
    );
    expect([a?.recused, a?.absent, a?.missing]).toEqual([['M1', 'M2', 'M3'], ['M4', 'M7'], ['M9']]);
    const [b] = countSheets(inputOf({ A: { M5: [1, 1, 1] } }, { members: ['M8', 'M6', 'M7'].concat('M5') }));
    expect(b?.missing).toEqual(['M6', 'M7', 'M8']);
  });

  it('note every blank, sorted by bytes', () => {
    const [a] = countSheets(inputOf({ A: { M2: [null, null, null], M1: [1, 1, null] } }));
    expect(a?.notes).toEqual([
      'M1 incomplete: b',
      'M2 incomplete: a.1',
      'M2 incomplete: a.2',
      'M2 incomplete: b',
    ]);
    const back = compiled([cat('z', '10'), cat('c', '90')]);
    const [turned] = countSheets({
      scheme: back,
      dossiers: ['A'],
      sheets: sheetsOf(back, { A: { M1: [null, null] } }),
    });
    expect(turned?.notes).toEqual(['M1 incomplete: c', 'M1 incomplete: z']);
  });
});

describe('sheets that break the round', () => {
  const one: Sheet = { dossier: 'A', member: 'M1', scores: [100, 100, 100].map(hundredths) };
  const refused = (more: Partial<TallyInput>) => () =>
    countSheets({ scheme, dossiers: ['A'], sheets: [one], ...more });

  it('are refused with their name, never computed around', () => {
    expect(refused({ dossiers: ['A', 'A'] })).toThrow('dossier-repeated: ids must differ');
    expect(refused({ dossiers: ['B'] })).toThrow('dossier-unknown: M1 × A');
    expect(refused({ members: ['M2'] })).toThrow('sheet-not-member: M1 × A');
    expect(refused({ review: { recused: [['M1', 'A']] } })).toThrow('sheet-recused: M1 × A');
    expect(refused({ sheets: [one, one] })).toThrow('sheet-repeated: M1 × A');
    expect(refused({ sheets: [{ ...one, scores: one.scores.slice(1) }] })).toThrow('sheet-length: M1 × A');
    expect(refused({ sheets: [{ ...one, scores: [hundredths(401), ...one.scores.slice(1)] }] })).toThrow(
      'score-outside: M1 × A × a.1: 401',
    );
  });

  it('a recusal elsewhere and an absence with a sheet refuse nothing', () => {
    expect(refused({ review: { recused: [['M1', 'B']], absent: [['M1', 'A']] } })).not.toThrow();
  });
});

describe('the table of marks', () => {
  const marks = {
    C: { M2: [4, 6, 100], M1: [1, 1, 10] },
    A: { M2: [1, 0, 0], M1: [2, 0, 0] },
    B: { M1: [3, 0, 0] },
    D: {},
    E: { M1: [null, 0, 0], M2: [0, 0, 10] },
  };

  it('has weighted totals of the dossiers that everybody scored, both by id', () => {
    const totals = totalsByDossier(inputOf(marks));
    expect([...totals.keys()]).toEqual(['A', 'B', 'C', 'D', 'E']);
    expect(markTable(totals)).toEqual({
      members: ['M1', 'M2'],
      dossiers: ['A', 'C'],
      leftOut: ['B', 'E'],
      marks: [
        [fraction(2n), fraction(11n)],
        [fraction(1n), fraction(100n)],
      ],
    });
  });

  it('is sorted by member whoever scored first', () => {
    const table = markTable(
      totalsByDossier(inputOf({ A: { M2: [1, 0, 0] }, B: { M1: [1, 0, 0], M2: [2, 0, 0] } })),
    );
    expect(table).toMatchObject({ members: ['M1', 'M2'], dossiers: ['B'], leftOut: ['A'] });
  });

  it('is empty without a sheet', () => {
    const empty = { members: [], dossiers: [], leftOut: [], marks: [] };
    expect(markTable(totalsByDossier(inputOf({ A: {}, B: {} })))).toEqual(empty);
  });
});
