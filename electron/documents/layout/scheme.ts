import type { Content, ContentText } from 'pdfmake/interfaces';
import type { PrintedCategory, PrintedItem, PrintedScheme } from '../data.ts';
import { grid } from './table.ts';
import { chineseNumber } from './text.ts';

/** Larger categories may break over a page; smaller ones stay together. */
const itemsTogether = 14;

/** The scheme, its lead kept with the first category: a small table for each category, so that a category's head never parts from its items. */
export function schemeTable(scheme: PrintedScheme, lead: Content[] = []): Content[] {
  const note = scheme.note === undefined ? '' : `（${scheme.note}）`;
  const [first, ...others] = scheme.categories.map(categoryTable);
  const head: Content = {
    text: `${scheme.title}，满分${scheme.total}分${note}`,
    fontSize: 11,
    lineHeight: 1.5,
  };
  return [{ stack: [...lead, head, first ?? ''], unbreakable: true }, ...others];
}

function categoryTable(category: PrintedCategory, index: number): Content {
  const weight = category.weight === undefined ? '' : `（权重${category.weight}）`;
  const rows = category.items.map((item) => {
    const step = item.step === undefined ? '' : `最小分值${item.step}。`;
    const judged = item.judged === undefined ? '' : `${item.judged}。`;
    const text = [judged, ...bandRuns(item), step];
    return [item.name, item.cap, { text, verticalAlignment: 'middle' as const }];
  });
  return grid(
    [
      { title: `${chineseNumber(index + 1)}、${category.name}${weight}`, width: 150, titleAlign: 'left' },
      { title: category.cap, width: 40, align: 'center' },
      { title: index === 0 ? '评审要点和分档' : '', width: '*' },
    ],
    rows,
    { fontSize: 10, unbreakable: rows.length <= itemsTogether, margin: [0, 3, 0, 5], headFill: '#f2f2f2' },
  );
}

/** The bands of an item as runs that don't break inside, e.g. `优 12–15；`. */
export function bandRuns(item: PrintedItem): ContentText[] {
  const bands = item.bands ?? [];
  return bands.map((band, index) => ({
    text: band + (index + 1 < bands.length ? '；' : '。'),
    noWrap: true,
  }));
}
