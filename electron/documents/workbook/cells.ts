import type { Cell, CellObject } from 'write-excel-file/node';

const border = { borderStyle: 'thin', borderColor: '#A6A6A6' } as const;
const head = {
  fontWeight: 'bold',
  align: 'center',
  alignVertical: 'center',
  wrap: true,
  backgroundColor: '#EDEDED',
  ...border,
} as const;

/** Text as a string cell, never a formula. Characters that XML can't hold are shown as □. */
export function textCell(text: string | undefined, style: CellObject = {}): Cell {
  const safe = [...(text ?? '')].map(xmlCharacter).join('');
  return { type: String, value: safe, alignVertical: 'center', wrap: true, ...border, ...style };
}

/** A lone surrogate or a control character would make the file unreadable. */
function xmlCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const control = code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d;
  const surrogate = code >= 0xd800 && code <= 0xdfff;
  return control || surrogate || code === 0xfffe || code === 0xffff ? '□' : character;
}

/** A decimal text as a number with two places, or as many as it has; anything else stays text. */
export function numberCell(text: string | null | undefined, style: CellObject = {}): Cell {
  const [whole = '', fraction = '', ...rest] = (text ?? '').split('.');
  const decimal = /^\d{1,12}$/u.test(whole) && /^\d{0,4}$/u.test(fraction) && rest.length === 0;
  if (!decimal) return textCell(text ?? '', { align: 'center', ...style });
  const places = Math.max(2, fraction.length);
  // The workbook stores doubles; a decimal with so few digits is written back digit by digit.
  return { ...shared(style), type: Number, value: Number(text), format: `0.${'0'.repeat(places)}` };
}

/** What a formula cell shows before anybody recalculates, by its address; see `make-workbook.ts`. */
export type FormulaCell = CellObject & { readonly cached?: string | undefined };

/**
 * A formula without its `=`. `cached` is the published number (decimal or fraction) or word, null for a blank;
 * `places` null for a word.
 */
export function formulaCell(
  formula: string,
  cached: string | null | undefined,
  places: number | null,
  style: CellObject = {},
): Cell {
  const cell: FormulaCell = {
    ...shared({ align: places === null ? 'center' : 'right', ...style }),
    type: 'Formula',
    value: formula,
    cached: cached === null ? '' : cached,
    ...(places === null ? {} : { format: places === 0 ? '0' : `0.${'0'.repeat(places)}` }),
  };
  return cell;
}

/** A count or rank as a whole number; anything else (—) stays text. */
export function countCell(text: string): Cell {
  if (!/^\d{1,9}$/u.test(text)) return textCell(text, { align: 'center' });
  return { ...shared({ align: 'center' }), type: Number, value: Number(text), format: '0' };
}

function shared(style: CellObject): CellObject {
  return { alignVertical: 'center', ...border, ...style };
}

/** A header cell, over several columns where asked. */
export function headCell(text: string, columnSpan = 1): Cell {
  return { type: String, value: text, ...head, ...(columnSpan > 1 ? { columnSpan } : {}) };
}

/** A header cell over two rows. */
export function tallHeadCell(text: string): Cell {
  return { type: String, value: text, ...head, rowSpan: 2 };
}

/** The first row of a sheet: its title over all columns, marked 示例 where the review is fictional. */
export function titleRow(title: string, sample: boolean, columns: number): Cell[] {
  const value = sample ? `${title}（示例）` : title;
  const style = {
    fontWeight: 'bold',
    fontSize: 14,
    align: 'center',
    alignVertical: 'center',
    height: 30,
  } as const;
  return [{ type: String, value, ...style, columnSpan: columns }, ...covered(columns - 1)];
}

/** Places covered by a cell to their left or above. */
export function covered(count: number): Cell[] {
  return Array.from({ length: count }, () => null);
}
