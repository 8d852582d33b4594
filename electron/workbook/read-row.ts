import type { DossierFields } from '../../shared/domain/dossier-fields.ts';
import { checkDossierFields, parseField } from '../../shared/domain/parse-field.ts';
import type { ImportConfirmation, ImportProblem } from '../../shared/schema/import-preview.ts';
import type { HeaderColumn, SheetHeader } from './match-header.ts';
import { columnLetter } from './workbook-content.ts';
import type { CellContent, RowContent } from './workbook-content.ts';

/** Longest piece of a cell that a message repeats. */
const SHOWN_LENGTH = 80;

export interface ReadRow {
  readonly sheet: string;
  readonly rowNumber: number;
  /** Only the fields whose column is in the file; null where the cell is empty or unreadable. */
  readonly given: Readonly<Record<string, string | null>>;
  readonly problems: readonly ImportProblem[];
  readonly confirmations: readonly ImportConfirmation[];
}

interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column: string;
  readonly header: string;
  readonly key: string;
}

/** At most 80 characters of a text from the file. */
export function shorten(text: string): string {
  const signs = [...text];
  return signs.length > SHOWN_LENGTH ? `${signs.slice(0, SHOWN_LENGTH).join('')}…` : text;
}

function placeOf(header: SheetHeader, row: number, column: HeaderColumn): Place {
  return {
    sheet: header.sheet.name,
    row,
    column: columnLetter(column.column),
    header: column.header,
    key: column.field.key,
  };
}

/** A fact that is wrong across columns is shown at its own column, or at the header it would have. */
export function problemAt(
  header: SheetHeader,
  row: number,
  key: string,
  reason: string,
  value: string | null,
  values: Readonly<Record<string, string | number>>,
): ImportProblem {
  const column = header.columns.find(({ field }) => field.key === key);
  const place = column
    ? placeOf(header, row, column)
    : { sheet: header.sheet.name, row, column: '', header: key, key };
  return { ...place, reason, value: shorten(value ?? ''), values: { ...values } };
}

/** Reads one row cell by cell; every bad cell becomes a problem with its place. Pure. */
export function readRow(header: SheetHeader, row: RowContent): ReadRow {
  const cells: ReadonlyMap<number, CellContent> = new Map(row.cells.map((cell) => [cell.column, cell]));
  const given: Record<string, string | null> = {};
  const problems: ImportProblem[] = [];
  const confirmations: ImportConfirmation[] = [];
  for (const column of header.columns) {
    const { field } = column;
    const cell = cells.get(column.column);
    const text = cell?.text ?? '';
    const place = placeOf(header, row.number, column);
    given[field.key] = null;
    if (cell?.refused) {
      const reason = cell.refused === 'formula' ? 'field-formula' : 'field-error-value';
      problems.push({ ...place, reason, value: shorten(text), values: {} });
      continue;
    }
    const result = parseField(field, text);
    if (!result.ok) {
      problems.push({ ...place, reason: result.reason, value: shorten(text), values: { ...result.values } });
      continue;
    }
    given[field.key] = result.value;
    if (result.interpreted) confirmations.push({ ...place, text: shorten(text.trim()), value: result.value });
  }
  return { sheet: header.sheet.name, rowNumber: row.number, given, problems, confirmations };
}

/** Problems that only the merged dossier shows; cells that already have a problem are not named twice. */
export function crossProblems(
  header: SheetHeader,
  row: ReadRow,
  merged: DossierFields,
): readonly ImportProblem[] {
  const named = new Set(row.problems.map(({ key }) => key));
  return checkDossierFields(merged)
    .filter(({ key }) => !named.has(key))
    .map(({ key, reason, values }) => problemAt(header, row.rowNumber, key, reason, null, values));
}
