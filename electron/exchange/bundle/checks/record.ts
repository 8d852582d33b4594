import { createHash } from 'node:crypto';
import type { Ground } from '../ground.ts';
import type { Judgement } from '../judgement.ts';
import { recordShape, type RecordEntry } from '../payloads.ts';
import { readPlain, readPlainBytes } from '../plain-form.ts';

/** Hash that stands before the first entry. */
export function recordStart(review: string): string {
  return createHash('sha256').update(`paneldesk record ${review}`).digest('hex');
}

export function recordHash(seq: number, previous: string, body: string): string {
  return createHash('sha256').update(`\0${seq}\n${previous}\n${body}`).digest('hex');
}

/** 7A: every entry; null when there is none that can be read. */
export function checkChain(
  parts: ReadonlyMap<string, Buffer>,
  review: string,
  judgement: Judgement,
): readonly RecordEntry[] | null {
  const bytes = parts.get('record.json');
  if (bytes === undefined) return null;
  const value = readPlainBytes(bytes);
  if (!recordShape.fits(value)) {
    judgement.fail('7A', 'shape', 'record.json');
    return null;
  }
  judgement.judge('7A');
  let previous = recordStart(review);
  for (const [index, entry] of value.entries.entries()) {
    const place = String(index + 1);
    const follows =
      entry.seq === index + 1 &&
      entry.previous === previous &&
      entry.hash === recordHash(entry.seq, entry.previous, entry.body);
    if (!follows) judgement.fail('7A', 'chain', place);
    previous = entry.hash;
  }
  return value.entries;
}

export interface ReadEntry {
  readonly seq: number;
  readonly type: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** Type and values of each entry; a body that can't be read has no type. `seq` counts from 1. */
export function readEntries(record: readonly RecordEntry[]): readonly ReadEntry[] {
  return record.map(({ body }, index) => {
    const { type, values } = (readPlain(body) ?? {}) as { type?: unknown; values?: unknown };
    const known = typeof type === 'string' && typeof values === 'object' && values !== null;
    return known ? { seq: index + 1, type, values: { ...values } } : { seq: index + 1, type: '', values: {} };
  });
}

const handingIn = ['submitted', 'sheets-received'];

/** First 16 digits of the identities that `submitted` and `sheets-received` entries name → number of the entry. */
export function namedEnvelopes(
  entries: readonly ReadEntry[],
  types: readonly string[] = handingIn,
): ReadonlyMap<string, number> {
  const named = new Map<string, number>();
  for (const { seq, type, values } of entries) {
    const hashes = values['hashes'];
    if (!types.includes(type) || typeof hashes !== 'string') continue;
    for (const one of hashes.split(' ')) {
      const digits = one.slice(0, 16);
      if (digits !== '' && !named.has(digits)) named.set(digits, seq);
    }
  }
  return named;
}

/** 7B and 7C: the record is closed, and the opening stands where it belongs. */
export function checkCourse({ record, result }: Ground, judgement: Judgement): void {
  if (record === null) return;
  const entries = readEntries(record);
  const last = entries.at(-1);
  const closed =
    last?.type === 'result-closed' &&
    last.values['entries'] === entries.length &&
    (result === null || last.values['resultHash'] === result.resultHash);
  judgement.require(closed, '7B', 'not-closed', String(entries.length));
  const opened = entries.filter(({ type }) => type === 'opened' || type === 'opened-witnessed');
  judgement.require(opened.length === 1, '7C', 'opened', String(opened.length));
  const begun = beginning(entries);
  judgement.require(begun !== undefined, '7C', 'not-begun');
  if (begun === undefined) return;
  const late = entries.filter(
    ({ seq, type }) => seq > begun.seq && [...handingIn, 'withdrawn'].includes(type),
  );
  for (const { seq } of late) judgement.fail('7C', 'late', String(seq));
}

/** The last `opening-begun` before the opening. */
export function beginning(entries: readonly ReadEntry[]): ReadEntry | undefined {
  const opened = entries.find(({ type }) => type === 'opened' || type === 'opened-witnessed');
  const end = opened?.seq ?? Number.POSITIVE_INFINITY;
  return entries.filter(({ seq, type }) => type === 'opening-begun' && seq < end).at(-1);
}
