import { useId } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { foldDigits } from '../../../shared/domain/decimal.ts';

export interface CellProps {
  readonly label: string;
  readonly path: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly wrong: string | undefined;
  /** Right-aligned; full-width digits become plain ones. */
  readonly number?: boolean;
  readonly lines?: number;
  /** Alt with an arrow. */
  readonly onMove?: ((by: -1 | 1) => void) | undefined;
  /** Enter, in a one-line cell. */
  readonly onNext?: (() => void) | undefined;
}

/** A field inside a table: its label is for screen readers, its error stands below. */
export function Cell(props: CellProps): ReactNode {
  const { label, path, value, onValue, wrong, number = false, lines = 1, onMove, onNext } = props;
  const id = useId();
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      onMove?.(event.key === 'ArrowUp' ? -1 : 1);
    } else if (event.key === 'Enter' && lines === 1 && !event.nativeEvent.isComposing) {
      event.preventDefault();
      onNext?.();
    }
  };
  const shared = {
    'aria-label': label,
    'aria-invalid': wrong !== undefined,
    'aria-describedby': wrong === undefined ? undefined : id,
    'data-path': path,
    className: number ? 'input number' : 'input',
    value,
    onKeyDown,
  };
  return (
    <div className="cell">
      {lines === 1 ? (
        <input
          {...shared}
          inputMode={number ? 'decimal' : undefined}
          onChange={(event) => onValue(number ? foldDigits(event.target.value).trim() : event.target.value)}
        />
      ) : (
        <textarea {...shared} rows={lines} onChange={(event) => onValue(event.target.value)} />
      )}
      {wrong !== undefined && (
        <span id={id} className="bad small">
          {wrong}
        </span>
      )}
    </div>
  );
}

/** Puts the cursor into the cell of a path once it is drawn. */
export function focusPath(path: string): void {
  window.setTimeout(
    () => document.querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"]`)?.focus(),
    0,
  );
}
