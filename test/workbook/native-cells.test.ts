import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import writeWorkbook from 'write-excel-file/node';
import type { Cell } from 'write-excel-file/node';
import { templateHeader } from '../../electron/workbook/template-words.ts';
import { writeApplications } from '../../electron/workbook/template.ts';
import { WorkbookRefusal, columnLetter } from '../../electron/workbook/workbook-content.ts';
import { dossierFields } from '../../shared/domain/dossier-fields.ts';
import { answers, preview, readDirectly } from './applications.ts';

describe('cells as a spreadsheet stores them, not as text', () => {
  it('dates, numbers and booleans become canonical values without a confirmation', async () => {
    const native: Readonly<Record<string, Cell>> = {
      establishedOn: { value: new Date(Date.UTC(2019, 4, 20)), type: Date, format: 'yyyy"年"m"月"d"日"' },
      registeredCapital: { value: 5000.5, type: Number, format: '#,##0.0' },
      paidInCapital: { value: 0.1 + 0.2, type: Number },
      registeredInCity: { value: true, type: Boolean },
    };
    const header = dossierFields.map((field): Cell => ({ value: templateHeader(field), type: String }));
    const row = dossierFields.map(
      ({ key }): Cell => native[key] ?? { value: answers()[key] ?? '', type: String },
    );
    const { rows } = await preview(await writeWorkbook([header, row]).toBuffer());
    expect(rows[0]?.confirmations).toEqual([]);
    expect(rows[0]?.fields).toMatchObject({
      establishedOn: '2019-05-20',
      registeredCapital: '5000.5',
      paidInCapital: '0.3',
      registeredInCity: 'yes',
    });
  });

  it('columns have the letters that a spreadsheet shows', () => {
    expect([0, 25, 26, 701, 702, 16_383].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD']);
  });
});

/** As the worker does it, in this process: every outcome is one of three words. */
async function outcomeOf(bytes: Buffer): Promise<string> {
  try {
    const sheets = await readDirectly(bytes);
    return `read ${sheets.length}`;
  } catch (error) {
    if (error instanceof WorkbookRefusal) return `refused ${error.message}`;
    return error instanceof Error ? `unreadable ${error.message}` : 'thrown';
  }
}

describe('damaged copies of a good workbook', () => {
  it('are read or refused, and never end in anything else', async () => {
    const good = await writeApplications([answers()]);
    const damage = fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(damage, fc.nat(good.length), async (bytes, cut) => {
        const copy = Buffer.from(good);
        for (const [at, value] of bytes) copy[at] = value;
        const kept = cut % 5 === 0 ? copy.subarray(0, cut) : copy;
        const outcome = await outcomeOf(kept);
        expect(outcome).toMatch(kept.length < good.length ? /^refused/u : /^(read|refused|unreadable)/u);
      }),
      { numRuns: 300, seed: 20_260_318 },
    );
  });
});
