import { readUnverifiedJws } from '../../signing/jws.ts';
import { recordStart } from './checks/record.ts';
import type { OwnEvidence } from './lines.ts';
import { envelopeShapes, receiptShape, recordShape, type Envelope } from './payloads.ts';
import { readPlainBytes } from './plain-form.ts';
import { readBundle } from './read-bundle.ts';
import { readUnproved } from './signed-text.ts';

export interface OwnRows {
  readonly envelopes: readonly { readonly envelope_hash: string }[];
  readonly receipts: readonly { readonly jws: string }[];
  readonly heads: readonly { readonly size: number; readonly head: string }[];
}

/**
 * Whether a member's own sheets are in the bundle and its record extends every end that this laptop has seen.
 * The laptop is the witness that the office can't rewrite: signatures in the bundle don't matter here.
 */
export function compareOwn(bytes: Uint8Array, review: string, rows: OwnRows): OwnEvidence | null {
  const read = readBundle(bytes);
  if (read.state !== 'read') return null;
  const inside = new Set(
    [...read.parts].flatMap(([name, part]) => {
      if (!/^(?:sheets|conflicts)\/.*\.envelope\.jws$/u.test(name)) return [];
      const text =
        readUnproved<Envelope>(part, envelopeShapes[1]) ?? readUnproved<Envelope>(part, envelopeShapes[2]);
      return text === undefined ? [] : [text.identity];
    }),
  );
  const missing = rows.envelopes.filter(({ envelope_hash: identity }) => !inside.has(identity));
  const record = readPlainBytes(read.parts.get('record.json') ?? new Uint8Array());
  const entries = recordShape.fits(record) ? record.entries : null;
  const seen = [...rows.heads, ...rows.receipts.flatMap(({ jws }) => headOf(jws))];
  const heads = new Map(seen.map((one) => [`${one.size} ${one.head}`, one]));
  const other = [...heads.values()].filter(({ size, head }) => {
    if (entries === null) return false;
    return (size === 0 ? recordStart(review) : entries[size - 1]?.hash) !== head;
  });
  return {
    sheets: rows.envelopes.length,
    missingSheets: missing.length,
    heads: entries === null ? 0 : heads.size,
    otherHeads: other.length,
  };
}

function headOf(jws: string): readonly { readonly size: number; readonly head: string }[] {
  const value = readPlainBytes(readUnverifiedJws(jws).payload);
  return receiptShape.fits(value) ? [value.log] : [];
}
