import { useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { Board } from '../../../shared/schema/sheet.ts';
import { useText } from '../../stores/language.ts';
import { Mark } from './marks.tsx';
import {
  cellKey,
  isSelectable,
  keysOfDossier,
  keysOfMember,
  movedTo,
  stateAt,
  toggled,
} from './selection.ts';
import type { Position, Selection } from './selection.ts';

export interface MatrixProps {
  readonly board: Board;
  readonly selection: Selection;
  /** Null: read only. */
  readonly onSelection: ((selection: Selection) => void) | null;
}

/** Dossiers down, members across; one mark a cell, never a number. Arrows move, Space chooses. */
export function Matrix({ board, selection, onSelection }: MatrixProps): ReactNode {
  const t = useText();
  const body = useRef<HTMLTableSectionElement>(null);
  const [at, setAt] = useState<Position>({ row: 0, column: 0 });
  const choose = (keys: readonly string[]): void => onSelection?.(toggled(selection, keys));
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = movedTo(event.key, at, board.dossiers.length, board.members.length);
    if (next === null) return;
    event.preventDefault();
    setAt(next);
    body.current?.querySelector<HTMLElement>(`[data-at="${next.row} ${next.column}"]`)?.focus();
  };
  const head = (name: string, label: string, keys: readonly string[]): ReactNode =>
    onSelection === null || keys.length === 0 ? (
      name
    ) : (
      <button type="button" className="link" aria-label={label} title={label} onClick={() => choose(keys)}>
        {name}
      </button>
    );
  const cell = (row: number, column: number): ReactNode => {
    const { dossierId = '', name: dossier = '' } = board.dossiers[row] ?? {};
    const { seatId = '', name: member = '' } = board.members[column] ?? {};
    const state = stateAt(board, column, row);
    const source = board.sources[column]?.[row] ?? null;
    const words = t(`board.state-${state}`);
    const told = source === null ? words : `${words}（${t(`board.source-${source}`)}）`;
    const label = t('board.cell', { member, dossier, state: told });
    const key = cellKey(seatId, dossierId);
    const chosen = selection.has(key);
    const selectable = onSelection !== null && isSelectable(state);
    return (
      <td key={key} className={chosen ? 'centre chosen' : 'centre'}>
        <button
          type="button"
          className="board-cell"
          data-at={`${row} ${column}`}
          aria-label={label}
          title={told}
          aria-pressed={selectable ? chosen : undefined}
          aria-disabled={!selectable}
          tabIndex={at.row === row && at.column === column ? 0 : -1}
          onKeyDown={onKeyDown}
          onFocus={() => setAt({ row, column })}
          onClick={() => selectable && choose([key])}
        >
          <Mark state={state} />
        </button>
      </td>
    );
  };
  return (
    <div className="table-frame board-frame">
      <table className="table board" aria-label={t('board.matrix')}>
        <thead>
          <tr>
            <th scope="col">{t('board.dossier')}</th>
            {board.members.map(({ seatId, name }, column) => (
              <th key={seatId} scope="col" className="centre">
                {head(name, t('board.allOfMember', { name }), keysOfMember(board, column))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {board.dossiers.map(({ dossierId, number, name }, row) => (
            <tr key={dossierId}>
              <th scope="row" aria-label={name}>
                <span className="board-dossier">
                  <span className="soft">{number}</span>
                  <span>{head(name, t('board.allOfDossier', { name }), keysOfDossier(board, row))}</span>
                </span>
              </th>
              {board.members.map((_member, column) => cell(row, column))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
