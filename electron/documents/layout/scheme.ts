import type { Content, TableCell } from 'pdfmake/interfaces';
import type { PrintedCategory, PrintedScheme } from '../data.ts';
import { grid } from './table.ts';
import { chineseNumber, groupHex } from './text.ts';
import { quietColour } from './page.ts';

/** The scheme as a table: a line for each category, its items below it. */
export function schemeTable(scheme: PrintedScheme): Content[] {
  const note = scheme.note === undefined ? '' : `（${scheme.note}）`;
  const rows = scheme.categories.flatMap((category, index) => categoryRows(category, index));
  return [
    { text: `${scheme.title}，满分${scheme.total}分${note}`, fontSize: 11, lineHeight: 1.5 },
    grid(
      [
        { title: '评分项', width: 120 },
        { title: '满分', width: 42, align: 'center' },
        { title: '评审要点和分档', width: '*' },
      ],
      rows,
      { fontSize: 10 },
    ),
    {
      text: `评分办法摘要（SHA-256）：${groupHex(scheme.hash)}`,
      fontSize: 9,
      lineHeight: 1.5,
      color: quietColour,
    },
  ];
}

function categoryRows(category: PrintedCategory, index: number): (string | TableCell)[][] {
  const weight = category.weight === undefined ? '' : `，权重${category.weight}`;
  const head: TableCell[] = [
    {
      text: `${chineseNumber(index + 1)}、${category.name}（${category.cap}分${weight}）`,
      font: 'sans',
      colSpan: 3,
    },
    '',
    '',
  ];
  const items = category.items.map((item) => {
    const step = item.step === undefined ? '' : `最小分值${item.step}`;
    const parts = [item.judged ?? '', (item.bands ?? []).join('；'), step].filter((part) => part !== '');
    return [item.name, item.cap, parts.join('。')];
  });
  return [head, ...items];
}
