import { z } from 'zod';
import { count, identifier, timeMs } from './common.ts';

/** A review, or null on a laptop that belongs to none yet. */
export const ofExchange = z.object({ reviewId: identifier.nullable() });

const folder = z.string().min(1).max(1000);
/** 会场码: 16 digits in groups of four; spaces and hyphens between them don't matter. */
export const meetingCode = z
  .string()
  .transform((text) => text.replace(/[\s-]/g, ''))
  .pipe(z.string().regex(/^\d{16}$/));
/** An IPv4 address with its port, as the secretary's screen shows it. */
export const boxAddress = z
  .string()
  .trim()
  .regex(/^\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}:\d{1,5}$/);

/** `hand`: no carrier, files are downloaded and dropped. `own-box`: the drop box of this very laptop. */
export const carrierChoice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('hand') }),
  z.object({ kind: z.literal('folder'), folder }),
  z.object({ kind: z.literal('stick'), folder }),
  z.object({ kind: z.literal('box'), address: boxAddress, code: meetingCode }),
  z.object({ kind: z.literal('own-box') }),
]);

export type CarrierChoice = z.output<typeof carrierChoice>;

/** As kept; `id` stands in the marker file of the folder. */
export const carrierSettings = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('hand') }),
  z.object({ kind: z.literal('folder'), folder, id: z.string() }),
  z.object({ kind: z.literal('stick'), folder, id: z.string() }),
  z.object({ kind: z.literal('box'), address: z.string(), code: z.string() }),
  z.object({ kind: z.literal('own-box') }),
]);
export type CarrierSettings = z.infer<typeof carrierSettings>;

const reasonValues = z.record(z.string(), z.union([z.string(), z.number()]));

/** One file that was judged now; its sentence is text `exchange.reason.<reason>`. */
export const takenFile = z.object({
  fileName: z.string(),
  kind: z.string(),
  party: z.string(),
  outcome: z.enum(['accepted', 'already', 'refused', 'waiting']),
  reason: z.string(),
  values: reasonValues,
});
export type TakenFile = z.infer<typeof takenFile>;

/** Where the exchange of a review stands on this laptop. */
export const exchangeState = z.object({
  /** Why the carrier didn't work the last time, a key of text `exchange.carrier`; null when it did. */
  failure: z.object({ reason: z.string(), values: reasonValues }).nullable(),
  /** Time of the last look that worked. */
  lastMs: timeMs.nullable(),
  /** Files that wait for something else; they are tried again. */
  waiting: z.array(takenFile),
  /** Names of files in the carrier that aren't ours. */
  strangers: z.array(z.string()),
  /** Files that somebody still writes. */
  unfinished: count,
  /** Everything was written and read back: the stick may be taken out. */
  safeToRemove: z.boolean(),
});
export type ExchangeState = z.infer<typeof exchangeState>;

export const outboxLetter = z.object({
  id: identifier,
  kind: z.string(),
  party: z.string(),
  fileName: z.string(),
  size: count,
  madeMs: timeMs,
});

export const registerLine = z.object({
  seq: count,
  direction: z.enum(['in', 'out']),
  kind: z.string(),
  party: z.string(),
  fileName: z.string(),
  size: count,
  sha256: z.string(),
  carrier: z.string(),
  outcome: z.enum(['sent', 'accepted', 'already', 'refused']),
  reason: z.string(),
  values: reasonValues,
  madeMs: timeMs,
});
export type RegisterLine = z.infer<typeof registerLine>;

const place = z.object({ path: z.string(), name: z.string() });
export const folderListing = z.object({
  /** Null for the places to start from. */
  path: z.string().nullable(),
  parent: z.string().nullable(),
  folders: z.array(place),
});

export const dropBoxState = z.object({
  open: z.boolean(),
  /** `192.168.1.5:47800`, one for each network of this laptop; empty while closed. */
  addresses: z.array(z.string()),
  /** Four groups of four digits; empty before the first opening. */
  code: z.string(),
  /** Letters that came in since it was opened. */
  received: count,
  /** Computers that typed a wrong code too often and must wait. */
  blocked: count,
});
export type DropBoxState = z.infer<typeof dropBoxState>;
