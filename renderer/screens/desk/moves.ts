/** Where a key leads in a grid of score fields. A key never changes a value. */
export type Move = 'up' | 'down' | 'left' | 'right';

export interface Place {
  readonly row: number;
  readonly column: number;
}

export interface Grid {
  readonly rows: number;
  readonly columns: number;
  /** False for a field that can't be written, which a move passes over. */
  readonly isOpen: (place: Place) => boolean;
}

export interface PressedKey {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  /** An input method is choosing a character: its keys are its own. */
  readonly isComposing: boolean;
}

/** Whether the caret stands at an end of the text, so that a further step sideways leaves the field. */
export interface Caret {
  readonly atStart: boolean;
  readonly atEnd: boolean;
}

const steps: Readonly<Record<Move, Place>> = {
  up: { row: -1, column: 0 },
  down: { row: 1, column: 0 },
  left: { row: 0, column: -1 },
  right: { row: 0, column: 1 },
};

/** What a key asks of a field; null leaves it to the browser (Tab, digits, caret inside the text). */
export function moveOf(key: PressedKey, caret: Caret): Move | 'restore' | null {
  if (key.isComposing || key.ctrlKey || key.altKey || key.metaKey) return null;
  if (key.key === 'Enter') return key.shiftKey ? 'up' : 'down';
  if (key.shiftKey) return null;
  if (key.key === 'Escape') return 'restore';
  if (key.key === 'ArrowDown') return 'down';
  if (key.key === 'ArrowUp') return 'up';
  if (key.key === 'ArrowLeft' && caret.atStart) return 'left';
  if (key.key === 'ArrowRight' && caret.atEnd) return 'right';
  return null;
}

/** The next field that can be written in that direction; null at the edge. */
export function placeAfter(grid: Grid, from: Place, move: Move): Place | null {
  const step = steps[move];
  let place = { row: from.row + step.row, column: from.column + step.column };
  while (isInside(grid, place)) {
    if (grid.isOpen(place)) return place;
    place = { row: place.row + step.row, column: place.column + step.column };
  }
  return null;
}

/** The fields from `from` downwards that can be written, `from` included: where a pasted column goes. */
export function placesDown(grid: Grid, from: Place): readonly Place[] {
  const places: Place[] = [];
  for (let row = from.row; row < grid.rows; row += 1) {
    const place = { row, column: from.column };
    if (grid.isOpen(place)) places.push(place);
  }
  return places;
}

function isInside(grid: Grid, { row, column }: Place): boolean {
  return row >= 0 && column >= 0 && row < grid.rows && column < grid.columns;
}
