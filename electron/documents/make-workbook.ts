import writeExcelFile from 'write-excel-file/node';
import type { Cell, SheetData } from 'write-excel-file/node';
import type { ResultsData } from './data.ts';
import type { FormulaCell } from './workbook/cells.ts';
import { columnName } from './workbook/formulas.ts';
import { recountSheet } from './workbook/recount.ts';
import { detailSheet, notesSheet, schemeSheet, summarySheet } from './workbook/sheets.ts';

/**
 * The results workbook (XLSX): 汇总, 明细, 复算, 评分办法, 说明. Text is written as string cells only, so nothing
 * in it can become a formula; scores are numbers. Formulas show the published number until a program
 * recalculates them, which it is asked to do on opening.
 */
export async function makeResultsWorkbook(data: ResultsData): Promise<Uint8Array> {
  const plans = [
    summarySheet(data),
    detailSheet(data),
    recountSheet(data),
    schemeSheet(data),
    notesSheet(data),
  ];
  const cached = plans.map((plan) => cachedValues(plan.data));
  const sheets = plans.map((plan) => ({
    sheet: plan.name,
    data: plan.data,
    columns: plan.widths.map((width) => ({ width })),
    stickyRowsCount: plan.stickyRows,
    ...(plan.stickyColumns > 0 ? { stickyColumnsCount: plan.stickyColumns } : {}),
    orientation: 'landscape' as const,
  }));
  const features = [
    {
      files: {
        transform: {
          'xl/worksheets/sheet{id}.xml': {
            transform: (xml: string, _options: unknown, { sheetIndex }: { readonly sheetIndex: number }) =>
              withCached(xml, cached[sheetIndex] ?? new Map()),
          },
          'xl/workbook.xml': { insert: () => '<calcPr calcId="0" fullCalcOnLoad="1"/>' },
        },
      },
    },
  ];
  const bytes = await writeExcelFile(sheets, { fontFamily: '宋体', fontSize: 11, features }).toBuffer();
  return new Uint8Array(bytes);
}

/** What the formulas of a sheet show, by address. */
function cachedValues(data: SheetData): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  data.forEach((row, index) =>
    row.forEach((cell: Cell, column) => {
      if (typeof cell !== 'object' || cell === null || !('cached' in cell)) return;
      const { cached } = cell as FormulaCell;
      if (cached !== undefined) values.set(`${columnName(column)}${index + 1}`, cached);
    }),
  );
  return values;
}

/** Adds the shown value behind each formula: a number, a fraction worked out, or a word. */
function withCached(xml: string, cached: ReadonlyMap<string, string>): string {
  return xml.replaceAll(
    /<c r="([A-Z]+\d+)"([^>]*)><f>([^<]*)<\/f><\/c>/gu,
    (whole, address: string, attributes: string, formula: string) => {
      const value = cached.get(address);
      if (value === undefined) return whole;
      const [numerator = '', denominator = '1'] = value.split('/');
      const number = Number(numerator) / Number(denominator);
      return value === '' || Number.isNaN(number)
        ? `<c r="${address}"${attributes} t="str"><f>${formula}</f><v>${value}</v></c>`
        : `<c r="${address}"${attributes}><f>${formula}</f><v>${number}</v></c>`;
    },
  );
}
