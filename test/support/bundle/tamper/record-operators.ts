import { recordHash } from '../../../../electron/exchange/bundle/checks/record.ts';
import { sha256Hex } from '../../../../electron/signing/fingerprint.ts';
import { chain, type Story } from '../story.ts';
import { attack, type Operator } from './forgery.ts';

type Entries = ReturnType<typeof chain>;
type Notes = Story['record'];

/** The record is written again with this change and the old statement. */
function rewritten(name: string, line: string, change: (entries: Entries) => Entries): Operator {
  return attack(name, line, (forgery) => forgery.writeRecord(change));
}

/** The office writes another record, closes it and signs everything that it can. */
function resealed(name: string, line: string, change: (record: Notes) => Notes): Operator {
  return attack(name, line, (forgery) => forgery.reseal({ record: change }));
}

/** From some entry on the hashes are computed again. */
function chained(entries: Entries, start: string): Entries {
  let previous = start;
  return entries.map(({ body }, index) => {
    const hash = recordHash(index + 1, previous, body);
    const entry = { seq: index + 1, previous, hash, body };
    previous = hash;
    return entry;
  });
}

const opening = (record: Notes): number => record.findIndex(({ type }) => type === 'opening-begun');

export const recordOperators: readonly Operator[] = [
  rewritten('an entry is changed', '7A', (entries) =>
    entries.map((entry, index) =>
      index === 2 ? { ...entry, body: entry.body.replace('示例', '他人') } : entry,
    ),
  ),
  rewritten('an entry is removed', '7A', (entries) => entries.filter((_entry, index) => index !== 2)),
  rewritten('an entry is inserted', '7A', (entries) =>
    entries.flatMap((entry, index) => (index === 2 ? [entry, entry] : [entry])),
  ),
  rewritten('two entries change places', '7A', ([one, two, three, ...rest]) =>
    one === undefined || two === undefined || three === undefined ? [] : [one, three, two, ...rest],
  ),
  rewritten('a record from another start', '7A', (entries) =>
    chained(entries, sha256Hex('paneldesk record other')),
  ),
  rewritten('an entry is changed and every hash after it computed again', '10C', (entries) => {
    const changed = entries.map((entry, index) =>
      index === 2 ? { ...entry, body: entry.body.replace('示例', '他人') } : entry,
    );
    return chained(changed, entries[0]?.previous ?? '');
  }),
  rewritten('the tail is cut', '7B', (entries) => entries.slice(0, -2)),
  rewritten('the closing entry is left out', '7B', (entries) => entries.slice(0, -1)),
  rewritten('an entry comes after the closing', '7B', (entries) =>
    chained([...entries, ...entries.slice(0, 1)], entries[0]?.previous ?? ''),
  ),
  rewritten('an empty record', '7B', () => []),
  attack('the closing entry names another result', '7B', (forgery) => {
    const { record } = forgery.story;
    forgery.reseal();
    const last = record.pop();
    record.push({ type: 'result-closed', values: { ...last?.values, resultHash: '7'.repeat(64) } });
    forgery.writeRecord((entries) => entries);
  }),
  attack('an entry isn’t in plain form', '7A', (forgery) => {
    forgery.parts.set('record.json', `${String(forgery.parts.get('record.json'))} `);
  }),
  resealed('a sheet comes after the opening began', '7C', (record) => {
    const at = opening(record);
    const moved = record.findIndex(({ type }) => type === 'submitted' || type === 'sheets-received');
    const [sheet] = record.slice(moved, moved + 1);
    const rest = record.filter((_entry, index) => index !== moved);
    return sheet === undefined ? record : [...rest.slice(0, at), sheet, ...rest.slice(at)];
  }),
  resealed('the opening isn’t written down before the sheets', '7C', (record) =>
    record.filter(({ type }) => type !== 'opening-begun'),
  ),
  resealed('the opening is begun after it was done', '7C', (record) => {
    const at = opening(record);
    const [begun] = record.slice(at, at + 1);
    return begun === undefined ? record : [...record.filter((_entry, index) => index !== at), begun];
  }),
  resealed('the review is opened twice', '7C', (record) => [...record, { type: 'opened', values: {} }]),
  resealed('the opening names other envelopes', '8B', (record) =>
    record.map((entry) =>
      entry.type === 'opening-begun'
        ? { ...entry, values: { ...entry.values, digest: '8'.repeat(64) } }
        : entry,
    ),
  ),
  attack('the office forgets an early entry and signs everything anew', '6B', (forgery) => {
    if (forgery.names(/^receipts\//u).length === 0) return false;
    forgery.reseal({ record: ([, ...record]) => record });
    return true;
  }),
  attack('the record forks after a receipt', '6B', (forgery) => {
    if (forgery.names(/^receipts\//u).length === 0) return false;
    forgery.reseal({
      record: ([first, ...record]) =>
        first === undefined ? record : [{ ...first, values: { title: '另一份记录' } }, ...record],
    });
    return true;
  }),
];
