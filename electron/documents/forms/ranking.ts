import type { Content } from 'pdfmake/interfaces';
import type { RankingData } from '../data.ts';
import type { Paper } from '../layout/page.ts';
import { formWidth, mm, quietColour } from '../layout/page.ts';
import { grid } from '../layout/table.ts';
import { heavy } from '../layout/text.ts';

/** Room for the table between title and signatures, in points. */
const room = mm(297 - 22 - 20) - 150;
const sizes = [11, 10, 9, 8, 7, 6.5, 6, 5.5];
const gap = 12;
/** Widths of the columns but the name's, alone on the page and side by side. */
const wideOthers = 40 + 56 + 54 + 56 + 104;
const narrowOthers = 28 + 38 + 40;

/** Height of a table with text of this size; a name may need several lines. */
function tableHeight(rows: RankingData['rows'], size: number, nameWidth: number): number {
  const lines = rows.map(({ name }) => Math.ceil(((name.length + 0.5) * size) / (nameWidth - 8)));
  return [1, ...lines].reduce((sum, count) => sum + count * size * 1.25 + 4.7, 0);
}

/** The largest size with which every table fits; undefined when none does. */
function fittingSize(tables: readonly RankingData['rows'][], nameWidth: number): number | undefined {
  return sizes.find((size) => tables.every((rows) => tableHeight(rows, size, nameWidth) <= room));
}

/** 评审结果排名表 on one page: smaller letters for more enterprises, then two tables side by side. */
export function rankingPaper(data: RankingData): Paper {
  const single = fittingSize([data.rows], formWidth - wideOthers);
  const half = Math.ceil(data.rows.length / 2);
  const halves = [data.rows.slice(0, half), data.rows.slice(half)];
  const width = (formWidth - gap) / 2;
  const double = fittingSize(halves, width - narrowOthers) ?? sizes.at(-1) ?? 5.5;
  const tables: Content =
    single !== undefined && single >= 8
      ? rankingTable(data.rows, single, true)
      : {
          columns: halves.map((rows) => ({ width, stack: [rankingTable(rows, double, false)] })),
          columnGap: gap,
        };
  const content: Content[] = [
    {
      text: heavy(data.title),
      fontSize: 18,
      lineHeight: 1.5,
      alignment: 'center',
      margin: [0, 0, 0, 4],
      outline: true,
    },
    tables,
    { text: data.rule, fontSize: 8.5, lineHeight: 1.35, color: quietColour },
    {
      columns: [...data.signers.map((label) => `${label}：`), '日期：　　　年　月　日'].map((text) => ({
        width: '*' as const,
        text,
      })),
      font: 'sans',
      fontSize: 10,
      lineHeight: 1.3,
      margin: [0, 16, 0, 0],
    },
  ];
  return { frame: data, setting: { kind: 'form', title: data.title }, content };
}

function rankingTable(rows: RankingData['rows'], fontSize: number, wide: boolean): Content {
  const cells = rows.map((row) => [
    row.rank,
    row.name,
    row.score,
    ...(wide ? [row.members] : []),
    row.conclusion,
    ...(wide ? [row.remark] : []),
  ]);
  return grid(
    [
      { title: '名次', width: wide ? 40 : 28, align: 'center' },
      { title: '企业名称', width: '*' },
      { title: '得分', width: wide ? 56 : 38, align: 'right' },
      ...(wide ? [{ title: '有效评分', width: 54, align: 'center' as const }] : []),
      { title: '结论', width: wide ? 56 : 40, align: 'center' },
      ...(wide ? [{ title: '备注', width: 104 }] : []),
    ],
    cells,
    { fontSize, lineHeight: 1.25, tight: true },
  );
}
