import { describe, expect, it } from 'vitest';
import { sentences } from '../../shared/text/index.ts';
import type { ImportPlan, ImportProblem } from '../../shared/schema/import-preview.ts';
import { importPlan } from '../../shared/schema/import-preview.ts';
import type { Answers } from './applications.ts';
import { answers, applicationRows, codes, letterOf, preview, workbook } from './applications.ts';
import { textCellXml } from './raw-zip.ts';

async function previewOf(rows: readonly Answers[], raw: Answers = {}): Promise<ImportPlan> {
  return importPlan.parse(await preview(workbook(applicationRows(rows, { raw }))));
}

async function problemsOf(changed: Answers, raw: Answers = {}): Promise<readonly ImportProblem[]> {
  const { rows } = await previewOf([answers(changed)], raw);
  return rows.flatMap(({ problems }) => problems);
}

describe('a bad cell is named by sheet, row, column and reason, and its row is refused', () => {
  const bad: readonly (readonly [string, string, string, string])[] = [
    ['a wrong check digit', 'creditCode', '91110108551385082A', 'code-check-digit'],
    ['a code that is too short', 'creditCode', '9111010855138508', 'code-length'],
    ['a character that codes do not use', 'creditCode', '9111010855138*082Q', 'code-character'],
    ['a negative capital', 'registeredCapital', '-3000', 'money-negative'],
    ['a capital in dollars', 'registeredCapital', '500万美元', 'money-currency'],
    ['a capital in words', 'registeredCapital', '面议', 'money-not-understood'],
    ['a blank that is required', 'paidInCapital', '', 'field-required'],
    ['a day that does not exist', 'establishedOn', '2023-02-29', 'field-date-not-understood'],
    ['an answer outside the choices', 'registeredInCity', '大概', 'field-choice-unknown'],
    ['negative years', 'experienceYears', '-2', 'field-negative'],
    ['a number in words', 'experienceYears', '若干', 'field-not-a-number'],
    ['a name that turns the reading direction', 'name', '示例\u202e公司', 'field-control-character'],
    ['a name of 201 characters', 'name', '示'.repeat(201), 'field-too-long'],
  ];

  it.each(bad)('%s', async (_name, key, text, reason) => {
    const problems = await problemsOf({ [key]: text });
    expect(
      problems.map(({ sheet, row, column, key: at, reason: why }) => [sheet, row, column, at, why]),
    ).toEqual([['申报表', 2, letterOf(key), key, reason]]);
    expect(sentences['zh-CN']).toHaveProperty([reason]);
  });

  it('the check digit is told with its place and what it should be', async () => {
    const [problem] = await problemsOf({ creditCode: '91110108551385082A' });
    expect(problem?.values).toEqual({ place: 18, found: 'A', expected: 'Q' });
  });

  it('a formula is refused with its value shown, an error cell too', async () => {
    const raw = {
      registeredCapital: '<c r="REF"><f>1500*2</f><v>3000</v></c>',
      paidInCapital: '<c r="REF" t="e"><v>#N/A</v></c>',
    };
    const problems = await problemsOf({}, raw);
    expect(problems.map(({ key, reason, value }) => [key, reason, value])).toEqual([
      ['registeredCapital', 'field-formula', '3000'],
      ['paidInCapital', 'field-error-value', '#N/A'],
    ]);
  });

  it('relying on an investor without naming it is refused', async () => {
    const problems = await problemsOf({ sourcing: '投资方' });
    expect(problems.map(({ key, reason, values }) => [key, reason, values])).toEqual([
      ['investorName', 'field-investor-missing', { because: '车源整合能力：投资方' }],
      ['investorCode', 'field-investor-missing', { because: '车源整合能力：投资方' }],
    ]);
  });

  it('all rows that share a code inside the file are refused, each naming the other', async () => {
    const { rows, counts } = await previewOf([answers(), answers({ creditCode: codes[1] }), answers()]);
    expect(counts).toEqual({ new: 1, update: 0, same: 0, refused: 2 });
    expect(rows.map(({ problems }) => problems.map(({ reason, values }) => [reason, values]))).toEqual([
      [['duplicate-in-file', { rows: '申报表 4' }]],
      [],
      [['duplicate-in-file', { rows: '申报表 2' }]],
    ]);
  });
});

