import type { Cell, SheetData } from 'write-excel-file/node';
import type { ResultsData } from '../data.ts';
import {
  countCell,
  covered,
  formulaCell,
  headCell,
  numberCell,
  tallHeadCell,
  textCell,
  titleRow,
} from './cells.ts';
import { columnName, withoutNoise } from './formulas.ts';

/** One sheet: its rows, column widths in characters, and how many rows and columns stay in sight. */
export interface SheetPlan {
  readonly name: string;
  readonly data: SheetData;
  readonly widths: readonly number[];
  readonly stickyRows: number;
  readonly stickyColumns: number;
}

/** 汇总: one row an enterprise. */
export function summarySheet(data: ResultsData): SheetPlan {
  const fixed = ['名次', '编号', '企业名称', '统一社会信用代码', '得分', '精确值', '有效评分'];
  const after = ['结论', '状态', '纸质', '评审意见'];
  const heads = [...fixed, ...data.categories.map((name) => `${name}平均分`), ...after];
  const rows = data.summary.map((row): Cell[] => [
    countCell(row.rank),
    textCell(row.number, { align: 'center' }),
    textCell(row.name),
    textCell(row.creditCode, { align: 'center' }),
    numberCell(row.score),
    textCell(row.exact, { align: 'right' }),
    countCell(row.members),
    ...data.categories.map((_, index) => numberCell(row.categoryMeans[index] ?? '—')),
    textCell(row.conclusion, { align: 'center' }),
    textCell(row.status, { align: 'center' }),
    textCell(row.paper, { align: 'center' }),
    textCell(row.opinion),
  ]);
  return {
    name: '汇总',
    data: [titleRow(data.title, data.sample, heads.length), heads.map((text) => headCell(text)), ...rows],
    widths: [6, 7, 34, 22, 9, 12, 9, ...data.categories.map(() => 11), 9, 14, 10, 60],
    stickyRows: 2,
    stickyColumns: 3,
  };
}

/** Name of the sheet of every score, and its first row of data, from 1. */
export const detailName = '明细';
export const firstDetailRow = 4;

/** Columns of the sheet of every score, from 0. */
export function detailColumns({ items, categories }: ResultsData): {
  readonly state: number;
  readonly item: number;
  readonly category: number;
  readonly total: number;
} {
  const item = 4;
  const category = item + items.length;
  return { state: 3, item, category, total: category + categories.length };
}

/**
 * 明细: every item score, a row for each member and dossier; recused and absent in words, never as 0. Values
 * of categories and totals are formulas over the items; a row with a blank item has none.
 */
export function detailSheet(data: ResultsData): SheetPlan {
  const { category, total } = detailColumns(data);
  const tall = ['编号', '企业名称', '评审成员', '状态'].map(tallHeadCell);
  const groups = groupCategories(data.items);
  const upper = [
    ...tall,
    ...groups.flatMap(({ name, count }) => [headCell(name, count), ...covered(count - 1)]),
    headCell('类别分（加权）', data.categories.length),
    ...covered(data.categories.length - 1),
    tallHeadCell('合计'),
    tallHeadCell('评语'),
  ];
  const lower = [
    ...covered(4),
    ...data.items.map((item) => headCell(`${item.name}（${item.cap}）`)),
    ...data.categories.map((name) => headCell(name)),
    ...covered(2),
  ];
  const rows = data.details.map((row, index): Cell[] => [
    textCell(row.number, { align: 'center' }),
    textCell(row.enterprise),
    textCell(row.member, { align: 'center' }),
    textCell(row.state, { align: 'center' }),
    ...data.items.map((_, item) => numberCell(row.scores[item])),
    ...data.categories.map((_, own) =>
      formulaCell(categoryOfRow(data, own, firstDetailRow + index), row.categories[own], 2),
    ),
    formulaCell(totalOfRow(data, firstDetailRow + index), row.total, 2, { fontWeight: 'bold' }),
    textCell(row.comment),
  ]);
  return {
    name: detailName,
    data: [titleRow(`${data.title}：评分明细`, data.sample, total + 2), upper, lower, ...rows],
    widths: [
      7,
      34,
      14,
      9,
      ...Array.from({ length: category - 4 }, () => 12),
      ...data.categories.map(() => 10),
      10,
      40,
    ],
    stickyRows: 3,
    stickyColumns: 4,
  };
}

