/** One cell as read: the text a person would see as a value, and what makes it unusable. */
export interface CellContent {
  /** Zero-based column. */
  readonly column: number;
  readonly text: string;
  /** Set for cells that hold no plain value: the result of a formula, or #N/A and the like. */
  readonly refused?: 'formula' | 'error' | undefined;
}

export interface RowContent {
  /** As in Excel, from 1. */
  readonly number: number;
  readonly cells: readonly CellContent[];
}

export interface SheetContent {
  readonly name: string;
  readonly rows: readonly RowContent[];
  /** The sheet's declared range where it reaches past the rows that were read, e.g. A1:XFD1048576. */
  readonly beyond: string | null;
}

/** Why a file is no readable workbook; `workbook-…` are keys of `shared/text`. */
export type WorkbookFault =
  | 'empty'
  | 'encrypted'
  | 'too-large'
  | 'workbook-not-zip'
  | 'workbook-old-xls'
  | 'workbook-other-office'
  | 'workbook-macros'
  | 'workbook-damaged';

/** Which limit of `WorkbookLimits` was passed. */
export type PassedLimit =
  'fileBytes' | 'entries' | 'inflatedBytes' | 'ratio' | 'cells' | 'rows' | 'timeMs' | 'memoryMegabytes';

/** What the worker hands back: plain data only, an error object would lose its fields. */
export type WorkbookReading =
  | { readonly ok: true; readonly sheets: readonly SheetContent[] }
  | {
      readonly ok: false;
      readonly fault: WorkbookFault;
      readonly limit?: PassedLimit | undefined;
      /** The number found, where counting went to the end. */
      readonly found?: number | undefined;
    };

/** Thrown inside the worker only. */
export class WorkbookRefusal extends Error {
  readonly fault: WorkbookFault;
  readonly limit: PassedLimit | undefined;
  readonly found: number | undefined;
  constructor(fault: WorkbookFault, limit?: PassedLimit, found?: number) {
    super(limit === undefined ? fault : `${fault} ${limit}`);
    this.name = 'WorkbookRefusal';
    this.fault = fault;
    this.limit = limit;
    this.found = found;
  }
}

/** 0 → A, 25 → Z, 26 → AA: the letters Excel shows above a column. */
export function columnLetter(column: number): string {
  const rest = Math.floor(column / 26);
  const letter = String.fromCodePoint(65 + (column % 26));
  return rest === 0 ? letter : `${columnLetter(rest - 1)}${letter}`;
}
