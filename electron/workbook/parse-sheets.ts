import type { Buffer } from 'node:buffer';
import * as xlsx from '@e965/xlsx';
import type { CellObject, WorkSheet } from '@e965/xlsx';
import { WorkbookRefusal } from './workbook-content.ts';
import type { CellContent, RowContent, SheetContent } from './workbook-content.ts';
import type { WorkbookLimits } from './workbook-limits.ts';

/** In dense mode the rows of a sheet are sparse arrays of cells. */
type DenseRows = readonly (readonly (CellObject | undefined)[])[];

/** Excel keeps 15 significant digits; the rest of a stored double (0.30000000000000004) is noise. */
function numberText(value: number): string {
  return String(Number(value.toPrecision(15)));
}

function dayText(value: number, date1904: boolean): string {
  const day = xlsx.SSF.parse_date_code(value, { date1904 });
  if (!day) return numberText(value);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${day.y}-${two(day.m)}-${two(day.d)}`;
}

function cellText(cell: CellObject, date1904: boolean): string {
  if (typeof cell.v === 'number') {
    const isDate = typeof cell.z === 'string' && xlsx.SSF.is_date(cell.z);
    return isDate ? dayText(cell.v, date1904) : numberText(cell.v);
  }
  if (typeof cell.v === 'boolean') return cell.v ? '是' : '否';
  return typeof cell.v === 'string' ? cell.v : '';
}

function readCell(cell: CellObject, column: number, date1904: boolean): CellContent | null {
  if (cell.t === 'e') return { column, text: cell.w ?? '#', refused: 'error' };
  if (cell.f !== undefined) return { column, text: cell.w ?? cellText(cell, date1904), refused: 'formula' };
  const text = cellText(cell, date1904);
  return text.trim() === '' ? null : { column, text };
}

function readRows(data: DenseRows, date1904: boolean): readonly RowContent[] {
  const rows: RowContent[] = [];
  // forEach passes over the holes of a sparse array: a cell at XFD1048576 costs nothing.
  data.forEach((row, index) => {
    const cells: CellContent[] = [];
    row.forEach((cell, column) => {
      const content = cell ? readCell(cell, column, date1904) : null;
      if (content) cells.push(content);
    });
    if (cells.length > 0) rows.push({ number: index + 1, cells });
  });
  return rows;
}

function isDense(data: unknown): data is DenseRows {
  return Array.isArray(data);
}

function readSheet(name: string, sheet: WorkSheet, date1904: boolean): SheetContent {
  const data: unknown = sheet['!data'];
  const full: unknown = sheet['!fullref'];
  return {
    name,
    rows: isDense(data) ? readRows(data, date1904) : [],
    beyond: typeof full === 'string' && full !== sheet['!ref'] ? full : null,
  };
}

/** Reads the guarded bytes. Throws `WorkbookRefusal`, or what the library throws on a damaged file. */
export function parseSheets(packed: Buffer, limits: WorkbookLimits): readonly SheetContent[] {
  const book = xlsx.read(packed, {
    type: 'buffer',
    dense: true,
    // One for a header far down, one so that a row past the limit is noticed.
    sheetRows: limits.rows + 2,
    cellFormula: true,
    cellNF: true,
    cellHTML: false,
    cellText: true,
    bookVBA: false,
  });
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  const sheets = book.SheetNames.flatMap((name) => {
    const sheet = book.Sheets[name];
    return sheet ? [readSheet(name, sheet, date1904)] : [];
  });
  let cells = 0;
  for (const sheet of sheets) {
    if (sheet.rows.length > limits.rows) throw new WorkbookRefusal('too-large', 'rows');
    for (const row of sheet.rows) cells += row.cells.length;
  }
  if (cells > limits.cells) throw new WorkbookRefusal('too-large', 'cells', cells);
  return sheets;
}
