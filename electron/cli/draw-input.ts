import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { DrawInput, DrawProblem, FieldQuota } from '../../shared/domain/draw.ts';
import { readCsv } from './csv.ts';
import type { InputDefect } from './tally-defect.ts';
import { unreadableFile } from './unreadable-file.ts';

export interface DrawFiles {
  readonly pool: string;
  readonly exclude: string | null;
}

/** One record of a table by column, with its line in the file. */
interface TableRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

interface Table {
  /** SHA-256 of the file's bytes in hexadecimal; empty when it can't be read. */
  readonly hash: string;
  readonly rows: readonly TableRow[];
  readonly defects: readonly InputDefect[];
}

export interface ReadDraw {
  readonly input: DrawInput;
  readonly poolHash: string;
  readonly excludeHash: string | null;
  /** Names by id, for people; they don't enter the draw. */
  readonly names: ReadonlyMap<string, string>;
  readonly poolDefects: readonly InputDefect[];
  readonly excludeDefects: readonly InputDefect[];
  readonly quotaDefects: readonly InputDefect[];
  /** Turns a problem of the draw into the file's line. */
  readonly lineOf: (problem: DrawProblem) => number | undefined;
}

/** Reads pool, exclusions and quotas; what is wrong in one never hides what is wrong in another. */
export async function readDraw(files: DrawFiles, quotaText: string, seed: string): Promise<ReadDraw> {
  const pool = await readTable(files.pool, ['id', 'field'], ['name']);
  const exclude = files.exclude === null ? null : await readTable(files.exclude, ['id'], ['reason']);
  const quotas = readQuotas(quotaText);
  const cell = (row: TableRow, column: string) => row.cells[column] ?? '';
  return {
    input: {
      seed,
      pool: pool.rows.map((row) => ({ id: cell(row, 'id'), field: cell(row, 'field') })),
      quotas: quotas.quotas,
      excluded: (exclude?.rows ?? []).map((row) => cell(row, 'id')),
    },
    poolHash: pool.hash,
    excludeHash: exclude?.hash ?? null,
    names: new Map(pool.rows.map((row) => [cell(row, 'id'), cell(row, 'name')])),
    poolDefects: pool.defects,
    excludeDefects: exclude?.defects ?? [],
    quotaDefects: quotas.defects,
    lineOf: ({ path }) => {
      const [part = '', index = ''] = path.split('.');
      const rows = part === 'pool' ? pool.rows : part === 'excluded' ? (exclude?.rows ?? []) : [];
      return rows[Number(index)]?.line;
    },
  };
}

/** `财务:1,物流:2`, also with the full-width comma and colon. */
export function readQuotas(text: string): {
  readonly quotas: readonly FieldQuota[];
  readonly defects: readonly InputDefect[];
} {
  const quotas: FieldQuota[] = [];
  const defects: InputDefect[] = [];
  for (const part of text === '' ? [] : text.split(/[,，]/u)) {
    const match = /^(?<field>[^:：]+)[:：](?<count>0|[1-9][0-9]{0,5})$/u.exec(part);
    const { field, count } = match?.groups ?? {};
    if (field === undefined || count === undefined) {
      defects.push({ reason: 'draw-quota-form', values: { text: part } });
    } else quotas.push({ field, quota: Number(count) });
  }
  return { quotas, defects };
}

async function readTable(
  path: string,
  required: readonly string[],
  optional: readonly string[],
): Promise<Table> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    return { hash: '', rows: [], defects: [unreadableFile(error)] };
  }
  const hash = createHash('sha256').update(bytes).digest('hex');
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { hash, ...readRows(text, required, optional) };
  } catch {
    return { hash, rows: [], defects: [{ reason: 'file-encoding', values: {} }] };
  }
}

function readRows(
  text: string,
  required: readonly string[],
  optional: readonly string[],
): Pick<Table, 'rows' | 'defects'> {
  const defects: InputDefect[] = [];
  const [header, ...records] = readCsv(text);
  const columns = header?.fields ?? [];
  const noteColumn = (reason: string, column: string) =>
    defects.push({ line: 1, reason, values: { column } });
  if (header !== undefined && header.defect !== null)
    defects.push({ line: 1, reason: header.defect, values: {} });
  for (const [index, column] of columns.entries()) {
    if (!required.includes(column) && !optional.includes(column)) noteColumn('csv-column-extra', column);
    else if (columns.indexOf(column) !== index) noteColumn('csv-column-repeated', column);
  }
  for (const column of required) if (!columns.includes(column)) noteColumn('csv-column-missing', column);
  const rows: TableRow[] = [];
  for (const { line, fields, defect } of records) {
    if (defect !== null) defects.push({ line, reason: defect, values: {} });
    const values = { found: fields.length, expected: columns.length };
    if (fields.length !== columns.length) defects.push({ line, reason: 'csv-width', values });
    else if (defect === null) {
      rows.push({ line, cells: Object.fromEntries(columns.map((column, at) => [column, fields[at] ?? ''])) });
    }
  }
  return { rows, defects };
}
