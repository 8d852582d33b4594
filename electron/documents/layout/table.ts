import type { Content, CustomTableLayout, TableCell } from 'pdfmake/interfaces';

/** Width of an inner rule in points; a column's width includes one. */
const ruleWidth = 0.45;

/** Thin full grid with a slightly stronger frame, as official tables are drawn. */
export const gridLayout: CustomTableLayout = {
  hLineWidth: (index, node) => (index === 0 || index === node.table.body.length ? 0.9 : ruleWidth),
  vLineWidth: (index, node) => (index === 0 || index === node.table.body[0]?.length ? 0.9 : ruleWidth),
  hLineColor: () => '#262626',
  vLineColor: () => '#262626',
  paddingLeft: () => 4,
  paddingRight: () => 4,
  // Leading sits below the characters, so the top needs more room to look even.
  paddingTop: () => 4,
  paddingBottom: () => 2.5,
};

export interface Column {
  readonly title: string;
  /** Points, `*` for the rest. */
  readonly width: number | '*';
  readonly align?: 'left' | 'center' | 'right';
  /** Default centre. */
  readonly titleAlign?: 'left' | 'center';
}

interface GridOptions {
  readonly fontSize?: number;
  readonly lineHeight?: number;
  /** Least height of a body row in points. */
  readonly rowHeight?: number;
  readonly unbreakable?: boolean;
  readonly margin?: [number, number, number, number];
  /** Left and right, in points. */
  readonly padding?: number;
  /** Less room above and below the text. */
  readonly tight?: boolean;
  /** Colour behind the header. */
  readonly headFill?: string;
}

/** Rows of text under a header that repeats on every page. A row may also be ready-made cells. */
export function grid(
  columns: readonly Column[],
  rows: readonly (readonly (string | TableCell)[])[],
  options: GridOptions = {},
): Content {
  const header = columns.map((column) => headCell(column.title, column.titleAlign, options.headFill));
  const body = rows.map((row) =>
    row.map((cell, index): TableCell =>
      typeof cell === 'string'
        ? { text: cell, alignment: columns[index]?.align ?? 'left', verticalAlignment: 'middle' }
        : cell,
    ),
  );
  const padding = options.padding ?? 4;
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      keepWithHeaderRows: Math.min(2, rows.length),
      widths: columns.map((column) =>
        column.width === '*' ? '*' : column.width - 2 * (options.padding ?? 4),
      ),
      heights: (row) => (row === 0 ? 'auto' : (options.rowHeight ?? 'auto')),
      body: [header, ...body],
    },
    layout: {
      ...gridLayout,
      paddingLeft: () => padding,
      paddingRight: () => padding,
      ...(options.tight === true ? { paddingTop: () => 3, paddingBottom: () => 1.2 } : {}),
    },
    fontSize: options.fontSize ?? 10.5,
    lineHeight: options.lineHeight ?? 1.3,
    unbreakable: options.unbreakable ?? false,
    margin: options.margin ?? [0, 4, 0, 10],
  };
}

/** A cell of a header, in 黑体. */
export function headCell(text: string, alignment: 'left' | 'center' = 'center', fill?: string): TableCell {
  const colour = fill === undefined ? {} : { fillColor: fill };
  return { ...colour, text, font: 'sans', alignment, verticalAlignment: 'middle' };
}
