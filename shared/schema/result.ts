import { z } from 'zod';
import { count, identifier, longText, timeMs } from './common.ts';
import { paperState } from './sheet.ts';

export const conclusion = z.enum(['recommend', 'not-recommend', 'defer']);
export type Conclusion = z.infer<typeof conclusion>;

/** One step of the explanation of a number: a key of text subject `explain` with its values. */
export const explanationStep = z.object({
  key: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type ExplanationStep = z.infer<typeof explanationStep>;

export const tallyRow = z.object({
  dossierId: identifier,
  number: count,
  name: z.string(),
  rank: count.nullable(),
  score: z.string().nullable(),
  /** The exact aggregate as a reduced fraction. */
  exact: z.string().nullable(),
  /** Longer decimal text where two different exact values print alike; otherwise equal to `score`. */
  shown: z.string().nullable(),
  members: count,
  status: z.enum(['final', 'provisional']),
  ineligible: z.boolean(),
  /** Shares its rank or was ordered by a tie step: the step's name, otherwise null. */
  tie: z.string().nullable(),
  /** Meets a preference condition; `confirmed` is the panel's decision, null while open. */
  preference: z.object({ proposed: z.boolean(), confirmed: z.boolean().nullable(), reason: z.string() }),
  categories: z.array(
    z.object({ id: z.string(), mean: z.string().nullable(), exact: z.string().nullable() }),
  ),
  /** Members' totals in order of the roster, marked where the sheet was on paper. */
  sheets: z.array(
    z.object({
      seatId: identifier,
      label: z.string(),
      total: z.string().nullable(),
      /** Weighted values by category, in the order of the row's categories; null when not counted. */
      categories: z.array(z.string().nullable()),
      mark: z.enum(['counted', 'dropped', 'recused', 'absent', 'missing', 'incomplete']),
      paper: z.boolean(),
      /** 畸高畸低 warning: deviation from the panel mean in percent as text, null when none. */
      deviation: z.string().nullable(),
      /** The member's explanation of it, empty while none was given. */
      deviationNote: z.string(),
    }),
  ),
  explanation: z.array(explanationStep),
});
export type TallyRow = z.infer<typeof tallyRow>;

/** 入选 by pass mark and quota; reasons are keys of text subject `selection`. */
export const selectionView = z.object({
  passMark: z.string().nullable(),
  quota: count.nullable(),
  dossiers: z.array(z.object({ dossierId: identifier, selected: z.boolean(), reason: z.string() })),
  /** Tied on the last place of the quota until a vote decides, and how many places it has to fill. */
  openTie: z.array(identifier),
  openPlaces: count,
});

export const vote = z.object({ dossierIds: z.array(identifier), note: z.string(), atMs: timeMs });

export const tallyView = z.object({
  rows: z.array(tallyRow),
  rules: z.array(explanationStep),
  provisional: z.boolean(),
  resultHash: z.string(),
  openedMs: timeMs,
  /** Ties that the panel still has to look at: dossier ids sharing an exact value with an open preference. */
  openTies: z.array(z.array(identifier)),
  /** Null when the scheme names neither a pass mark nor a quota. */
  selection: selectionView.nullable(),
  /** Votes of the panel, the last one first. */
  votes: z.array(vote),
});
export type TallyView = z.infer<typeof tallyView>;

export const opinion = z.object({
  dossierId: identifier,
  number: count,
  name: z.string(),
  rank: count.nullable(),
  score: z.string().nullable(),
  ineligible: z.boolean(),
  conclusion: conclusion.nullable(),
  text: longText,
  revision: count,
  savedMs: timeMs.nullable(),
});
export type Opinion = z.infer<typeof opinion>;

export const dissent = z.object({ seatId: identifier, name: z.string(), text: longText, atMs: timeMs });
export type Dissent = z.infer<typeof dissent>;

export const documentKind = z.enum([
  'minutes-archive',
  'minutes-public',
  'notice',
  'results',
  'score-sheets',
  'sign-in',
  'rule-card',
  'result-bundle',
  'reduced-bundle',
]);
export type DocumentKind = z.infer<typeof documentKind>;

/** Kinds that are printed from data; a bundle is made by an act of its own. */
export const printedKind = documentKind.exclude(['result-bundle', 'reduced-bundle']);
export type PrintedKind = z.infer<typeof printedKind>;

export const signatureState = z.enum(['waiting', 'signed', 'paper', 'left']);

export const documentView = z.object({
  documentId: identifier,
  kind: documentKind,
  title: z.string(),
  fileName: z.string(),
  /** Address of the bytes: /files/<fileId>. */
  fileId: identifier,
  mediaType: z.string(),
  sizeBytes: count,
  sha256: z.string(),
  createdMs: timeMs,
  /** Replaced by a newer one of the same kind; kept for the record. */
  superseded: z.boolean(),
  signing: z.enum(['none', 'electronic', 'paper']),
  signatures: z.array(
    z.object({
      seatId: identifier,
      name: z.string(),
      role: z.string(),
      state: signatureState,
      reason: z.string(),
      atMs: timeMs.nullable(),
    }),
  ),
  /** Scans of the signed paper. */
  scans: z.array(z.object({ fileId: identifier, name: z.string(), sha256: z.string() })),
});
export type DocumentView = z.infer<typeof documentView>;

export const noticeFields = z.object({
  title: z.string().max(200),
  from: z.string().max(10),
  to: z.string().max(10),
  /** Where and how to object (异议渠道). */
  channel: longText,
  issuer: z.string().max(200),
  date: z.string().max(10),
});
export type NoticeFields = z.infer<typeof noticeFields>;

/** A corrected sheet on paper: its scan, who typed it, the items in which they differ, never the values. */
export const paperCorrection = z.object({
  scanFile: z.string().nullable(),
  typedBy: z.array(z.string()),
  state: paperState,
  differences: z.array(z.string()),
});
export type PaperCorrection = z.infer<typeof paperCorrection>;

/** A sheet corrected after the opening: the first value stays for ever beside the new one. */
export const correction = z.object({
  seatId: identifier,
  label: z.string(),
  dossierId: identifier,
  number: count,
  name: z.string(),
  reason: z.string(),
  note: z.string(),
  atMs: timeMs,
  done: z.boolean(),
  items: z.array(z.object({ itemId: z.string(), item: z.string(), before: z.string(), after: z.string() })),
  /** Null for a sheet that was signed on a laptop. */
  paper: paperCorrection.nullable(),
});
export type Correction = z.infer<typeof correction>;
