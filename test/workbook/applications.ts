import type { Buffer } from 'node:buffer';
import { dossierFields } from '../../shared/domain/dossier-fields.ts';
import { previewImport } from '../../electron/workbook/import-preview.ts';
import type { KnownDossier } from '../../electron/workbook/import-preview.ts';
import { readWorkbook } from '../../electron/workbook/read-workbook.ts';
import { templateHeader } from '../../electron/workbook/template-words.ts';
import { guardArchive } from '../../electron/workbook/guard-archive.ts';
import { packStored } from '../../electron/workbook/pack-stored.ts';
import { parseSheets } from '../../electron/workbook/parse-sheets.ts';
import { columnLetter } from '../../electron/workbook/workbook-content.ts';
import type { SheetContent } from '../../electron/workbook/workbook-content.ts';
import { workbookLimits } from '../../electron/workbook/workbook-limits.ts';
import type { ImportPlan } from '../../shared/schema/import-preview.ts';
import { rawZip, textCellXml, workbookParts } from './raw-zip.ts';

export const workerFile = new URL('../../electron/workbook/workbook-worker.ts', import.meta.url);

/** Public, valid codes (GB 32100). */
export const codes = ['91110108551385082Q', '9144030071526726XG', '91330100799655058B'] as const;

export type Answers = Readonly<Record<string, string>>;

const good: Answers = {
  ...Object.fromEntries(
    dossierFields.filter(({ required }) => required).map((field) => [field.key, field.example]),
  ),
  name: '示例晋通汽车出口有限公司',
  creditCode: codes[0],
};

/** A row that imports without a problem, with the given cells changed. */
export function answers(changed: Answers = {}): Answers {
  return { ...good, ...changed };
}

function rowXml(number: number, cells: readonly string[]): string {
  return `<row r="${number}">${cells.join('')}</row>`;
}

/** The header row and the rows as sheet XML; a key in `raw` replaces the cell by its own XML. */
export function applicationRows(
  rows: readonly Answers[],
  options: { readonly omit?: readonly string[]; readonly raw?: Answers; readonly firstRow?: number } = {},
): string {
  const fields = dossierFields.filter(({ key }) => !options.omit?.includes(key));
  const first = options.firstRow ?? 1;
  const header = fields.map((field, index) =>
    textCellXml(`${columnLetter(index)}${first}`, templateHeader(field)),
  );
  const body = rows.map((row, rowIndex) => {
    const number = rowIndex + first + 1;
    const cells = fields.flatMap(({ key }, index) => {
      const reference = `${columnLetter(index)}${number}`;
      const raw = options.raw?.[key];
      if (raw !== undefined) return [raw.replace('REF', reference)];
      const text = row[key];
      return text === undefined || text === '' ? [] : [textCellXml(reference, text)];
    });
    return rowXml(number, cells);
  });
  return [rowXml(first, header), ...body].join('');
}

export function workbook(rows: string, dimension?: string): Buffer {
  return rawZip(workbookParts(rows, dimension));
}

/** The same guard and parser as the worker's, without the start of a worker for every bad cell. */
export async function readDirectly(bytes: Buffer): Promise<readonly SheetContent[]> {
  return parseSheets(packStored(await guardArchive(bytes, workbookLimits)), workbookLimits);
}

export async function preview(bytes: Buffer, known: readonly KnownDossier[] = []): Promise<ImportPlan> {
  return previewImport(await readDirectly(bytes), known);
}

export async function previewByWorker(bytes: Buffer): Promise<ImportPlan> {
  return previewImport(await readWorkbook(bytes, { workerFile }), []);
}

/** The letter of a field's column in `applicationRows` without omissions. */
export function letterOf(key: string): string {
  return columnLetter(dossierFields.findIndex((field) => field.key === key));
}
