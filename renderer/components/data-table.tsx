import type { ReactNode } from 'react';
import { useText } from '../stores/language.ts';

export interface Column<Row> {
  readonly key: string;
  readonly title: ReactNode;
  readonly cell: (row: Row, index: number) => ReactNode;
  /** `number` is right-aligned; `narrow` takes only the width it needs. */
  readonly align?: 'left' | 'number' | 'centre';
  readonly narrow?: boolean;
  /** Names the row for screen readers. One column at most. */
  readonly heading?: boolean;
}

export interface DataTableProps<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly comfortable?: boolean;
  readonly selectedKey?: string | null;
  /** A full-width line under the row, e.g. its explanation; null for none. */
  readonly detail?: (row: Row) => ReactNode;
  readonly empty?: string;
}

function classOf<Row>(column: Column<Row>): string {
  return `${column.align ?? 'left'} ${column.narrow === true ? 'narrow' : ''}`.trim();
}

function cellOf<Row>(column: Column<Row>, row: Row, index: number): ReactNode {
  const inside = column.cell(row, index);
  if (column.heading !== true) {
    return (
      <td key={column.key} className={classOf(column)}>
        {inside}
      </td>
    );
  }
  return (
    <th key={column.key} scope="row" className={classOf(column)}>
      {inside}
    </th>
  );
}

/** A plain table: sticky header, 36 px rows, numbers to the right, every row in the accessibility tree. */
export function DataTable<Row>(props: DataTableProps<Row>): ReactNode {
  const t = useText();
  const { columns, rows, rowKey, selectedKey, detail } = props;
  return (
    <div className="table-frame">
      <table className={props.comfortable === true ? 'table comfortable' : 'table'} aria-label={props.label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={classOf(column)}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.length === 0 && (
            <tr>
              <td className="soft centre" colSpan={columns.length}>
                {props.empty ?? t('word.empty')}
              </td>
            </tr>
          )}
          {rows.flatMap((row, index) => {
            const key = rowKey(row);
            const below = detail?.(row) ?? null;
            const selected = selectedKey === undefined ? undefined : selectedKey === key;
            return [
              <tr key={key} aria-selected={selected}>
                {columns.map((column) => cellOf(column, row, index))}
              </tr>,
              below === null ? null : (
                <tr key={`${key} detail`}>
                  <td colSpan={columns.length}>{below}</td>
                </tr>
              ),
            ];
          })}
        </tbody>
      </table>
    </div>
  );
}
