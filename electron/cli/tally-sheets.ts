import {
  foldDigits,
  hundredths,
  parseScore,
  scoreDefects,
  type ScoreLimits,
} from '../../shared/domain/decimal.ts';
import type { Hundredths } from '../../shared/domain/decimal.ts';
import type { Sheet } from '../../shared/domain/sheet.ts';
import type { ReviewFile } from '../../shared/schema/review-file.ts';
import { readCsv, type CsvRecord } from './csv.ts';
import type { InputDefect } from './tally-defect.ts';

const COLUMNS = ['dossier', 'member', 'item', 'score'] as const;
type Column = (typeof COLUMNS)[number];

/** What the scores are checked against: limits by item id in the scheme's order, null where unreadable. */
export type ItemTable = ReadonlyMap<string, ScoreLimits | null>;

export interface ReadSheets {
  readonly dossiers: readonly string[];
  readonly sheets: readonly Sheet[];
  readonly defects: readonly InputDefect[];
}

type Row = Readonly<Partial<Record<Column, string>>>;

/**
 * Reads sheets.csv. Without a scheme (null) everything that needs none is still checked, so that one run
 * names every defect.
 */
export function readSheets(text: string, items: ItemTable | null, review: ReviewFile | null): ReadSheets {
  const defects: InputDefect[] = [];
  const [header, ...records] = readCsv(text);
  const columns = readHeader(header, defects);
  const collector = new Collector(items, review, defects);
  for (const record of records) {
    const width = header?.fields.length ?? 0;
    if (record.defect !== null) defects.push({ line: record.line, reason: record.defect, values: {} });
    if (record.fields.length !== width) {
      const values = { found: record.fields.length, expected: width };
      defects.push({ line: record.line, reason: 'csv-width', values });
    } else if (record.defect === null) collector.take(record.line, rowOf(record, columns));
  }
  return { ...collector.result(), defects };
}

/** Position of each column's first occurrence; a missing one has none. */
function readHeader(header: CsvRecord | undefined, defects: InputDefect[]): ReadonlyMap<Column, number> {
  const names = header?.fields ?? [];
  const positions = new Map<Column, number>();
  const note = (reason: string, column: string) => defects.push({ line: 1, reason, values: { column } });
  if (header !== undefined && header.defect !== null)
    defects.push({ line: 1, reason: header.defect, values: {} });
  for (const [position, name] of names.entries()) {
    const column = COLUMNS.find((known) => known === name);
    if (column === undefined) note('csv-column-extra', name);
    else if (positions.has(column)) note('csv-column-repeated', name);
    else positions.set(column, position);
  }
  for (const column of COLUMNS) if (!positions.has(column)) note('csv-column-missing', column);
  return positions;
}

function rowOf(record: CsvRecord, columns: ReadonlyMap<Column, number>): Row {
  return Object.fromEntries(
    [...columns].map(([column, position]) => [column, record.fields[position] ?? '']),
  );
}

class Collector {
  readonly #sheets = new Map<string, Map<string, (Hundredths | null | undefined)[]>>();
  readonly #positions: Map<string, number>;
  readonly #items: ItemTable | null;
  readonly #members: ReadonlySet<string> | null;
  readonly #recused: ReadonlySet<string>;
  readonly #defects: InputDefect[];

  constructor(items: ItemTable | null, review: ReviewFile | null, defects: InputDefect[]) {
    this.#items = items;
    this.#positions = new Map([...(items?.keys() ?? [])].map((id, index) => [id, index]));
    this.#members = review?.members === undefined ? null : new Set(review.members);
    this.#recused = new Set((review?.recused ?? []).map((pair) => JSON.stringify(pair)));
    this.#defects = defects;
  }

  take(line: number, row: Row): void {
    const note = (reason: string, values: InputDefect['values']) =>
      this.#defects.push({ line, reason, values });
    const { dossier, member, item } = row;
    for (const column of ['dossier', 'member', 'item'] as const) {
      if (row[column] === '') note('csv-empty-id', { column });
    }
    const limits = item === undefined ? undefined : this.#items?.get(item);
    if (item !== undefined && item !== '' && this.#items !== null && limits === undefined) {
      note('csv-unknown-item', { item });
    }
    for (const defect of row.score === undefined ? [] : scoreDefects(row.score, limits ?? null)) {
      if (defect.reason !== 'score-blank') note(defect.reason, { ...defect.values, item: item ?? '' });
    }
    if (member !== undefined && this.#members?.has(member) === false && member !== '') {
      note('sheet-not-member', { member });
    }
    if (this.#recused.has(JSON.stringify([member, dossier]))) {
      note('sheet-recused', { member: member ?? '', dossier: dossier ?? '' });
    }
    if (!dossier || !member || !item) return;
    const scores = this.#scoresOf(dossier, member);
    const position = this.#positionOf(item);
    if (scores[position] !== undefined) note('csv-repeated', { dossier, member, item });
    else scores[position] = readScore(row.score ?? '', limits ?? null);
  }

  /** Rows that are missing from a sheet are blanks. */
  result(): Omit<ReadSheets, 'defects'> {
    const ids = [...(this.#items?.keys() ?? [])];
    const sheets = [...this.#sheets].flatMap(([dossier, members]) =>
      [...members].map(([member, scores]) => ({
        dossier,
        member,
        scores: ids.map((_id, index) => scores[index] ?? null),
      })),
    );
    return { dossiers: [...this.#sheets.keys()], sheets };
  }

  #scoresOf(dossier: string, member: string): (Hundredths | null | undefined)[] {
    const members = this.#sheets.get(dossier) ?? new Map<string, (Hundredths | null | undefined)[]>();
    this.#sheets.set(dossier, members);
    const scores = members.get(member) ?? [];
    members.set(member, scores);
    return scores;
  }

  /** Unknown items get a position of their own, so that their repetition is noticed too. */
  #positionOf(item: string): number {
    const known = this.#positions.get(item);
    if (known !== undefined) return known;
    const position = this.#positions.size;
    this.#positions.set(item, position);
    return position;
  }
}

/** Null for a blank and for a refused score: the file as a whole is refused then. */
function readScore(text: string, limits: ScoreLimits | null): Hundredths | null {
  if (limits === null || foldDigits(text) === '') return null;
  const parsed = parseScore(text, limits);
  return parsed.ok ? hundredths(parsed.hundredths) : null;
}
