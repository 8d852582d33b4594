import type { ImportPreview, ImportProblem, ImportRow } from '../../../shared/schema/import-preview.ts';

/** What a person decided on the preview; positions count from 0 in `preview.rows`. */
export interface ImportChoice {
  /** Rows whose interpreted values were ticked as right. */
  readonly confirmed: ReadonlySet<number>;
  /** Rows that were taken out by hand. */
  readonly leftOut: ReadonlySet<number>;
}

export const noChoice: ImportChoice = { confirmed: new Set(), leftOut: new Set() };

/** True for rows that would change the store: the others are shown and never imported. */
export function changesStore(row: ImportRow): boolean {
  return row.action === 'new' || row.action === 'update';
}

/** True while interpreted values of a row that would come in still wait for their tick. */
export function awaitsTick(row: ImportRow, position: number, choice: ImportChoice): boolean {
  if (!changesStore(row) || row.confirmations.length === 0) return false;
  return !choice.confirmed.has(position) && !choice.leftOut.has(position);
}

/** True for a row that comes in when 导入 is pressed now. */
export function comesIn(row: ImportRow, position: number, choice: ImportChoice): boolean {
  return changesStore(row) && !choice.leftOut.has(position) && !awaitsTick(row, position, choice);
}

/** How a row stands: `waiting` for its tick, `left` out by hand, otherwise as its action says. */
export function rowState(
  row: ImportRow,
  position: number,
  choice: ImportChoice,
): 'plain' | 'waiting' | 'left' {
  if (awaitsTick(row, position, choice)) return 'waiting';
  return changesStore(row) && choice.leftOut.has(position) ? 'left' : 'plain';
}

/** Positions that `dossier.import` passes over. */
export function skippedRows(preview: ImportPreview, choice: ImportChoice): number[] {
  return preview.rows.flatMap((row, position) =>
    changesStore(row) && !comesIn(row, position, choice) ? [position] : [],
  );
}

export interface ImportTotals {
  readonly comingIn: number;
  readonly waiting: number;
  readonly toConfirm: readonly number[];
}

/** How many rows come in, how many wait for a tick, and the positions of all that have one. */
export function importTotals(preview: ImportPreview, choice: ImportChoice): ImportTotals {
  const count = (fits: (row: ImportRow, position: number, choice: ImportChoice) => boolean): number =>
    preview.rows.filter((row, position) => fits(row, position, choice)).length;
  const toConfirm = preview.rows.flatMap((row, position) =>
    changesStore(row) && row.confirmations.length > 0 ? [position] : [],
  );
  return { comingIn: count(comesIn), waiting: count(awaitsTick), toConfirm };
}

/** A copy of the set with the position in or out. */
export function withPosition(set: ReadonlySet<number>, position: number, inside: boolean): Set<number> {
  const copy = new Set(set);
  if (inside) copy.add(position);
  else copy.delete(position);
  return copy;
}

export interface PlacedProblem {
  readonly position: number;
  readonly problem: ImportProblem;
}

/** Every wrong cell in the order of the file, with the position of its row. */
export function placedProblems(preview: ImportPreview): readonly PlacedProblem[] {
  return preview.rows.flatMap((row, position) => row.problems.map((problem) => ({ position, problem })));
}

/** Sheet names are shown only where there is more than one. */
export function hasManySheets(preview: ImportPreview): boolean {
  return new Set(preview.rows.map(({ sheet }) => sheet)).size > 1;
}
