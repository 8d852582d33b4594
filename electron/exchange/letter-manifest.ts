import { isLetterKind, type LetterKind } from './letter-kinds.ts';
import { isPartName, refused, type PartHeader } from './parts.ts';

/** What the sender signs (JWS, typ `panel-letter`); the keys stand in this order. */
export interface LetterManifest {
  readonly format: 1;
  readonly kind: LetterKind;
  /** Id of the review; empty for a card that was made before any review is known. */
  readonly review: string;
  /** `office`, or the seat id of the member; empty for a card of nobody seated yet. */
  readonly from: string;
  /** `addresseeOf` the recipient. */
  readonly to: string;
  /** 1, 2, 3 … of this sender to this addressee: order, never the clock. */
  readonly number: number;
  /** Oldest program that understands it, e.g. `0.2.0`. */
  readonly minimum: string;
  /** The end of the sender's record when it was written; for a member, the last one seen of the office. */
  readonly log: { readonly size: number; readonly head: string } | null;
  /** Claimed, shown, never used for order. */
  readonly claimedMs: number;
  readonly parts: readonly PartHeader[];
}

const keys = [
  'format',
  'kind',
  'review',
  'from',
  'to',
  'number',
  'minimum',
  'log',
  'claimedMs',
  'parts',
] as const;

/** @throws AppError `data-corrupt`, reasons `manifest`, `newer` */
export function readManifest(text: string): LetterManifest {
  let value: Record<string, unknown>;
  try {
    value = JSON.parse(text) as Record<string, unknown>;
  } catch {
    throw refused('manifest');
  }
  if (typeof value !== 'object' || value === null) throw refused('manifest');
  if (typeof value['format'] === 'number' && value['format'] > 1) throw refused('newer');
  // One form only: no repeated keys, no further ones, which readers could resolve differently.
  const sorted = JSON.stringify(Object.fromEntries(keys.map((key) => [key, value[key]])));
  if (sorted !== text || !isManifest(value)) throw refused('manifest');
  return value as unknown as LetterManifest;
}

export function manifestText(manifest: LetterManifest): string {
  return JSON.stringify(Object.fromEntries(keys.map((key) => [key, manifest[key]])));
}

function isManifest(value: Record<string, unknown>): boolean {
  const { kind, review, from, to, number, minimum, log, claimedMs, parts } = value;
  const texts = [review, from, to, minimum].every((text) => typeof text === 'string' && text.length <= 64);
  return (
    value['format'] === 1 &&
    typeof kind === 'string' &&
    isLetterKind(kind) &&
    texts &&
    Number.isSafeInteger(number) &&
    Number(number) >= 1 &&
    Number.isSafeInteger(claimedMs) &&
    (log === null || isHead(log)) &&
    Array.isArray(parts) &&
    parts.every(isPart)
  );
}

function isHead(value: unknown): boolean {
  const { size, head, ...rest } = value as Record<string, unknown>;
  return Number.isSafeInteger(size) && isHash(head) && Object.keys(rest).length === 0;
}

function isPart(value: unknown): boolean {
  const { name, size, sha256, ...rest } = (value ?? {}) as Record<string, unknown>;
  return (
    typeof name === 'string' &&
    isPartName(name) &&
    Number.isSafeInteger(size) &&
    Number(size) >= 0 &&
    isHash(sha256) &&
    Object.keys(rest).length === 0
  );
}

function isHash(value: unknown): boolean {
  return typeof value === 'string' && /^[0-9a-f]{64}$/u.test(value);
}
