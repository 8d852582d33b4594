import { z } from 'zod';
import { count, identifier, longText, timeMs } from './common.ts';
import { dossierFields } from './dossier.ts';
import { deskMaterial } from './material.ts';

/** item id → decimal text as scored ("8.5"), or null for a blank. A blank is not a zero. */
export const sheetScores = z.record(z.string().max(64), z.string().max(12).nullable());
export const sheetComments = z.record(z.string().max(64), z.string().max(2000));

export const sheetContent = z.object({
  scores: sheetScores,
  comments: sheetComments,
  overall: longText,
  /** Items whose 0 was confirmed by the member. */
  confirmedZeros: z.array(z.string().max(64)),
});
export type SheetContent = z.infer<typeof sheetContent>;

export const deskState = z.enum(['recused', 'absent', 'not-started', 'draft', 'ready', 'submitted', 'paper']);
export type DeskState = z.infer<typeof deskState>;

export const deskSheet = z.object({
  dossierId: identifier,
  number: count,
  name: z.string(),
  state: deskState,
  /** Own total so far, as text, null while nothing is entered. */
  total: z.string().nullable(),
  filled: count,
  items: count,
  revision: count,
  savedMs: timeMs.nullable(),
  /** Sequence number of the submitted version, 0 when none. */
  seq: count,
  content: sheetContent.nullable(),
  /** On a member's own laptop or seat: 待签收, 已签收 or refused; null where the office is on this laptop. */
  delivery: z.object({ state: z.enum(['waiting', 'received', 'refused']), reason: z.string() }).nullable(),
  /** What the member reads beside the sheet. Null for a recused dossier. */
  fields: dossierFields.nullable(),
  /** Files in force that the member may read; empty for a recused dossier. */
  materials: z.array(deskMaterial),
});
export type DeskSheet = z.infer<typeof deskSheet>;

export const desk = z.object({
  sheets: z.array(deskSheet),
  /** Text keys (subject `desk`) that say why drafting or submitting isn't possible yet; empty when it is. */
  draftBlockedBy: z.array(z.string()),
  submitBlockedBy: z.array(z.string()),
  closed: z.boolean(),
});
export type Desk = z.infer<typeof desk>;

export const boardState = z.enum([
  'missing',
  'draft',
  'received',
  /** In by letter; no carrier has handed the receipt over yet. */
  'unacknowledged',
  /** Two different envelopes with the last number. */
  'conflict',
  'recused',
  'absent',
  'paper',
  'paper-typed',
]);
export type BoardState = z.infer<typeof boardState>;

/** How what is in came: handed in on this laptop, in a letter, on paper. */
export const sheetSource = z.enum(['here', 'letter', 'paper']);

export const board = z.object({
  members: z.array(z.object({ seatId: identifier, name: z.string(), code: z.string().nullable() })),
  dossiers: z.array(z.object({ dossierId: identifier, number: count, name: z.string() })),
  /** Row by row: cells[member][dossier]. Never a number of a score. */
  cells: z.array(z.array(boardState)),
  /** Likewise; null where nothing is in. */
  sources: z.array(z.array(sheetSource.nullable())),
  /** Letters that wait for a carrier, by whom they are for. */
  waitingLetters: z.array(z.object({ name: z.string(), count })),
  /** Envelopes that wait for the one in front of them. */
  gaps: z.array(z.object({ seatId: identifier, dossierId: identifier })),
  /** A member's laptop had seen another record of this review than the one kept here. */
  contradictions: z.array(z.object({ name: z.string(), seen: count, size: count })),
  /** Too few members can still count: the result of these would be provisional. */
  belowQuorum: z.array(
    z.object({ dossierId: identifier, number: count, name: z.string(), members: count, quorum: count }),
  ),
  received: count,
  expected: count,
  missing: z.array(z.object({ seatId: identifier, dossierId: identifier })),
  closed: z.boolean(),
  opened: z.boolean(),
  /** Text keys (subject `board`) that keep the closing or the opening shut. */
  closeBlockedBy: z.array(z.string()),
  openBlockedBy: z.array(z.string()),
});
export type Board = z.infer<typeof board>;

/** Where a paper stands that two people type. */
export const paperState = z.enum(['registered', 'typed-once', 'differs', 'agreed']);

/** What a typist is told: names of items that differ, never values. */
export const paperEntered = z.object({
  state: z.enum(['typed-once', 'differs', 'agreed']),
  differences: z.array(z.string()),
});

export const paperSheet = z.object({
  seatId: identifier,
  member: z.string(),
  dossierId: identifier,
  number: count,
  name: z.string(),
  /** Address of the scan under /files/, null until attached. */
  scanFile: z.string().nullable(),
  scanHash: z.string().nullable(),
  typedBy: z.array(z.string()),
  state: paperState,
  /** Items in which the two typists differ; never the values. */
  differences: z.array(z.string()),
});
export type PaperSheet = z.infer<typeof paperSheet>;
