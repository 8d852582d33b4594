import { useMemo } from 'react';
import type { CompiledScheme } from '../../../shared/domain/compiled-scheme.ts';
import { useText } from '../../stores/language.ts';
import { showNotice } from '../../stores/notices.ts';
import { readCell } from './cell-text.ts';
import { flushSheet, setScore } from './desk-saving.ts';
import { placeAfter, placesDown, type Grid, type Place } from './moves.ts';
import type { CellGrid } from './score-cell.tsx';

/** Which score stands at a place of the grid. */
export interface CellAt {
  readonly dossierId: string;
  /** Position of the item in the scheme. */
  readonly item: number;
}

export interface GridShape {
  readonly scheme: CompiledScheme;
  readonly grid: Grid;
  readonly at: (place: Place) => CellAt | undefined;
}

/** The open question about the 0 in a field: in its own row, or below the matrix. */
function zeroQuestion(field: HTMLInputElement): HTMLInputElement | null | undefined {
  const box = '.zero input:not(:checked)';
  return (
    field.closest('tr')?.querySelector<HTMLInputElement>(box) ??
    field.closest('.desk')?.querySelector<HTMLInputElement>(`.matrix-notes ${box}`)
  );
}

/** Keyboard moves and pasted columns of a table of score fields. */
export function useCellGrid({ scheme, grid, at }: GridShape): CellGrid {
  const t = useText();
  return useMemo((): CellGrid => {
    const fill = (from: Place, column: readonly string[]): void => {
      const places = placesDown(grid, from).slice(0, column.length);
      const touched = new Set<string>();
      let wrong = 0;
      for (const [index, place] of places.entries()) {
        const cell = at(place);
        const item = cell === undefined ? undefined : scheme.items[cell.item];
        if (cell === undefined || item === undefined) continue;
        const reading = readCell(column[index] ?? '', item);
        if (reading.kind === 'wrong') wrong += 1;
        setScore(
          cell.dossierId,
          item.id,
          reading.kind === 'score' ? reading.text : (column[index] ?? '').trim(),
        );
        touched.add(cell.dossierId);
      }
      for (const dossierId of touched) void flushSheet(dossierId);
      const values = { count: places.length, wrong };
      const over = column.length - places.length;
      const words = [t(wrong === 0 ? 'desk.pasted' : 'desk.pastedWrong', values)];
      if (over > 0) words.push(t('desk.pastedOver', { over }));
      showNotice(words.join(''), wrong + over === 0 ? 'done' : 'note');
    };
    return {
      onColumn: fill,
      onMove: (from, move, field) => {
        const place = placeAfter(grid, from, move);
        if (place === null) {
          // Below the last field nothing is left but the question about its 0.
          if (move === 'down') zeroQuestion(field)?.focus();
          return;
        }
        const next = field
          .closest('table')
          ?.querySelector<HTMLInputElement>(`input[data-place="${place.row}-${place.column}"]`);
        next?.focus();
        next?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      },
    };
  }, [scheme, grid, at, t]);
}
