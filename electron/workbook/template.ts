import type { Buffer } from 'node:buffer';
import writeWorkbook from 'write-excel-file/node';
import type { Cell, SheetData } from 'write-excel-file/node';
import { dossierFields } from '../../shared/domain/dossier-fields.ts';
import type { DossierField, DossierFields } from '../../shared/domain/dossier-fields.ts';
import { applicationSheet, exampleMark, guideSheet, numberHeader, templateHeader } from './template-words.ts';

const HEADER_COLOUR = '#E6EEF8';
const EXAMPLE_COLOUR = '#8C8C8C';

/** Column widths in characters of the sheet 申报表, by kind of field. */
function columnWidth(field: DossierField): number {
  if (field.kind === 'long-text') return 36;
  if (field.key === 'name' || field.key === 'registeredAddress') return 30;
  return field.kind === 'code' ? 24 : 18;
}

function headerCell(text: string): Cell {
  return {
    value: text,
    type: String,
    fontWeight: 'bold',
    backgroundColor: HEADER_COLOUR,
    wrap: true,
    alignVertical: 'center',
  };
}

function textCell(text: string): Cell {
  // A string cell with the text format: codes keep their zeros and "=1+1" stays text.
  return { value: text, type: String, format: '@', wrap: true, alignVertical: 'top' };
}

function exampleRow(): Cell[] {
  const grey = (value: string): Cell => ({ value, type: String, textColor: EXAMPLE_COLOUR, wrap: true });
  return [grey(exampleMark), ...dossierFields.map((field) => grey(field.example))];
}

function guideRows(): SheetData {
  const lines = [
    `一、每家企业一行；带 * 的列必填。第一列为“${exampleMark}”的行不导入，可保留可删除。`,
    '二、金额以万元为单位，只填数字；日期如 2019-05-20；单元格中不要使用公式。',
    '三、以企业投资方的条件申报的，须填写投资方名称及其统一社会信用代码。',
    '四、再次导入时按统一社会信用代码更新原有档案，导入前显示将改动的内容。',
  ];
  return [
    ...lines.map((line): Cell[] => [{ value: line, type: String, columnSpan: 4 }]),
    [],
    ['列名', '是否必填', '填写方法', '示例'].map(headerCell),
    ...dossierFields.map((field) =>
      [templateHeader(field), field.required ? '必填' : '选填', field.hint.zh, field.example].map(textCell),
    ),
  ];
}

async function writeSheets(rows: SheetData): Promise<Buffer> {
  const header = [numberHeader, ...dossierFields.map(templateHeader)].map(headerCell);
  return writeWorkbook(
    [
      {
        sheet: applicationSheet,
        data: [header, ...rows],
        columns: [{ width: 8 }, ...dossierFields.map((field) => ({ width: columnWidth(field) }))],
        stickyRowsCount: 1,
        orientation: 'landscape',
      },
      {
        sheet: guideSheet,
        data: guideRows(),
        columns: [{ width: 32 }, { width: 10 }, { width: 44 }, { width: 30 }],
      },
    ],
    { fontFamily: '宋体', fontSize: 11 },
  ).toBuffer();
}

/** The application template (申报表模板): header, one grey example row that the import passes over, guide. */
export function writeTemplate(): Promise<Buffer> {
  return writeSheets([exampleRow()]);
}

/** A filled application workbook with the cell texts as given, one dossier a row, in the order given. */
export function writeApplications(dossiers: readonly DossierFields[]): Promise<Buffer> {
  return writeSheets(
    dossiers.map((fields, index) => [
      textCell(String(index + 1)),
      ...dossierFields.map(({ key }) => textCell(fields[key] ?? '')),
    ]),
  );
}
