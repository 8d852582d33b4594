import { read } from '@e965/xlsx';
import type { WorkSheet } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { makeResultsWorkbook } from '../../electron/documents/make-workbook.ts';
import { results } from './sample-forms.ts';

async function sheetsOf(data: Parameters<typeof makeResultsWorkbook>[0]): Promise<Record<string, WorkSheet>> {
  return read(await makeResultsWorkbook(data), { cellNF: true }).Sheets;
}

/** Type and value of a cell, e.g. `n 92.39`, `s 回避`; `blank` where there is nothing. */
function cell(sheet: WorkSheet | undefined, address: string): string {
  const found = sheet?.[address] as { t: string; v?: unknown } | undefined;
  return found?.v === undefined || found.v === '' ? 'blank' : `${found.t} ${String(found.v)}`;
}

function formatOf(sheet: WorkSheet | undefined, address: string): string | undefined {
  const found = sheet?.[address] as { z?: string } | undefined;
  return found?.z;
}

describe('the results workbook', () => {
  test('has its five sheets, each marked 示例', async () => {
    const sheets = await sheetsOf(results(12));
    expect(Object.keys(sheets)).toEqual(['汇总', '明细', '复算', '评分办法', '说明']);
    expect(Object.values(sheets).every((sheet) => cell(sheet, 'A1').includes('示例'))).toBe(true);
  });

  test('a real review is not marked', async () => {
    const sheets = await sheetsOf({ ...results(1), title: '评审结果', sample: false });
    expect(cell(sheets['汇总'], 'A1')).toBe('s 评审结果');
  });

  test('holds ranks and scores as numbers with two places', async () => {
    const data = results(12);
    const { 汇总: sheet } = await sheetsOf(data);
    expect([cell(sheet, 'A3'), cell(sheet, 'C3'), cell(sheet, 'E3')]).toEqual([
      'n 1',
      `s ${data.summary[0]?.name}`,
      `n ${data.summary[0]?.score}`,
    ]);
    expect(formatOf(sheet, 'E3')).toBe('0.00');
    expect([cell(sheet, 'A14'), cell(sheet, 'E14')]).toEqual(['s —', 's —']);
  });

  test('holds every item score of every member, and words instead of zeros where there is none', async () => {
    const data = results(12);
    const { 明细: sheet } = await sheetsOf(data);
    const columns = 'EFGHIJKL';
    const read = data.details.map((_, row) =>
      [...columns].map((column) => cell(sheet, `${column}${row + 4}`)),
    );
    const wanted = data.details.map((detail) =>
      detail.scores.map((score) => (score === null ? 'blank' : `n ${String(Number(score))}`)),
    );
    expect(read).toEqual(wanted);
    const states = data.details.map((_, row) => cell(sheet, `D${row + 4}`));
    expect(states).toEqual(data.details.map(({ state }) => `s ${state}`));
    expect(new Set(states)).toEqual(new Set(['s 电子', 's 纸质', 's 回避', 's 缺席']));
  });

  test('keeps text that looks like a formula as text', async () => {
    const data = results(2);
    const summary = data.summary.map((row) => ({
      ...row,
      name: '=1+1',
      opinion: '@SUM(A1)',
      creditCode: '-1',
    }));
    const { 汇总: sheet } = await sheetsOf({ ...data, summary });
    expect([cell(sheet, 'C3'), cell(sheet, 'D3')]).toEqual(['s =1+1', 's -1']);
    expect(Object.values(sheet ?? {}).filter((entry) => (entry as { f?: string }).f !== undefined)).toEqual(
      [],
    );
  });

  test('survives characters that XML cannot hold', async () => {
    const data = results(1);
    const summary = data.summary.map((row) => ({ ...row, name: '示例\u0001甲\uD800<&>' }));
    const { 汇总: sheet } = await sheetsOf({ ...data, summary });
    expect(cell(sheet, 'C3')).toBe('s 示例□甲□<&>');
  });

  test('shows more places where a score has them and rare names whole', async () => {
    const data = results(2);
    const summary = data.summary.map((row) => ({ ...row, score: '87.125', name: '示例䶮𬭎㛃' }));
    const { 汇总: sheet } = await sheetsOf({ ...data, summary });
    expect([cell(sheet, 'E3'), cell(sheet, 'C3')]).toEqual(['n 87.125', 's 示例䶮𬭎㛃']);
    expect(formatOf(sheet, 'E3')).toBe('0.000');
  });
});
