import { describe, expect, it } from 'vitest';
import { readWorkbook } from '../../electron/workbook/read-workbook.ts';
import { writeApplications, writeTemplate } from '../../electron/workbook/template.ts';
import { dossierFields } from '../../shared/domain/dossier-fields.ts';
import { parseField } from '../../shared/domain/parse-field.ts';
import { answers, codes, preview, workerFile } from './applications.ts';

describe('the application template', () => {
  it('has the sheets 申报表 and 填表说明, and a header that the import knows in full', async () => {
    const sheets = await readWorkbook(await writeTemplate(), { workerFile });
    expect(sheets.map(({ name }) => name)).toEqual(['申报表', '填表说明']);
    expect(sheets[0]?.rows[0]?.cells).toHaveLength(dossierFields.length + 1);
  });

  it('brings nothing in by itself: its only row is the example', async () => {
    await expect(preview(await writeTemplate())).rejects.toMatchObject({ problem: { code: 'file-empty' } });
  });

  it('gives every field an example that the field accepts, except the code, which belongs to nobody', () => {
    const wrong = dossierFields.filter((field) => !parseField(field, field.example).ok);
    expect(wrong.map(({ key }) => key)).toEqual(['creditCode']);
  });

  it('comes back as it was filled in, cell by cell', async () => {
    const filled = [answers(), answers({ creditCode: codes[1], name: '=1+1', investmentPlan: '一期\n二期' })];
    const { rows, notes } = await preview(await writeApplications(filled));
    expect(rows.map(({ action, problems, confirmations }) => [action, problems, confirmations])).toEqual([
      ['new', [], []],
      ['new', [], []],
    ]);
    expect(rows[1]?.fields).toMatchObject({ name: '=1+1', investmentPlan: '一期\n二期' });
    expect(notes).toEqual([]);
  });
});
