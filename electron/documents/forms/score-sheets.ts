import type { Content, ContentTable, Margins, TableCell } from 'pdfmake/interfaces';
import type { ScoreSheetData, ScoreSheetPage } from '../data.ts';
import type { Paper } from '../layout/page.ts';
import { quietColour } from '../layout/page.ts';
import { bandRuns } from '../layout/scheme.ts';
import { sheetWidths, sizeFor } from './score-sheet-size.ts';
import type { SheetSize } from './score-sheet-size.ts';
import { gridLayout, headCell } from '../layout/table.ts';
import { groupHex, heavy } from '../layout/text.ts';

type Category = ScoreSheetPage['categories'][number];
type ScoredItem = Category['items'][number];

const middle = { verticalAlignment: 'middle' as const };
const identity = { ...middle, fontSize: 11.5, lineHeight: 1.25 };
const centre = { ...middle, alignment: 'center' as const };

/** Pre-filled paper score sheets, a page for each member and dossier. */
export function scoreSheetsPaper(data: ScoreSheetData): Paper {
  const content = data.pages.map((page, index): Content => ({
    stack: sheet(data, page),
    ...(index === 0 ? {} : { pageBreak: 'before' }),
  }));
  return { frame: data, setting: { kind: 'form', title: `${data.review}评分表` }, content };
}

function sheet(data: ScoreSheetData, page: ScoreSheetPage): Content[] {
  return [
    { text: data.review, fontSize: 11, lineHeight: 1.4, alignment: 'center' },
    {
      text: heavy('评　分　表'),
      fontSize: 20,
      lineHeight: 1.5,
      alignment: 'center',
      outline: true,
      outlineText: [page.member, page.enterprise].filter((name) => name !== '').join('：') || page.code,
    },
    ...(page.state === 'recused' || page.state === 'absent'
      ? [{ ...tableOf(identityRows(page), 0), margin: [0, 4, 0, 0] as Margins }, notScored(page.state)]
      : [scores(data, page), remarks(data, page)]),
  ];
}

/** Who scores whom; the rows repeat where a dossier needs a second page. */
function identityRows(page: ScoreSheetPage): TableCell[][] {
  const member = page.memberOrganisation === undefined ? '' : `（${page.memberOrganisation}）`;
  return [
    [label('申报企业'), { text: page.enterprise, colSpan: 4, ...identity }, '', '', ''],
    [label('评审成员'), { text: page.member + member, colSpan: 4, ...identity }, '', '', ''],
    [
      label('录入码'),
      {
        text: page.code + (page.remark === undefined ? '' : `（${page.remark}）`),
        font: 'sans',
        colSpan: 2,
        ...identity,
      },
      '',
      label('编号'),
      { text: page.number, alignment: 'center', ...identity },
    ],
  ];
}

function label(text: string): TableCell {
  return { text, font: 'sans', fontSize: 10, lineHeight: 1.25, ...centre };
}

function tableOf(body: TableCell[][], headerRows: number): ContentTable {
  const { category, item, cap, score } = sheetWidths;
  return {
    table: { headerRows, dontBreakRows: true, widths: [category, item, '*', cap, score], body },
    layout: gridLayout,
  };
}

function notScored(state: 'recused' | 'absent'): Content {
  return {
    text: state === 'recused' ? '该成员对本企业回避，不评分。' : '该成员缺席，未对本企业评分。',
    font: 'sans',
    fontSize: 14,
    lineHeight: 1.5,
    alignment: 'center',
    margin: [0, 120, 0, 0],
  };
}

/** A category without items is scored itself. */
function categoryAsItem(category: { readonly name: string; readonly cap: string }): ScoredItem {
  return { name: category.name, cap: category.cap };
}

function scores(data: ScoreSheetData, page: ScoreSheetPage): Content {
  const size = sizeFor(page);
  const { fontSize } = size;
  const heads = ['评分类别', '评分项', '评审要点和分档', '满分', '得分'].map((title) => headCell(title));
  const total: TableCell[] = [
    { text: '合　计', font: 'sans', colSpan: 3, ...centre },
    '',
    '',
    { text: data.full, ...centre },
    { text: page.total ?? '', ...centre, fontSize: fontSize + 2 },
  ];
  const comment: TableCell[] = [
    { text: '评语', font: 'sans', ...centre },
    { text: page.comment ?? '', colSpan: 4, lineHeight: 1.4 },
    '',
    '',
    '',
  ];
  const head = [...identityRows(page), heads];
  const rows = page.categories.flatMap((category) => categoryRows(category, size));
  const table = tableOf([...head, ...rows, total, comment, signatureRow()], head.length);
  const last = head.length + rows.length + 1;
  const heights = (row: number): number | 'auto' =>
    row < head.length ? 'auto' : row === last ? 44 : row === last - 1 ? 18 : fontSize * 1.3;
  return {
    ...table,
    table: { ...table.table, heights },
    layout: {
      ...gridLayout,
      paddingTop: (row) => (row < 3 ? 4 : size.top),
      paddingBottom: (row) => (row < 3 ? 2.5 : size.bottom),
    },
    fontSize,
    lineHeight: 1.25,
    margin: [0, 4, 0, 0],
  };
}

function categoryRows(category: Category, size: SheetSize): TableCell[][] {
  const items = category.items.length > 0 ? category.items : [categoryAsItem(category)];
  const name = `${category.name}${size.onePage ? '\n' : ''}（${category.cap}分）`;
  const own: TableCell[] = [{ text: name, font: 'sans', colSpan: 5, ...middle }, '', '', '', ''];
  const rows = items.map((item, index): TableCell[] => [
    size.onePage && index === 0 ? { text: name, font: 'sans', rowSpan: items.length, ...centre } : '',
    { text: item.name, ...middle },
    { text: [item.judged === undefined ? '' : `${item.judged}。`, ...bandRuns(item)], ...middle },
    { text: item.cap, ...centre },
    { text: item.score ?? '', ...centre, fontSize: size.fontSize + 2 },
  ]);
  return size.onePage ? rows : [own, ...rows];
}

/** In the table, so that the name above always stands on the page that is signed. */
function signatureRow(): TableCell[] {
  const columns = [
    { width: '*', text: '评审成员签名：' },
    { width: 170, text: '日期：　　　　年　　月　　日', alignment: 'right' as const },
  ];
  return [{ columns, colSpan: 5, font: 'sans', fontSize: 10.5, margin: [0, 10, 0, 4] }, '', '', '', ''];
}

function remarks(data: ScoreSheetData, page: ScoreSheetPage): Content {
  const filled = '本表由程序按封存的评分打印，供评审成员核对签名；评分以封存的评分表为准。';
  const lines = [
    ...(page.state === 'filled'
      ? [filled]
      : [...(page.state === 'open' ? [openWords] : []), ...fillingWords]),
    `${data.schemeTitle}，评分办法摘要：${groupHex(data.schemeHash.slice(0, 16))}…`,
  ];
  return { stack: lines, margin: [0, 6, 0, 0], fontSize: 8, lineHeight: 1.45, color: quietColour };
}

const openWords = '空白表：申报企业、评审成员由填表人写明；录入码中的两处空格依次填成员序号和企业编号。';
const fillingWords = [
  '每项得分在0和满分之间，最多两位小数；不得留空，不能评分的应声明回避；给0分的须在评语中说明理由。',
  '涂改处由评审成员签名。本表封存后由两人分别录入并核对，原件扫描存档。',
];
