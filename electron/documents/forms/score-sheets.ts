import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces';
import type { ScoreSheetData, ScoreSheetPage } from '../data.ts';
import { formWidth, paperDocument, quietColour } from '../layout/page.ts';
import { bandRuns } from '../layout/scheme.ts';
import { gridLayout, headCell } from '../layout/table.ts';
import { groupHex, heavy } from '../layout/text.ts';

type ScoredItem = ScoreSheetPage['categories'][number]['items'][number];

/** Pre-filled paper score sheets, a page for each member and dossier. */
export function scoreSheetsDefinition(data: ScoreSheetData): TDocumentDefinitions {
  const content = data.pages.map((page, index): Content => ({
    stack: sheet(data, page),
    ...(index === 0 ? {} : { pageBreak: 'before' }),
  }));
  return paperDocument(data, { kind: 'form', title: `${data.review}评分表` }, content);
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
      outlineText: page.enterprise,
    },
    identity(page),
    ...(page.state === 'recused' ? [recused()] : [scores(data, page), signature(), remarks(data)]),
  ];
}

function identity(page: ScoreSheetPage): Content {
  const label = (text: string): TableCell => ({
    text,
    font: 'sans',
    alignment: 'center',
    verticalAlignment: 'middle',
  });
  const value = (text: string, fontSize = 11): TableCell => ({ text, fontSize, verticalAlignment: 'middle' });
  const member = page.memberOrganisation === undefined ? '' : `（${page.memberOrganisation}）`;
  return {
    table: {
      widths: [52, '*', 42, 96],
      body: [
        [label('申报企业'), value(page.enterprise, 12), label('编号'), value(page.number)],
        [
          label('评审成员'),
          value(page.member + member),
          label('录入码'),
          { ...cellFont('sans'), text: page.code },
        ],
      ],
    },
    layout: gridLayout,
    fontSize: 10.5,
    lineHeight: 1.3,
    margin: [0, 4, 0, 8],
  };
}

function cellFont(font: string): { font: string; fontSize: number; verticalAlignment: 'middle' } {
  return { font, fontSize: 12, verticalAlignment: 'middle' };
}

function recused(): Content {
  return {
    text: '该成员对本企业回避，不评分。',
    font: 'sans',
    fontSize: 14,
    lineHeight: 1.5,
    alignment: 'center',
    margin: [0, 120, 0, 0],
  };
}

/** Text height shrinks with the number of items, so that a dossier stays on one page. */
function sizeFor(page: ScoreSheetPage): { fontSize: number; padding: number } {
  const lines = page.categories.flatMap((category) =>
    category.items.map((item) => {
      const text = [item.judged ?? '', ...(item.bands ?? [])].join('；');
      return Math.max(Math.ceil(item.name.length / 11), Math.ceil(text.length / 20), 1);
    }),
  );
  const total = lines.reduce((sum, count) => sum + count, 0);
  if (total <= 24) return { fontSize: 10, padding: 5 };
  if (total <= 36) return { fontSize: 9, padding: 3 };
  return { fontSize: 8, padding: 2 };
}

/** A category without items is scored itself. */
function categoryAsItem(category: { readonly name: string; readonly cap: string }): ScoredItem {
  return { name: category.name, cap: category.cap };
}

function scores(data: ScoreSheetData, page: ScoreSheetPage): Content {
  const { fontSize, padding } = sizeFor(page);
  const middle = { verticalAlignment: 'middle' as const };
  const centre = { ...middle, alignment: 'center' as const };
  const rows = page.categories.flatMap((category) => {
    const items = category.items.length > 0 ? category.items : [categoryAsItem(category)];
    return items.map((item, index): TableCell[] => [
      index === 0
        ? { text: `${category.name}\n（${category.cap}分）`, font: 'sans', rowSpan: items.length, ...centre }
        : '',
      { text: item.name, ...middle },
      { text: [item.judged === undefined ? '' : `${item.judged}。`, ...bandRuns(item)], ...middle },
      { text: item.cap, ...centre },
      { text: item.score ?? '', ...centre, fontSize: fontSize + 2 },
    ]);
  });
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
  const heads = ['评分类别', '评分项', '评审要点和分档', '满分', '得分'].map((title) => headCell(title));
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: [74, 108, '*', 28, 54],
      heights: (row) => (row === rows.length + 2 ? 44 : row === 0 ? 'auto' : fontSize * 1.3 + padding),
      body: [heads, ...rows, total, comment],
    },
    layout: { ...gridLayout, paddingTop: () => padding, paddingBottom: () => Math.max(1, padding - 2) },
    fontSize,
    lineHeight: 1.25,
  };
}

function signature(): Content {
  return {
    columns: [
      { width: formWidth * 0.55, text: '评审成员签名：' },
      { width: '*', text: '日期：　　　　年　　月　　日', alignment: 'right' },
    ],
    font: 'sans',
    fontSize: 11,
    lineHeight: 1.4,
    margin: [0, 16, 0, 10],
  };
}

function remarks(data: ScoreSheetData): Content {
  const lines = [
    '每项得分在0和满分之间，最多两位小数；不得留空，不能评分的应声明回避；给0分的须在评语中说明理由。',
    '涂改处由评审成员签名。本表封存后由两人分别录入并核对，原件扫描存档。',
    `${data.schemeTitle}，评分办法摘要：${groupHex(data.schemeHash.slice(0, 16))}…`,
  ];
  return { stack: lines, fontSize: 8, lineHeight: 1.45, color: quietColour };
}
