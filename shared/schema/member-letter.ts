import { z } from 'zod';
import { identifier, timeMs } from './common.ts';
import { personKind, role } from './people.ts';
import { phase } from './review.ts';

/**
 * What travels between the office and a member's laptop (resources/spec/exchange.md). The keys stand in the
 * order of the specification: a reader writes the text again in this order and refuses one that differs.
 */
const format = z.literal(1);
const text = z.string().max(200);
const name = z.string().min(1).max(200);
/** SPKI DER of a P-256 key (91 bytes), base64url. */
const spki = z.string().regex(/^[A-Za-z0-9_-]{122}$/u);
const recipient = z.string().regex(/^age1[a-z0-9]{58}$/u);
const idOrEmpty = z.string().max(64);

/** Public keys of one person, signed with the very key that it names. */
export const cardPayload = z
  .strictObject({
    format,
    /** `own`: own laptop under a passphrase. `seat`: bureau laptop under a session PIN, the weaker promise. */
    kind: z.enum(['own', 'seat']),
    name,
    organisation: text,
    signing: spki,
    recipient,
    /** Ids; empty on an own laptop before any review is known. */
    review: idOrEmpty,
    seat: idOrEmpty,
    claimedMs: timeMs,
  })
  // A seat's card is made at the seat of a known review.
  .refine(({ kind, review, seat }) => kind === 'own' || (review !== '' && seat !== ''));
export type Card = z.infer<typeof cardPayload>;

/** What a bureau laptop needs to become a seat; the meeting code authenticates it. */
export const joinContent = z.strictObject({
  format,
  review: identifier,
  title: name,
  authority: spki,
  /** `age1…` of the office. */
  office: recipient,
  seats: z.array(z.strictObject({ seat: identifier, name, organisation: text })).max(200),
});
export type JoinContent = z.infer<typeof joinContent>;

/** The office allows new tries of a seat's PIN after five wrong ones; each number works once. */
export const seatUnlockPayload = z.strictObject({
  format,
  review: identifier,
  seat: identifier,
  number: z.int().min(1),
  claimedMs: timeMs,
});
export type SeatUnlock = z.infer<typeof seatUnlockPayload>;

export const packageSeat = z.strictObject({
  seat: identifier,
  name,
  organisation: text,
  title: text,
  field: text,
  kind: personKind,
  role,
  declared: z.boolean(),
});
export type PackageSeat = z.infer<typeof packageSeat>;

/** `state.json`: what the office knows of the review as far as its addressee may know it. */
export const packageState = z.strictObject({
  format,
  review: identifier,
  title: name,
  organiser: text,
  sample: z.boolean(),
  phase,
  /** 1, 2, 3 … grows with every package that the office makes. */
  version: z.int().min(1),
  /** The addressee's seat. */
  seat: identifier,
  /** In the order of the roster. */
  seats: z.array(packageSeat).min(1).max(200),
  /** Of the addressee only. */
  recusals: z
    .array(z.strictObject({ dossier: identifier, reason: z.string().min(1).max(200), late: z.boolean() }))
    .max(10_000),
  /** Ids of dossiers that left the review. */
  withdrawn: z.array(identifier).max(10_000),
});
export type PackageState = z.infer<typeof packageState>;

export const authorityFile = z.strictObject({ spki, certificate: z.string().min(1).max(8000) });
export type AuthorityFile = z.infer<typeof authorityFile>;
