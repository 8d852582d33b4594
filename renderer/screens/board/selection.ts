import type { Board, BoardState } from '../../../shared/schema/sheet.ts';

/** Chosen cells by key; see `cellKey`. */
export type Selection = ReadonlySet<string>;

export function cellKey(seatId: string, dossierId: string): string {
  return `${seatId} ${dossierId}`;
}

/** Only what hasn't come can be recorded as absent or as paper; of two that differ neither counts then. */
export function isSelectable(state: BoardState | undefined): boolean {
  return state === 'missing' || state === 'draft' || state === 'conflict';
}

export function stateAt(board: Board, member: number, dossier: number): BoardState {
  return board.cells[member]?.[dossier] ?? 'missing';
}

/** Chooses the keys; when all of them are chosen already, lets them go. */
export function toggled(selection: Selection, keys: readonly string[]): Selection {
  const next = new Set(selection);
  const remove = keys.every((key) => next.has(key));
  for (const key of keys) {
    if (remove) next.delete(key);
    else next.add(key);
  }
  return next;
}

export function keysOfMember(board: Board, member: number): readonly string[] {
  const seatId = board.members[member]?.seatId ?? '';
  return board.dossiers.flatMap(({ dossierId }, dossier) =>
    isSelectable(stateAt(board, member, dossier)) ? [cellKey(seatId, dossierId)] : [],
  );
}

export function keysOfDossier(board: Board, dossier: number): readonly string[] {
  const dossierId = board.dossiers[dossier]?.dossierId ?? '';
  return board.members.flatMap(({ seatId }, member) =>
    isSelectable(stateAt(board, member, dossier)) ? [cellKey(seatId, dossierId)] : [],
  );
}

/** Whether anything on the board is still to come. */
export function hasSelectable(board: Board): boolean {
  return board.members.some((_member, index) => keysOfMember(board, index).length > 0);
}

/** What is chosen and still can be, e.g. after somebody submitted meanwhile. */
export function stillSelectable(board: Board, selection: Selection): Selection {
  const open = new Set(board.members.flatMap((_member, index) => keysOfMember(board, index)));
  return new Set([...selection].filter((key) => open.has(key)));
}

export interface MemberPart {
  readonly seatId: string;
  readonly name: string;
  readonly dossiers: Board['dossiers'];
  /** All dossiers of the board, so that "everything" can be said shortly. */
  readonly all: boolean;
}

/** The chosen cells member by member, in the order of the board. */
export function byMember(board: Board, selection: Selection): readonly MemberPart[] {
  return board.members.flatMap(({ seatId, name }): MemberPart[] => {
    const dossiers = board.dossiers.filter(({ dossierId }) => selection.has(cellKey(seatId, dossierId)));
    if (dossiers.length === 0) return [];
    return [{ seatId, name, dossiers, all: dossiers.length === board.dossiers.length }];
  });
}

/** Whose sheets are missing, member by member. */
export function missingByMember(board: Board): readonly MemberPart[] {
  return byMember(board, new Set(board.missing.map(({ seatId, dossierId }) => cellKey(seatId, dossierId))));
}

export interface Position {
  readonly row: number;
  readonly column: number;
}

const steps: Readonly<Record<string, Position>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
};

/** Where a key leads in a grid of that size; null for keys that don't move. The edge holds. */
export function movedTo(key: string, from: Position, rows: number, columns: number): Position | null {
  if (key === 'Home') return { row: from.row, column: 0 };
  if (key === 'End') return { row: from.row, column: columns - 1 };
  const step = steps[key];
  if (step === undefined) return null;
  const within = (value: number, size: number): number => Math.min(Math.max(value, 0), size - 1);
  return { row: within(from.row + step.row, rows), column: within(from.column + step.column, columns) };
}
