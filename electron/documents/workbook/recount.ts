import type { Cell } from 'write-excel-file/node';
import type { ResultsData, ResultsSummaryRow } from '../data.ts';
import { countCell, formulaCell, headCell, numberCell, textCell, titleRow } from './cells.ts';
import { columnName, rangeOf, rounded, trimmedMean, withoutNoise } from './formulas.ts';
import { detailColumns, detailName, firstDetailRow, type SheetPlan } from './sheets.ts';

/** Rows of one enterprise in 明细, from 1. */
interface Rows {
  readonly first: number;
  readonly last: number;
}

/** Columns before the categories: 编号, 企业名称, 计入人数. */
const before = 3;
const headRows = 2;

/** 复算: every published score once more as formulas over 明细, with a word whether they agree. */
export function recountSheet(data: ResultsData): SheetPlan {
  const scored = data.summary.filter((row) => row.score !== '—');
  const heads = [
    '编号',
    '企业名称',
    '计入人数',
    ...data.categories.map((name) => `${name}（复算）`),
    '修约前得分',
    '复算得分',
    '公布得分',
    '是否一致',
    '按得分排序',
    '公布名次',
  ];
  const rows = scored.map((summary, index) =>
    recountRow(data, summary, headRows + index + 1, headRows + scored.length),
  );
  return {
    name: '复算',
    data: [
      titleRow(`${data.title}：复算`, data.sample, heads.length),
      heads.map((text) => headCell(text)),
      ...rows,
      [
        textCell(
          '得分按“明细”中的各项分数用公式重新计算。同分企业的先后依优先条件、表决等决定，不由公式得出。',
          {
            columnSpan: heads.length,
          },
        ),
      ],
    ],
    widths: [7, 34, 9, ...data.categories.map(() => 12), 14, 11, 11, 10, 11, 10],
    stickyRows: headRows,
    stickyColumns: 2,
  };
}

function recountRow(data: ResultsData, summary: ResultsSummaryRow, row: number, lastRow: number): Cell[] {
  const rows = rowsOf(data, summary.number);
  const columns = detailColumns(data);
  const exactColumn = before + data.categories.length;
  const at = (column: number): string => `${columnName(column)}${row}`;
  const places = data.rule.places;
  const totals = rangeOf(detailName, columns.total, rows.first, rows.last);
  const exact = withoutNoise(scoreFormula(data, rows, row));
  const score = data.rule.point === 'category' ? at(exactColumn) : rounded(at(exactColumn), data.rule);
  const rankColumn = columnName(data.rule.rankOn === 'exact' ? exactColumn : exactColumn + 1);
  const ranked = `$${rankColumn}$${headRows + 1}:$${rankColumn}$${lastRow}`;
  return [
    textCell(summary.number, { align: 'center' }),
    textCell(summary.name),
    formulaCell(`COUNT(${totals})`, summary.members, 0),
    ...data.categories.map((_, category) =>
      formulaCell(categoryFormula(data, category, rows), summary.categoryMeans[category], places + 2),
    ),
    formulaCell(exact, summary.exact ?? summary.score, places + 4),
    formulaCell(score, summary.score, places),
    numberCell(summary.score),
    formulaCell(`IF(${at(exactColumn + 1)}=${at(exactColumn + 2)},"一致","不一致")`, '一致', null),
    formulaCell(`RANK(${rankColumn}${row},${ranked})`, undefined, 0),
    countCell(summary.rank),
  ];
}

function rowsOf(data: ResultsData, number: string): Rows {
  const positions = data.details.flatMap((detail, index) => (detail.number === number ? [index] : []));
  return { first: firstDetailRow + (positions[0] ?? 0), last: firstDetailRow + (positions.at(-1) ?? 0) };
}

/** The enterprise's value of one category, weighted. */
function categoryFormula(data: ResultsData, category: number, { first, last }: Rows): string {
  const columns = detailColumns(data);
  const { aggregate } = data.rule;
  const range = rangeOf(detailName, columns.category + category, first, last);
  const value = ((): string => {
    if (aggregate === 'mean') return `AVERAGE(${range})`;
    if (aggregate === 'median') return `MEDIAN(${range})`;
    if (aggregate.scope === 'category') return trimmedMean(range, aggregate);
    if (aggregate.scope === 'sheet') {
      // Which sheets were dropped stands beside them, because equal totals are told apart by a rule of order.
      const states = rangeOf(detailName, columns.state, first, last);
      return `AVERAGEIFS(${range},${states},"<>*去掉*")`;
    }
    const items = data.items.flatMap((item, index) =>
      item.category === data.categories[category]
        ? [trimmedMean(rangeOf(detailName, columns.item + index, first, last), aggregate)]
        : [],
    );
    return `(${items.join('+')})*${data.weights[category] ?? '1'}`;
  })();
  return data.rule.point === 'category' ? rounded(withoutNoise(value), data.rule) : withoutNoise(value);
}

/** The score before its rounding: over the members' totals, or the sum of the categories in this row. */
function scoreFormula(data: ResultsData, { first, last }: Rows, row: number): string {
  const { aggregate, point } = data.rule;
  const totals = rangeOf(detailName, detailColumns(data).total, first, last);
  if (point !== 'category') {
    if (aggregate === 'mean') return `AVERAGE(${totals})`;
    if (aggregate === 'median') return `MEDIAN(${totals})`;
    if (aggregate.scope === 'sheet') return trimmedMean(totals, aggregate);
  }
  return `SUM(${columnName(before)}${row}:${columnName(before + data.categories.length - 1)}${row})`;
}