describe('a text that is understood in another form waits for a confirmation', () => {
  const understood: readonly (readonly [string, string, string | null])[] = [
    ['registeredCapital', '3000万元', '3000'],
    ['registeredCapital', '３，０００', '3000'],
    ['registeredCapital', '30000000元', '3000'],
    ['netAssets', '无', null],
    ['establishedOn', '2019年5月20日', '2019-05-20'],
    ['creditCode', '9111 0108 5513 8508 2q', '91110108551385082Q'],
    ['registeredInCity', '√', 'yes'],
    ['registeredCapital', '30000000', '30000000'],
  ];

  it.each(understood)('%s: %s', async (key, text, value) => {
    const { rows } = await previewOf([answers({ [key]: text })]);
    expect(rows.map(({ action }) => action)).toEqual(['new']);
    expect(rows[0]?.confirmations.map((entry) => [entry.key, entry.column, entry.text, entry.value])).toEqual(
      [[key, letterOf(key), text, value]],
    );
    expect(rows[0]?.fields[key]).toBe(value);
  });
});

describe('odd but honest files are read', () => {
  it('one cell at XFD1048576 is harmless and is noted', async () => {
    const far = `<row r="1048576">${textCellXml('XFD1048576', 'x')}</row>`;
    const { rows, notes } = await preview(workbook(applicationRows([answers()]) + far, 'A1:XFD1048576'));
    expect(rows.map(({ action }) => action)).toEqual(['new']);
    expect(notes.map(({ reason }) => reason)).toEqual(['note-cells-beyond']);
  });

  it('a title above the header, spaced headers and an unknown column do not matter', async () => {
    const title = `<row r="1">${textCellXml('A1', '某市申报汇总表')}</row>`;
    const table = applicationRows([answers()], { firstRow: 2 })
      .replace('*注册资本（万元）', '＊ 注册 资本 (万元)')
      .replace('净资产（万元）', '内部备注');
    const { rows, notes } = await preview(workbook(title + table));
    expect(rows.map(({ rowNumber, action }) => [rowNumber, action])).toEqual([[3, 'new']]);
    expect(notes).toEqual([{ sheet: '申报表', reason: 'note-unknown-columns', value: '内部备注' }]);
  });

  it('misread punctuation is repaired and numbers keep their digits', async () => {
    const raw = { netAssets: '<c r="REF"><v>2560.1000000000004</v></c>' };
    const { rows } = await previewOf([answers({ investmentPlan: '三年投入ꎬ分期到位ꎮ' })], raw);
    expect(rows[0]?.fields).toMatchObject({ investmentPlan: '三年投入，分期到位。', netAssets: '2560.1' });
  });
});

describe('importing again', () => {
  const stored = async () => {
    const { rows } = await previewOf([answers()]);
    return rows.map(({ fields }) => ({ creditCode: fields['creditCode'] ?? '', fields }));
  };

  it('says that nothing would change', async () => {
    const again = await preview(workbook(applicationRows([answers()])), await stored());
    expect(again.counts).toEqual({ new: 0, update: 0, same: 1, refused: 0 });
  });

  it('shows what would change for a code that the review already has', async () => {
    const rows = applicationRows([answers({ registeredCapital: '8000', contactPhone: '0351-1111111' })]);
    const again = await preview(workbook(rows), await stored());
    expect(again.rows.map(({ action, changes }) => [action, changes])).toEqual([
      [
        'update',
        [
          { key: 'registeredCapital', from: '5000', to: '8000' },
          { key: 'contactPhone', from: '0351-0000000', to: '0351-1111111' },
        ],
      ],
    ]);
  });

  it('leaves alone what the file has no column for', async () => {
    const known = (await stored()).map((dossier) => ({
      ...dossier,
      fields: { ...dossier.fields, districtOpinion: '同意上报' },
    }));
    const rows = applicationRows([answers()], { omit: ['districtOpinion'] });
    const again = await preview(workbook(rows), known);
    expect(again.counts.same).toBe(1);
    expect(again.rows[0]?.fields['districtOpinion']).toBe('同意上报');
  });
});