/** Blank unless every item of the row has its score. */
function whenComplete(data: ResultsData, row: number, value: string): string {
  const { item, category } = detailColumns(data);
  const items = `$${columnName(item)}${row}:$${columnName(category - 1)}${row}`;
  return `IF(COUNT(${items})=${data.items.length},${value},"")`;
}

function categoryOfRow(data: ResultsData, category: number, row: number): string {
  const { item } = detailColumns(data);
  const own = data.items.flatMap((entry, index) =>
    entry.category === data.categories[category] ? [item + index] : [],
  );
  const sum = `SUM(${columnName(own[0] ?? item)}${row}:${columnName(own.at(-1) ?? item)}${row})`;
  const weight = data.weights[category] ?? '1';
  return whenComplete(data, row, withoutNoise(weight === '1' ? sum : `${sum}*${weight}`));
}

function totalOfRow(data: ResultsData, row: number): string {
  const { category, total } = detailColumns(data);
  return whenComplete(
    data,
    row,
    withoutNoise(`SUM(${columnName(category)}${row}:${columnName(total - 1)}${row})`),
  );
}

function groupCategories(items: ResultsData['items']): { name: string; count: number }[] {
  const groups: { name: string; count: number }[] = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (last?.name === item.category) last.count += 1;
    else groups.push({ name: item.category, count: 1 });
  }
  return groups;
}

/** 评分办法: categories, items, caps and bands. */
export function schemeSheet(data: ResultsData): SheetPlan {
  const heads = ['类别', '类别满分', '权重', '评分项', '满分', '最小分值', '评审要点', '分档'];
  const rows = data.scheme.categories.flatMap((category) => {
    const items = category.items.length > 0 ? category.items : [{ name: category.name, cap: category.cap }];
    return items.map((item: (typeof category.items)[number]): Cell[] => [
      textCell(category.name),
      numberCell(category.cap),
      numberCell(category.weight ?? '1'),
      textCell(item.name),
      numberCell(item.cap),
      numberCell(item.step ?? ''),
      textCell(item.judged),
      textCell((item.bands ?? []).join('；')),
    ]);
  });
  const note = data.scheme.note === undefined ? '' : `（${data.scheme.note}）`;
  const title = titleRow(data.scheme.title + note, data.sample, heads.length);
  return {
    name: '评分办法',
    data: [title, heads.map((text) => headCell(text)), ...rows],
    widths: [26, 10, 8, 34, 8, 10, 48, 36],
    stickyRows: 2,
    stickyColumns: 0,
  };
}

/** 说明: what the numbers are and how they can be checked. */
export function notesSheet(data: ResultsData): SheetPlan {
  const rows: [string, string][] = [
    ['评审项目', data.review],
    ...data.rules.map((rule, index): [string, string] => [index === 0 ? '计分规则' : '', rule]),
    ['空白格', '回避、缺席的成员没有评分，格内留空；空白不是0分。状态栏用文字标明电子、纸质、回避、缺席。'],
    ...data.notes.map((note): [string, string] => ['说明', note]),
    ['评分办法摘要', data.scheme.hash],
    ['评审结果摘要', data.resultHash],
    ['签发机构指纹', data.authority],
    ['记录时间', data.createdAt],
    ['制作软件', data.software],
  ];
  const cells = rows.map(([label, text]): Cell[] => [
    textCell(label, { fontWeight: 'bold' }),
    textCell(text),
  ]);
  return {
    name: '说明',
    data: [titleRow('说明', data.sample, 2), [headCell('项目'), headCell('内容')], ...cells],
    widths: [20, 90],
    stickyRows: 2,
    stickyColumns: 0,
  };
}
