import { z } from 'zod';
import { count, identifier, shortText, timeMs } from './common.ts';

/**
 * Payloads that travel signed in letters (resources/spec/exchange.md). The keys stand in the order of the
 * specification: a reader writes the payload again in this order and refuses a text that differs.
 */
const hash = z.string().regex(/^[0-9a-f]{64}$/u);
const format = z.literal(1);
const seq = z.int().min(1);
const pair = { member: identifier, dossier: identifier };

/** The end of the office's record: number of its last entry and that entry's hash. */
export const recordEnd = z.strictObject({ size: count, head: hash });
export type RecordEnd = z.infer<typeof recordEnd>;

/** 回避承诺 of one member, made on a bare list of names. */
export const declarationPayload = z.strictObject({
  format,
  review: identifier,
  member: identifier,
  /** 1, 2, 3 … of this member: a list that changed is declared on anew. */
  seq,
  /** Every dossier of the list that it was made on, sorted. */
  dossiers: z.array(identifier).max(10_000),
  recusals: z.array(z.strictObject({ dossier: identifier, reason: shortText })).max(1000),
  claimedMs: timeMs,
});
export type DeclarationPayload = z.infer<typeof declarationPayload>;

export const receiptPayload = z.strictObject({
  format,
  review: identifier,
  ...pair,
  seq,
  envelope: hash,
  /** Null for a withdrawal. */
  sealedHash: hash.nullable(),
  log: recordEnd,
  claimedMs: timeMs,
});
export type ReceiptPayload = z.infer<typeof receiptPayload>;

/** Why an envelope wasn't taken in: a key of text `exchange.reason`. The letter around it is signed. */
export const refusalPayload = z.strictObject({ envelope: hash, reason: z.string().regex(/^[a-z-]{1,40}$/u) });
export type RefusalPayload = z.infer<typeof refusalPayload>;

export const openingRequestPayload = z.strictObject({
  format,
  review: identifier,
  digest: hash,
  envelopes: z.array(z.strictObject({ ...pair, seq, envelope: hash })).max(20_000),
});
export type OpeningRequestPayload = z.infer<typeof openingRequestPayload>;

export const openingAnswerPayload = z.strictObject({
  format,
  review: identifier,
  digest: hash,
  sheets: z.array(z.strictObject({ ...pair, seq, payload: hash })).max(20_000),
});
export type OpeningAnswerPayload = z.infer<typeof openingAnswerPayload>;

export const witnessPayload = z.strictObject({
  format,
  review: identifier,
  digest: hash,
  seat: identifier,
  claimedMs: timeMs,
});
export type WitnessPayload = z.infer<typeof witnessPayload>;

/** What the chair or the deputy signs in place of a sheet, also on one laptop. */
export const absencePayload = z.strictObject({
  format,
  kind: z.literal('absence'),
  review: identifier,
  ...pair,
  reason: shortText,
  signer: identifier,
  claimedMs: timeMs,
});
export type AbsencePayload = z.infer<typeof absencePayload>;

export const absenceRequestPayload = z.strictObject({
  format,
  review: identifier,
  member: identifier,
  dossiers: z.array(identifier).min(1).max(1000),
  reason: shortText,
});
export type AbsenceRequestPayload = z.infer<typeof absenceRequestPayload>;
