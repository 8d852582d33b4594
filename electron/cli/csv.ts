/** RFC 4180, read strictly: CRLF or LF, quotes only around a whole field. */
export interface CsvRecord {
  /** First physical line of the record, counted from 1. */
  readonly line: number;
  readonly fields: readonly string[];
  readonly defect: CsvDefect | null;
}

export type CsvDefect = 'csv-open-quote' | 'csv-stray-quote' | 'csv-bare-return';

/** Reads all records of a text without byte order mark; a blank last line is left out. Never throws. */
export function readCsv(text: string): readonly CsvRecord[] {
  return [...csvRecords(text)];
}

/** The same one record after another, so that a file of a million lines isn't held twice. Never throws. */
export function* csvRecords(text: string): Generator<CsvRecord, void, undefined> {
  let [at, line] = [0, 1];
  while (at < text.length) {
    const first = line;
    const fields: string[] = [];
    let defect: CsvDefect | null = null;
    for (;;) {
      const field = text[at] === '"' ? readQuoted(text, at) : readPlain(text, at);
      fields.push(field.value);
      defect ??= field.defect;
      line += field.breaks;
      at = field.end;
      if (text[at] !== ',') break;
      at += 1;
    }
    if (at < text.length) {
      at += text[at] === '\r' ? 2 : 1;
      line += 1;
    }
    const blank = fields.length === 1 && fields[0] === '';
    if (!blank || at < text.length) yield { line: first, fields, defect };
  }
}

interface Field {
  readonly value: string;
  readonly end: number;
  /** Line breaks inside the field. */
  readonly breaks: number;
  readonly defect: CsvDefect | null;
}

/** Up to the next comma or line end. A carriage return alone is no line end and is refused. */
function readPlain(text: string, start: number): Field {
  let defect: CsvDefect | null = null;
  let end = start;
  for (; end < text.length; end += 1) {
    const sign = text[end];
    if (sign === ',' || sign === '\n') break;
    if (sign === '\r' && text[end + 1] === '\n') break;
    if (sign === '\r') defect ??= 'csv-bare-return';
    if (sign === '"') defect ??= 'csv-stray-quote';
  }
  return { value: text.slice(start, end), end, breaks: 0, defect };
}

function readQuoted(text: string, start: number): Field {
  let value = '';
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) {
      value += text.slice(at);
      return { value, end: text.length, breaks: countBreaks(value), defect: 'csv-open-quote' };
    }
    value += text.slice(at, quote);
    at = quote + 1;
    if (text[at] !== '"') break;
    value += '"';
    at += 1;
  }
  // Nothing may stand between the closing quote and the comma or line end.
  const rest = readPlain(text, at);
  const defect = rest.value === '' ? rest.defect : 'csv-stray-quote';
  return { value: value + rest.value, end: rest.end, breaks: countBreaks(value), defect };
}

function countBreaks(text: string): number {
  return text.split('\n').length - 1;
}
