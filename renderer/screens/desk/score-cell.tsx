import { useRef, useState } from 'react';
import type { ClipboardEvent, KeyboardEvent, ReactNode } from 'react';
import type { CompiledItem } from '../../../shared/domain/compiled-scheme.ts';
import { isUnfinished, readCell } from './cell-text.ts';
import { flushSheet, setScore } from './desk-saving.ts';
import { tidyField, useDeskStore } from './desk-store.ts';
import { moveOf, type Move, type Place } from './moves.ts';
import { pastedColumn } from './paste.ts';

/** The grid around a cell: where a move leads and where a pasted column goes. */
export interface CellGrid {
  readonly onMove: (from: Place, move: Move, field: HTMLInputElement) => void;
  readonly onColumn: (from: Place, column: readonly string[]) => void;
}

export interface ScoreCellProps extends CellGrid {
  readonly dossierId: string;
  readonly item: CompiledItem;
  readonly place: Place;
  readonly label: string;
  readonly writable: boolean;
  readonly describedBy?: string | undefined;
  readonly onFocused?: ((focused: boolean) => void) | undefined;
}

function caretOf(field: HTMLInputElement): { atStart: boolean; atEnd: boolean } {
  const { selectionStart, selectionEnd, value } = field;
  return { atStart: selectionStart === 0, atEnd: selectionEnd === value.length };
}

/** One score field: native input, one selector, its text as typed. No key changes a value by itself. */
export function ScoreCell(props: ScoreCellProps): ReactNode {
  const { dossierId, item, place, writable } = props;
  const text = useDeskStore((state) => state.sheets[dossierId]?.typed.texts[item.id] ?? '');
  const [focused, setFocused] = useState(false);
  const before = useRef('');
  const reading = readCell(text, item);
  const wrong = reading.kind === 'wrong' && !(focused && isUnfinished(text, reading.defect));

  const focus = (field: HTMLInputElement): void => {
    before.current = text;
    setFocused(true);
    props.onFocused?.(true);
    field.select();
  };
  const leave = (): void => {
    setFocused(false);
    props.onFocused?.(false);
    if (!writable) return;
    tidyField(dossierId, item.id);
    void flushSheet(dossierId);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>): void => {
    const field = event.currentTarget;
    const move = moveOf({ ...keyOf(event), isComposing: event.nativeEvent.isComposing }, caretOf(field));
    if (move === null) return;
    event.preventDefault();
    if (move !== 'restore') return props.onMove(place, move, field);
    if (writable) setScore(dossierId, item.id, before.current);
  };
  const paste = (event: ClipboardEvent<HTMLInputElement>): void => {
    const column = pastedColumn(event.clipboardData.getData('text/plain'));
    if (column === null || !writable) return;
    event.preventDefault();
    props.onColumn(place, column);
  };
  return (
    <input
      className="score"
      type="text"
      inputMode="decimal"
      autoComplete="off"
      spellCheck={false}
      data-place={`${place.row}-${place.column}`}
      aria-label={props.label}
      aria-invalid={wrong}
      aria-describedby={props.describedBy}
      readOnly={!writable}
      value={text}
      onChange={(event) => setScore(dossierId, item.id, event.target.value)}
      onFocus={(event) => focus(event.currentTarget)}
      onBlur={leave}
      onKeyDown={press}
      onPaste={paste}
    />
  );
}

function keyOf(event: KeyboardEvent): {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
} {
  const { key, shiftKey, ctrlKey, altKey, metaKey } = event;
  return { key, shiftKey, ctrlKey, altKey, metaKey };
}
