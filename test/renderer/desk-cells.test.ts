import { describe, expect, it } from 'vitest';
import { isUnfinished, readCell, tidyCell } from '../../renderer/screens/desk/cell-text.ts';
import { moveOf, placeAfter, placesDown, type Grid } from '../../renderer/screens/desk/moves.ts';
import { pastedColumn } from '../../renderer/screens/desk/paste.ts';
import { hundredths } from '../../shared/domain/decimal.ts';

const item = { cap: hundredths(1500), step: hundredths(50) };
const reasonOf = (typed: string): string => {
  const reading = readCell(typed, item);
  return reading.kind === 'wrong' ? reading.defect.reason : reading.kind;
};

describe('a score field', () => {
  it.each([
    ['8.5', '8.5'],
    [' 8.5 ', '8.5'],
    ['　８．５　', '8.5'],
    ['8.50', '8.5'],
    ['0', '0'],
    ['15', '15'],
  ])('reads %j as the score %s', (typed, text) => {
    expect(readCell(typed, item)).toMatchObject({ kind: 'score', text });
  });

  it.each(['', '   ', '　'])('reads %j as a blank, never as zero', (typed) => {
    expect(reasonOf(typed)).toBe('blank');
  });

  it.each([
    ['8.001', 'score-decimals'],
    ['101', 'score-over-cap'],
    ['15.5', 'score-over-cap'],
    ['-1', 'score-not-a-number'],
    ['-0', 'score-not-a-number'],
    ['1e1', 'score-not-a-number'],
    ['8 5', 'score-not-a-number'],
    ['8.25', 'score-off-step'],
    ['八', 'score-not-a-number'],
  ])('keeps %j as wrong, because of %s', (typed, reason) => {
    expect(reasonOf(typed)).toBe(reason);
  });

  it('shows a left score in its shortest form and a wrong text as typed', () => {
    expect(['８．５０', ' 7 ', '  ', '1e1'].map((typed) => tidyCell(typed, item))).toEqual([
      '8.5',
      '7',
      '',
      '1e1',
    ]);
  });

  it('does not call a number wrong while it may still become right', () => {
    const unfinished = (typed: string): boolean => {
      const reading = readCell(typed, item);
      return reading.kind === 'wrong' && isUnfinished(typed, reading.defect);
    };
    expect(['7.', '7.2', '16', 'x'].map(unfinished)).toEqual([true, true, false, false]);
  });
});

const plain = { shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, isComposing: false };
const inside = { atStart: false, atEnd: false };
const edge = { atStart: true, atEnd: true };

describe('a key in a score field', () => {
  it('moves down by Enter and the arrow, up by the other arrow, and restores by Escape', () => {
    const keys = ['Enter', 'ArrowDown', 'ArrowUp', 'Escape'];
    expect(keys.map((key) => moveOf({ ...plain, key }, inside))).toEqual(['down', 'down', 'up', 'restore']);
  });

  it('leaves Tab, digits and everything with a control key to the browser', () => {
    expect(moveOf({ ...plain, key: 'Tab' }, edge)).toBeNull();
    expect(moveOf({ ...plain, key: '7' }, edge)).toBeNull();
    expect(moveOf({ ...plain, key: 'ArrowDown', ctrlKey: true }, edge)).toBeNull();
  });

  it('belongs to the input method while that is composing', () => {
    expect(moveOf({ ...plain, key: 'Enter', isComposing: true }, edge)).toBeNull();
  });

  it('walks through the text sideways before it leaves the field', () => {
    expect(moveOf({ ...plain, key: 'ArrowLeft' }, inside)).toBeNull();
    expect(moveOf({ ...plain, key: 'ArrowLeft' }, edge)).toBe('left');
    expect(moveOf({ ...plain, key: 'ArrowRight' }, edge)).toBe('right');
  });
});

describe('a grid of score fields', () => {
  const grid: Grid = { rows: 4, columns: 2, isOpen: ({ row }) => row !== 1 };

  it('passes over rows that can not be written', () => {
    expect(placeAfter(grid, { row: 0, column: 1 }, 'down')).toEqual({ row: 2, column: 1 });
    expect(placeAfter(grid, { row: 2, column: 1 }, 'up')).toEqual({ row: 0, column: 1 });
  });

  it('stays where it is at its edges', () => {
    expect(placeAfter(grid, { row: 3, column: 0 }, 'down')).toBeNull();
    expect(placeAfter(grid, { row: 0, column: 0 }, 'left')).toBeNull();
  });

  it('takes a column downwards from the field on', () => {
    expect(placesDown(grid, { row: 0, column: 1 }).map(({ row }) => row)).toEqual([0, 2, 3]);
  });
});

describe('a pasted column', () => {
  it('is the first cell of each row of a spreadsheet', () => {
    expect(pastedColumn('4\tx\r\n77\ty\r\n 3.5 \r\n\r\n5\r\n')).toEqual(['4', '77', '3.5', '', '5']);
  });

  it('keeps blanks as blanks and takes off the quotes of a spreadsheet', () => {
    expect(pastedColumn('\n"8"\n')).toEqual(['', '8']);
  });

  it('is none when one plain value is pasted', () => {
    expect(pastedColumn('8.5')).toBeNull();
  });
});
