import { AppError } from '../../shared/api/problem.ts';
import { dossierFields, findDossierField } from '../../shared/domain/dossier-fields.ts';
import type { DossierFields } from '../../shared/domain/dossier-fields.ts';
import { flattenText } from '../../shared/domain/normalise-text.ts';
import type {
  ImportAction,
  ImportChange,
  ImportNote,
  ImportPlan,
  ImportProblem,
  ImportRow,
} from '../../shared/schema/import-preview.ts';
import { checkHeader, findHeader } from './match-header.ts';
import type { SheetHeader } from './match-header.ts';
import { crossProblems, problemAt, readRow, shorten } from './read-row.ts';
import type { ReadRow } from './read-row.ts';
import { applicationSheet, exampleMark, guideSheet } from './template-words.ts';
import type { RowContent, SheetContent } from './workbook-content.ts';

/** A dossier of the review as the store knows it. */
export interface KnownDossier {
  readonly creditCode: string;
  readonly fields: DossierFields;
}

interface PlacedRow {
  readonly header: SheetHeader;
  readonly read: ReadRow;
}

function isExample(header: SheetHeader, row: RowContent): boolean {
  const mark = row.cells.find(({ column }) => column === header.numberColumn);
  if (mark && flattenText(mark.text) === exampleMark) return true;
  const codeColumn = header.columns.find(({ field }) => field.key === 'creditCode')?.column;
  const code = row.cells.find(({ column }) => column === codeColumn);
  return code !== undefined && flattenText(code.text) === findDossierField('creditCode')?.example;
}

/** A row that holds nothing but its order number was prepared and never filled. */
function isFilled(header: SheetHeader, row: RowContent): boolean {
  return row.cells.some(({ column }) => header.columns.some((known) => known.column === column));
}

function readSheet(header: SheetHeader): readonly PlacedRow[] {
  return header.sheet.rows
    .filter((row) => row.number > header.row && isFilled(header, row) && !isExample(header, row))
    .map((row) => ({ header, read: readRow(header, row) }));
}

function findHeaders(sheets: readonly SheetContent[]): readonly SheetHeader[] {
  const headers = sheets
    .filter(({ name }) => name !== guideSheet)
    .flatMap((sheet) => findHeader(sheet) ?? []);
  if (headers.length > 0) return headers;
  const filled = sheets.filter(({ rows }) => rows.length > 0);
  const sheet = filled.find(({ name }) => name === applicationSheet) ?? filled[0];
  if (!sheet) throw new AppError('file-empty');
  return [{ sheet, row: 1, columns: [], numberColumn: null, unknown: [] }];
}

/** Rows of the file by credit code: more than one is ambiguous, so all of them are refused. */
function countCodes(rows: readonly PlacedRow[]): ReadonlyMap<string, readonly PlacedRow[]> {
  const byCode = new Map<string, PlacedRow[]>();
  for (const row of rows) {
    const code = row.read.given['creditCode'];
    if (!code) continue;
    const same = byCode.get(code);
    if (same) same.push(row);
    else byCode.set(code, [row]);
  }
  return byCode;
}

function duplicateProblem(row: PlacedRow, same: readonly PlacedRow[]): readonly ImportProblem[] {
  if (same.length < 2) return [];
  const others = same.filter((other) => other !== row).map(({ read }) => `${read.sheet} ${read.rowNumber}`);
  const code = row.read.given['creditCode'] ?? '';
  const values = { rows: others.join('、') };
  return [problemAt(row.header, row.read.rowNumber, 'creditCode', 'duplicate-in-file', code, values)];
}

/** A column that the file lacks leaves the known value; an empty cell of a present column empties it. */
function mergeFields(known: DossierFields | undefined, given: DossierFields): Record<string, string | null> {
  return Object.fromEntries(
    dossierFields.map(({ key }) => [key, (Object.hasOwn(given, key) ? given[key] : known?.[key]) ?? null]),
  );
}

function compare(known: DossierFields | undefined, merged: DossierFields): ImportChange[] {
  if (!known) return [];
  return dossierFields.flatMap(({ key }) => {
    const [from, to] = [known[key] ?? null, merged[key] ?? null];
    return from === to ? [] : [{ key, from, to }];
  });
}

function previewRow(row: PlacedRow, same: readonly PlacedRow[], known: DossierFields | undefined): ImportRow {
  const fields = mergeFields(known, row.read.given);
  const problems = [
    ...row.read.problems,
    ...duplicateProblem(row, same),
    ...crossProblems(row.header, row.read, fields),
  ];
  const changes = problems.length > 0 ? [] : compare(known, fields);
  const action: ImportAction =
    problems.length > 0 ? 'refused' : !known ? 'new' : changes.length > 0 ? 'update' : 'same';
  return {
    sheet: row.read.sheet,
    rowNumber: row.read.rowNumber,
    action,
    fields,
    changes,
    problems,
    confirmations: [...row.read.confirmations],
  };
}

function writeNotes(sheets: readonly SheetContent[], headers: readonly SheetHeader[]): ImportNote[] {
  return sheets.flatMap((sheet): ImportNote[] => {
    const header = headers.find((entry) => entry.sheet === sheet);
    const notes: ImportNote[] = [];
    if (!header && sheet.name !== guideSheet && sheet.rows.length > 0) {
      notes.push({ sheet: sheet.name, reason: 'note-other-sheet', value: '' });
    }
    if (header && header.unknown.length > 0) {
      notes.push({
        sheet: sheet.name,
        reason: 'note-unknown-columns',
        value: shorten(header.unknown.join('、')),
      });
    }
    if (sheet.beyond !== null) {
      notes.push({ sheet: sheet.name, reason: 'note-cells-beyond', value: sheet.beyond });
    }
    return notes;
  });
}

/**
 * What importing a workbook into a review would do, row by row; nothing is changed. Pure. Throws
 * `AppError` file-columns-missing (names every missing column) and file-empty (no row below the header).
 */
export function previewImport(
  sheets: readonly SheetContent[],
  dossiers: readonly KnownDossier[],
): ImportPlan {
  const headers = findHeaders(sheets);
  for (const header of headers) checkHeader(header);
  const placed = headers.flatMap(readSheet);
  if (placed.length === 0) throw new AppError('file-empty');
  const codes = countCodes(placed);
  const known: ReadonlyMap<string, DossierFields> = new Map(
    dossiers.map(({ creditCode, fields }) => [creditCode, fields]),
  );
  const rows = placed.map((row) => {
    const code = row.read.given['creditCode'] ?? '';
    return previewRow(row, codes.get(code) ?? [], known.get(code));
  });
  const counts = { new: 0, update: 0, same: 0, refused: 0 };
  for (const { action } of rows) counts[action] += 1;
  return { rows, notes: writeNotes(sheets, headers), counts };
}
