import { read, utils, type WorkSheet } from '@e965/xlsx';
import { evaluate, type Value } from './evaluate-formula.ts';

interface StoredCell {
  readonly f?: string;
  readonly v?: string | number | boolean;
}

export interface Recalculated {
  /** The value of a cell, every formula worked out from the stored scores, never from what it showed. */
  readonly value: (sheet: string, address: string) => Value;
  /** What the file shows before anybody recalculates. */
  readonly shown: (sheet: string, address: string) => Value;
  readonly formulas: (sheet: string) => readonly string[];
}

/** Opens a workbook and works out its formulas. */
export function recalculate(bytes: Uint8Array): Recalculated {
  const { Sheets: sheets } = read(bytes, { cellFormula: true, sheetStubs: true });
  const done = new Map<string, Value>();
  const cellAt = (sheet: string, address: string): StoredCell | undefined =>
    (sheets[sheet] as WorkSheet | undefined)?.[address] as StoredCell | undefined;
  function value(sheet: string, address: string): Value {
    const key = `${sheet}!${address}`;
    const known = done.get(key);
    if (known !== undefined) return known;
    const cell = cellAt(sheet, address);
    const found =
      cell?.f === undefined
        ? (cell?.v ?? null)
        : evaluate(cell.f, (other, from, to) => cells(other ?? sheet, from, to));
    done.set(key, found);
    return found;
  }
  function cells(sheet: string, from: string, to: string): Value[] {
    const { s: start, e: end } = utils.decode_range(`${from}:${to}`);
    const found: Value[] = [];
    for (let r = start.r; r <= end.r; r += 1) {
      for (let c = start.c; c <= end.c; c += 1) found.push(value(sheet, utils.encode_cell({ r, c })));
    }
    return found;
  }
  return {
    value,
    shown: (sheet, address) => cellAt(sheet, address)?.v ?? null,
    formulas: (sheet) =>
      Object.values(sheets[sheet] ?? {}).flatMap((cell: StoredCell) =>
        cell.f === undefined ? [] : [cell.f],
      ),
  };
}
