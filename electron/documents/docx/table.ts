import { Paragraph, Table, TableCell, TableRow, type ITableCellOptions } from 'docx';
import type { Block } from './blocks.ts';
import type { Place } from './paragraphs.ts';
import { plainPlace } from './paragraphs.ts';
import { inherit, twips, type Inherited, type PaperNode } from './style.ts';

type Fill = (content: unknown, style: Inherited, place?: Place) => Block[];

/** Left and right inside a cell, in points. */
const cellPadding = 4;
const rule = (size: number) => ({ style: 'single' as const, size, color: '262626' });
const none = { style: 'none' as const, size: 0, color: 'FFFFFF' };

interface PdfTable {
  readonly body: readonly (readonly unknown[])[];
  readonly widths: readonly unknown[];
  readonly headerRows?: number;
  readonly heights?: unknown;
}

/** Widths in points: a star shares what the fixed columns leave. */
function sharedWidths(widths: readonly unknown[], room: number, padding: number): number[] {
  const fixed = widths.map((width) => (typeof width === 'number' ? width + 2 * padding : null));
  const stars = fixed.filter((width) => width === null).length;
  const left = room - fixed.reduce<number>((sum, width) => sum + (width ?? 0), 0);
  return fixed.map((width) => width ?? Math.max(20, left / Math.max(1, stars)));
}

/** A table with rules; its head repeats on every page and no row breaks. */
export function gridTable(node: PaperNode, style: Inherited, place: Place, fill: Fill): Table {
  const table = node['table'] as PdfTable;
  const room = style.width - place.left - place.right;
  const widths = sharedWidths(table.widths, room, cellPadding);
  const covered = new Set<string>();
  const rows = table.body.map((cells, row) => {
    const children = cells.flatMap((cell, column) =>
      covered.has(`${row} ${column}`) ? [] : [gridCell(cell, row, column, { widths, style, fill, covered })],
    );
    const height = heightOf(table.heights, row);
    return new TableRow({
      children,
      tableHeader: row < (table.headerRows ?? 0),
      cantSplit: true,
      ...(height === undefined ? {} : { height: { value: twips(height), rule: 'atLeast' as const } }),
    });
  });
  return new Table({
    rows,
    width: { size: twips(widths.reduce((sum, width) => sum + width, 0)), type: 'dxa' },
    columnWidths: widths.map(twips),
    layout: 'fixed',
    indent: { size: twips(place.left), type: 'dxa' },
    borders: {
      top: rule(8),
      bottom: rule(8),
      left: rule(8),
      right: rule(8),
      insideHorizontal: rule(4),
      insideVertical: rule(4),
    },
    margins: {
      marginUnitType: 'dxa',
      left: twips(cellPadding),
      right: twips(cellPadding),
      top: 40,
      bottom: 30,
    },
  });
}

function heightOf(heights: unknown, row: number): number | undefined {
  const value: unknown =
    typeof heights === 'function'
      ? (heights as (row: number) => unknown)(row)
      : Array.isArray(heights)
        ? heights[row]
        : heights;
  return typeof value === 'number' ? value : undefined;
}

interface CellContext {
  readonly widths: readonly number[];
  readonly style: Inherited;
  readonly fill: Fill;
  /** Places covered by a spanning cell: pdfmake leaves them empty, this format leaves them out. */
  readonly covered: Set<string>;
}

function gridCell(cell: unknown, row: number, column: number, context: CellContext): TableCell {
  const node: PaperNode = typeof cell === 'object' && cell !== null ? (cell as PaperNode) : { text: cell };
  const span = (name: string): number => (typeof node[name] === 'number' ? node[name] : 1);
  const [columnSpan, rowSpan] = [span('colSpan'), span('rowSpan')];
  for (let down = 0; down < rowSpan; down += 1) {
    for (let right = 0; right < columnSpan; right += 1)
      context.covered.add(`${row + down} ${column + right}`);
  }
  const width = context.widths.slice(column, column + columnSpan).reduce((sum, value) => sum + value, 0);
  const style = { ...inherit(context.style, node), width: width - 2 * cellPadding };
  return filledCell(context.fill(node, style), {
    width: { size: twips(width), type: 'dxa' },
    verticalAlign: node['verticalAlignment'] === 'middle' ? 'center' : 'top',
    ...(columnSpan > 1 ? { columnSpan } : {}),
    ...(rowSpan > 1 ? { rowSpan } : {}),
    ...(typeof node['fillColor'] === 'string'
      ? { shading: { type: 'clear', color: 'auto', fill: node['fillColor'].replace('#', '') } }
      : {}),
  });
}

/** A cell must end with a paragraph. */
function filledCell(blocks: readonly Block[], options: Omit<ITableCellOptions, 'children'>): TableCell {
  const ends = blocks.at(-1) instanceof Paragraph;
  return new TableCell({
    ...options,
    children: ends ? [...blocks] : [...blocks, new Paragraph({ children: [] })],
  });
}

/** Columns side by side without rules. */
export function bareTable(columns: readonly PaperNode[], style: Inherited, place: Place, fill: Fill): Table {
  const room = style.width - place.left - place.right;
  const widths = sharedWidths(
    columns.map((column) => column['width'] ?? '*'),
    room,
    0,
  );
  const children = columns.map((column, index) => {
    const width = widths[index] ?? 0;
    const inside = { ...inherit(style, column), width };
    const keep = { ...plainPlace, keepNext: place.keepNext };
    return filledCell(fill(column, inside, keep), { width: { size: twips(width), type: 'dxa' } });
  });
  return new Table({
    rows: [new TableRow({ children, cantSplit: true })],
    width: { size: twips(room), type: 'dxa' },
    columnWidths: widths.map(twips),
    layout: 'fixed',
    indent: { size: twips(place.left), type: 'dxa' },
    borders: {
      top: none,
      bottom: none,
      left: none,
      right: none,
      insideHorizontal: none,
      insideVertical: none,
    },
    margins: { marginUnitType: 'dxa', left: 0, right: twips(6), top: 0, bottom: 0 },
  });
}
