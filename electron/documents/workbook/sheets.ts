import type { Cell, SheetData } from 'write-excel-file/node';
import type { ResultsData } from '../data.ts';
import { countCell, covered, headCell, numberCell, tallHeadCell, textCell, titleRow } from './cells.ts';

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
  const heads = [
    ...fixed,
    ...data.categories.map((name) => `${name}${data.resultWord ?? '平均分'}`),
    ...after,
  ];
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

/** 明细: every item score, a row for each member and dossier; recused and absent in words, never as 0. */
export function detailSheet(data: ResultsData): SheetPlan {
  const columns = 4 + data.items.length + 2;
  const tall = ['编号', '企业名称', '评审成员', '状态'].map(tallHeadCell);
  const groups = groupCategories(data.items);
  const upper = [
    ...tall,
    ...groups.flatMap(({ name, count }) => [headCell(name, count), ...covered(count - 1)]),
    tallHeadCell('合计'),
    tallHeadCell('评语'),
  ];
  const lower = [
    ...covered(4),
    ...data.items.map((item) => headCell(`${item.name}（${item.cap}）`)),
    ...covered(2),
  ];
  const rows = data.details.map((row): Cell[] => [
    textCell(row.number, { align: 'center' }),
    textCell(row.enterprise),
    textCell(row.member, { align: 'center' }),
    textCell(row.state, { align: 'center' }),
    ...data.items.map((_, index) => numberCell(row.scores[index])),
    numberCell(row.total, { fontWeight: 'bold' }),
    textCell(row.comment),
  ]);
  return {
    name: '明细',
    data: [titleRow(`${data.title}：评分明细`, data.sample, columns), upper, lower, ...rows],
    widths: [7, 34, 14, 9, ...data.items.map(() => 12), 10, 40],
    stickyRows: 3,
    stickyColumns: 4,
  };
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
