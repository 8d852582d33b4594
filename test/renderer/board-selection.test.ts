import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  byMember,
  cellKey,
  hasSelectable,
  keysOfDossier,
  keysOfMember,
  missingByMember,
  movedTo,
  stillSelectable,
  toggled,
} from '../../renderer/screens/board/selection.ts';
import { itemNames, typedContent, typedState } from '../../renderer/screens/board/typing.ts';
import { countWords } from '../../renderer/screens/board/listed.ts';
import { requireScheme } from '../../shared/domain/compile-scheme.ts';
import type { Scheme } from '../../shared/domain/scheme.ts';
import type { Board, BoardState } from '../../shared/schema/sheet.ts';
import { boardState } from '../../shared/schema/sheet.ts';
import { createText } from '../../shared/text/index.ts';

const t = createText('zh-CN');

function boardOf(cells: BoardState[][]): Board {
  const members = cells.map((_row, index) => ({ seatId: `s${index}`, name: `成员${index + 1}`, code: null }));
  const dossiers = (cells[0] ?? []).map((_state, index) => ({
    dossierId: `d${index}`,
    number: index + 1,
    name: `企业${index + 1}`,
  }));
  const missing = cells.flatMap((row, member) =>
    row.flatMap((state, dossier) =>
      state === 'missing' || state === 'draft' ? [{ seatId: `s${member}`, dossierId: `d${dossier}` }] : [],
    ),
  );
  const letters = { sources: [], waitingLetters: [], gaps: [], contradictions: [] };
  const shut = {
    ...letters,
    closed: false,
    opened: false,
    belowQuorum: [],
    closeBlockedBy: [],
    openBlockedBy: [],
  };
  return { members, dossiers, cells, received: 0, expected: 0, missing, ...shut };
}

const board = boardOf([
  ['received', 'missing', 'draft'],
  ['recused', 'absent', 'paper'],
  ['missing', 'missing', 'missing'],
]);

describe('choosing cells of the board', () => {
  it('a name chooses what is missing of its line only', () => {
    expect([keysOfMember(board, 0), keysOfMember(board, 1), keysOfDossier(board, 1)]).toEqual([
      ['s0 d1', 's0 d2'],
      [],
      ['s0 d1', 's2 d1'],
    ]);
  });

  it('choosing again lets go, and a part chosen is completed first', () => {
    const part = toggled(new Set(), ['s0 d1']);
    const whole = toggled(part, keysOfMember(board, 0));
    expect([[...whole], [...toggled(whole, keysOfMember(board, 0))]]).toEqual([['s0 d1', 's0 d2'], []]);
  });

  it('forgets cells whose sheet came meanwhile', () => {
    const chosen = new Set([cellKey('s0', 'd0'), cellKey('s0', 'd1'), cellKey('gone', 'd1')]);
    expect([...stillSelectable(board, chosen)]).toEqual(['s0 d1']);
  });

  it('says what is missing member by member', () => {
    const missing = missingByMember(board);
    expect(missing.map(({ name, dossiers, all }) => [name, dossiers.length, all])).toEqual([
      ['成员1', 2, false],
      ['成员3', 3, true],
    ]);
    expect(countWords(t, byMember(board, new Set(['s2 d0', 's0 d1'])))).toBe('成员1 1 份、成员3 1 份');
  });

  it('arrows stop at the edges and other keys do nothing', () => {
    const from = { row: 0, column: 1 };
    expect(['ArrowUp', 'ArrowRight', 'ArrowDown', 'End', 'a'].map((key) => movedTo(key, from, 3, 2))).toEqual(
      [{ row: 0, column: 1 }, { row: 0, column: 1 }, { row: 1, column: 1 }, { row: 0, column: 1 }, null],
    );
  });

  it('has a word for every state', () => {
    const words = boardState.options.map((state) => t.of(`board.state-${state}`, {}, ''));
    expect(words.includes('')).toBe(false);
  });
});

describe('whether anything can be chosen', () => {
  it('is so while a sheet is still to come', () => {
    expect(hasSelectable(boardOf([['received', 'draft']]))).toBe(true);
    expect(hasSelectable(boardOf([['received', 'recused', 'absent', 'paper', 'paper-typed']]))).toBe(false);
  });
});

describe('typing a paper sheet', () => {
  const file = join(import.meta.dirname, '..', '..', 'resources', 'schemes', 'taiyuan.json');
  const scheme = requireScheme(JSON.parse(readFileSync(file, 'utf8')) as Scheme);
  const [first, second, third] = scheme.items.map(({ id }) => id);

  it('tells blanks from zeros and from what is no score', () => {
    const typed = { [first ?? '']: ' ４．５ ', [second ?? '']: '0', [third ?? '']: '5.1' };
    const state = typedState(scheme, typed);
    expect([state.total, state.blanks.length, [...state.wrong.keys()]]).toEqual([
      '4.5',
      scheme.items.length - 3,
      [third],
    ]);
  });

  it('hands over blanks as blanks and names the zeros', () => {
    const content = typedContent(scheme, { [first ?? '']: '４．５', [second ?? '']: '0' }, '评语');
    expect([content.scores[first ?? ''], content.scores[third ?? ''], content.confirmedZeros]).toEqual([
      '4.5',
      null,
      [second],
    ]);
  });

  it('names items in the order of the sheet', () => {
    expect(itemNames(scheme, [second ?? '', first ?? ''])).toEqual(['资本实力', '经营与信用状况']);
  });
});
