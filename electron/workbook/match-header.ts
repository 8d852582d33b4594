import { AppError } from '../../shared/api/problem.ts';
import { dossierFields } from '../../shared/domain/dossier-fields.ts';
import type { DossierField } from '../../shared/domain/dossier-fields.ts';
import { flattenText } from '../../shared/domain/normalise-text.ts';
import { numberHeader } from './template-words.ts';
import { columnLetter } from './workbook-content.ts';
import type { RowContent, SheetContent } from './workbook-content.ts';

/** A title and a remark may stand above the header. */
const HEADER_SEARCH_ROWS = 10;
/** Fewer known headers in a row are a coincidence. */
const HEADER_LEAST_MATCHES = 3;

export interface HeaderColumn {
  readonly field: DossierField;
  readonly column: number;
  readonly header: string;
}

export interface SheetHeader {
  readonly sheet: SheetContent;
  readonly row: number;
  readonly columns: readonly HeaderColumn[];
  /** The column 序号, where there is one. */
  readonly numberColumn: number | null;
  /** Headers that name no field: left out of the import. */
  readonly unknown: readonly string[];
}

/** "＊ 注册资本 (万元)" → "注册资本": marks, spaces, width and a unit in brackets don't matter. */
function plainHeader(text: string): string {
  return flattenText(text)
    .replace(/^[*·]+|[*:]+$/gu, '')
    .replace(/[([][^()[\]]*[)\]]$/u, '')
    .replace(/[*:]+$/gu, '')
    .toLowerCase();
}

const fieldByHeader: ReadonlyMap<string, DossierField> = new Map(
  dossierFields.flatMap((field) =>
    [field.label.zh, field.label.en, ...(field.aliases ?? [])].map(
      (name) => [plainHeader(name), field] as const,
    ),
  ),
);

function matchRow(sheet: SheetContent, row: RowContent): SheetHeader {
  const columns: HeaderColumn[] = [];
  const unknown: string[] = [];
  let numberColumn: number | null = null;
  for (const { column, text } of row.cells) {
    const header = text.trim();
    const field = fieldByHeader.get(plainHeader(header));
    if (field) columns.push({ field, column, header });
    else if (plainHeader(header) === numberHeader) numberColumn = column;
    else unknown.push(header);
  }
  return { sheet, row: row.number, columns, numberColumn, unknown };
}

/** The header of a sheet: the row with the most known names among the first ten, or null. */
export function findHeader(sheet: SheetContent): SheetHeader | null {
  let best: SheetHeader | null = null;
  for (const row of sheet.rows.slice(0, HEADER_SEARCH_ROWS)) {
    const header = matchRow(sheet, row);
    if (header.columns.length > (best?.columns.length ?? HEADER_LEAST_MATCHES - 1)) best = header;
  }
  return best;
}

/**
 * Refuses a header that lacks required columns, naming all of them, or that names one field twice.
 * Throws `AppError` file-columns-missing.
 */
export function checkHeader(header: SheetHeader): void {
  const present = new Set(header.columns.map(({ field }) => field.key));
  const missing = dossierFields.filter((field) => field.required && !present.has(field.key));
  const twice = header.columns.filter(
    ({ field }, index) => header.columns.findIndex((other) => other.field === field) < index,
  );
  const places = [
    ...missing.map((field) => ({
      path: header.sheet.name,
      reason: 'column-missing',
      values: { column: field.label.zh },
    })),
    ...twice.map(({ field, column }) => ({
      path: `${header.sheet.name}!${columnLetter(column)}${header.row}`,
      reason: 'column-twice',
      values: { column: field.label.zh },
    })),
  ];
  if (places.length === 0) return;
  const columns = [...missing, ...twice.map(({ field }) => field)].map(({ label }) => label.zh).join('、');
  throw new AppError('file-columns-missing', { sheet: header.sheet.name, columns }, places);
}
