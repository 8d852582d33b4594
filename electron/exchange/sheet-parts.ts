import { partBytesOf } from './letter.ts';
import { bytesPart, refused, textPart, type IncomingPart, type Part } from './parts.ts';

/** One envelope of a `sheets` letter; a withdrawal has no sealed bytes. */
export interface SentEnvelope {
  readonly dossier: string;
  readonly seq: number;
  /** JWS, typ `panel-envelope`. */
  readonly envelope: string;
  /** The sealed sheet, null for a withdrawal. */
  readonly sealed: Uint8Array | null;
}

const NAME = /^([a-z0-9-]{1,64})\.([1-9][0-9]{0,8})\.(envelope\.jws|sealed)$/u;
/** A sheet with the longest comments stays far below. */
const MOST_BYTES = 4 * 1024 * 1024;
const MOST_ENVELOPES = 4000;

export function sheetParts(envelopes: readonly SentEnvelope[]): Part[] {
  return envelopes.flatMap(({ dossier, seq, envelope, sealed }) => {
    const place = `${dossier}.${seq}`;
    const first = textPart(`${place}.envelope.jws`, envelope);
    return sealed === null ? [first] : [first, bytesPart(`${place}.sealed`, sealed)];
  });
}

/**
 * The envelopes of a `sheets` letter in the order of dossier and number, whatever the order of the parts.
 * @throws AppError `data-corrupt`, reasons `part-elsewhere` (no such part belongs here), `too-large`
 */
export async function readSheetParts(parts: AsyncIterable<IncomingPart>): Promise<SentEnvelope[]> {
  const envelopes = new Map<string, string>();
  const sealed = new Map<string, Uint8Array>();
  for await (const part of parts) {
    const [, dossier, seq, what] = NAME.exec(part.name) ?? [];
    if (dossier === undefined) throw refused('part-elsewhere', { name: part.name });
    if (part.size > MOST_BYTES || envelopes.size + sealed.size > MOST_ENVELOPES) throw refused('too-large');
    const bytes = await partBytesOf(part);
    if (what === 'sealed') sealed.set(`${dossier}.${seq}`, bytes);
    else envelopes.set(`${dossier}.${seq}`, bytes.toString('utf8'));
  }
  for (const place of sealed.keys())
    if (!envelopes.has(place)) throw refused('part-elsewhere', { name: `${place}.sealed` });
  return [...envelopes]
    .map(([place, envelope]): SentEnvelope => {
      const [dossier = '', seq = ''] = place.split('.');
      return { dossier, seq: Number(seq), envelope, sealed: sealed.get(place) ?? null };
    })
    .toSorted((left, right) => compare(left.dossier, right.dossier) || left.seq - right.seq);
}

function compare(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
