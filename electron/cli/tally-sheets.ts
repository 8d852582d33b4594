import { parseScore, scoreDefects, type ScoreDefect, type ScoreLimits } from '../../shared/domain/decimal.ts';
import type { Hundredths } from '../../shared/domain/decimal.ts';
import type { Sheet } from '../../shared/domain/sheet.ts';
import type { ReviewFile } from '../../shared/schema/review-file.ts';
import { csvRecords, type CsvRecord } from './csv.ts';
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

type Row = Readonly<Record<Column, string | undefined>>;

/**
 * Reads sheets.csv. Without a scheme (null) everything that needs none is still checked, so that one run
 * names every defect.
 */
export function readSheets(text: string, items: ItemTable | null, review: ReviewFile | null): ReadSheets {
  const defects: InputDefect[] = [];
  const records = csvRecords(text);
  const header = records.next().value ?? undefined;
  const columns = readHeader(header, defects);
  const places = COLUMNS.map((column) => columns.get(column));
  const collector = new Collector(items, review, defects);
  for (const record of records) {
    const width = header?.fields.length ?? 0;
    if (record.defect !== null) defects.push({ line: record.line, reason: record.defect, values: {} });
    if (record.fields.length !== width) {
      const values = { found: record.fields.length, expected: width };
      defects.push({ line: record.line, reason: 'csv-width', values });
    } else if (record.defect === null) collector.take(record.line, rowOf(record, places));
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

/** A column that the header lacks is undefined. Called for every line of the file, so it copies nothing. */
function rowOf({ fields }: CsvRecord, places: readonly (number | undefined)[]): Row {
  const [dossier, member, item, score] = places;
  return {
    dossier: dossier === undefined ? undefined : fields[dossier],
    member: member === undefined ? undefined : fields[member],
    item: item === undefined ? undefined : fields[item],
    score: score === undefined ? undefined : fields[score],
  };
}

/** What a text means as a score of one item: null for a blank, a refused score or an unreadable cap. */
interface ReadScore {
  readonly defects: readonly ScoreDefect[];
  readonly value: Hundredths | null;
}

function readScore(text: string, limits: ScoreLimits | null): ReadScore {
  const defects = scoreDefects(text, limits).filter(({ reason }) => reason !== 'score-blank');
  const parsed = limits === null ? null : parseScore(text, limits);
  return { defects, value: parsed?.ok === true ? parsed.hundredths : null };
}

class Collector {
  readonly #sheets = new Map<string, Map<string, (Hundredths | null | undefined)[]>>();
  readonly #positions: Map<string, number>;
  readonly #items: ItemTable | null;
  readonly #members: ReadonlySet<string> | null;
  readonly #recused: ReadonlySet<string>;
  /** By item, then by text: a file holds few different scores and many lines. */
  readonly #read = new Map<string, Map<string, ReadScore>>();
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
    const { defects, value } = this.#readScore(item ?? '', row.score ?? '', limits ?? null);
    for (const defect of defects) note(defect.reason, { ...defect.values, item: item ?? '' });
    if (member !== undefined && this.#members?.has(member) === false && member !== '') {
      note('sheet-not-member', { member });
    }
    if (this.#recused.size > 0 && this.#recused.has(JSON.stringify([member, dossier]))) {
      note('sheet-recused', { member: member ?? '', dossier: dossier ?? '' });
    }
    if (!dossier || !member || !item) return;
    const scores = this.#scoresOf(dossier, member);
    const position = this.#positionOf(item);
    if (scores[position] !== undefined) note('csv-repeated', { dossier, member, item });
    else scores[position] = value;
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

  #readScore(item: string, text: string, limits: ScoreLimits | null): ReadScore {
    const known = this.#read.get(item) ?? new Map<string, ReadScore>();
    const read = known.get(text) ?? readScore(text, limits);
    this.#read.set(item, known.set(text, read));
    return read;
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
