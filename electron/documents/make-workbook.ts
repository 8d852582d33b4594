import writeExcelFile from 'write-excel-file/node';
import type { ResultsData } from './data.ts';
import { detailSheet, notesSheet, schemeSheet, summarySheet } from './workbook/sheets.ts';

/**
 * The results workbook (XLSX): 汇总, 明细, 评分办法, 说明. Text is written as string cells only, so nothing
 * in it can become a formula; scores are numbers with two places.
 */
export async function makeResultsWorkbook(data: ResultsData): Promise<Uint8Array> {
  const plans = [summarySheet(data), detailSheet(data), schemeSheet(data), notesSheet(data)];
  const sheets = plans.map((plan) => ({
    sheet: plan.name,
    data: plan.data,
    columns: plan.widths.map((width) => ({ width })),
    stickyRowsCount: plan.stickyRows,
    ...(plan.stickyColumns > 0 ? { stickyColumnsCount: plan.stickyColumns } : {}),
    orientation: 'landscape' as const,
  }));
  const bytes = await writeExcelFile(sheets, { fontFamily: '宋体', fontSize: 11 }).toBuffer();
  return new Uint8Array(bytes);
}
