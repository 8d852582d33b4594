import type { ScoreSheetPage } from '../data.ts';

export interface SheetSize {
  readonly fontSize: number;
  /** Above and below a row's text, in points. */
  readonly top: number;
  readonly bottom: number;
  /** False when a dossier needs more than a page: then categories stand in rows of their own. */
  readonly onePage: boolean;
}

/** Widths of the columns' text in points: category, item, what is judged, cap, score. */
export const sheetWidths = { category: 74, item: 108, judged: 182, cap: 28, score: 54 } as const;

const sizes = [
  { fontSize: 10, top: 5, bottom: 3.5 },
  { fontSize: 9.5, top: 3.5, bottom: 2.5 },
  { fontSize: 9, top: 2.5, bottom: 1.5 },
  { fontSize: 8.5, top: 2.5, bottom: 1.5 },
  { fontSize: 8, top: 2.5, bottom: 1 },
];

/** What remains for the items' rows on a page beside title, identity, total, comment and signature. */
const roomForRows = 430;

/** The largest text with which the rows fit on one page. */
export function sizeFor(page: ScoreSheetPage): SheetSize {
  const fitting = sizes.find((size) => rowsHeight(page, size) <= roomForRows);
  return fitting === undefined
    ? { fontSize: 9, top: 3.5, bottom: 2, onePage: false }
    : { ...fitting, onePage: true };
}

function rowsHeight(page: ScoreSheetPage, size: (typeof sizes)[number]): number {
  const { fontSize } = size;
  const lines = (text: string, width: number): number =>
    Math.max(1, Math.ceil((text.length * fontSize) / width));
  const row = (count: number): number => count * fontSize * 1.25 + size.top + size.bottom;
  const heights = page.categories.map((category) => {
    const items = category.items.map((item) => {
      const judged = [item.judged ?? '', ...(item.bands ?? [])].join('；');
      return row(Math.max(lines(item.name, sheetWidths.item), lines(judged, sheetWidths.judged)));
    });
    const whole = row(lines(category.name, sheetWidths.category) + 1);
    return Math.max(
      whole,
      items.reduce((sum, height) => sum + height, 0),
    );
  });
  return heights.reduce((sum, height) => sum + height, 0);
}
