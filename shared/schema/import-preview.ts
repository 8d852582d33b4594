import { z } from 'zod';
import { dossierFields } from './dossier.ts';

/** What importing a row would do. `refused` rows are never imported. */
export const importAction = z.enum(['new', 'update', 'same', 'refused']);
export type ImportAction = z.infer<typeof importAction>;

/** One bad cell. `reason` is a key of `shared/text`; `column` a letter such as "C"; `row` counts from 1. */
export const importProblem = z.object({
  sheet: z.string(),
  row: z.number().int().min(1),
  column: z.string(),
  header: z.string(),
  key: z.string(),
  reason: z.string(),
  /** The text of the cell as it stands in the file, shortened to 80 characters. */
  value: z.string(),
  /** Values for the sentence of the reason, e.g. the place of a wrong code character. */
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type ImportProblem = z.infer<typeof importProblem>;

/** One value of a known dossier that a re-import would change; both canonical, null when empty. */
export const importChange = z.object({
  key: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
});
export type ImportChange = z.infer<typeof importChange>;

/** A text that was understood in another form, e.g. "3000万元" as 3000: a person confirms it. */
export const importConfirmation = z.object({
  sheet: z.string(),
  row: z.number().int().min(1),
  column: z.string(),
  header: z.string(),
  key: z.string(),
  text: z.string(),
  value: z.string().nullable(),
});
export type ImportConfirmation = z.infer<typeof importConfirmation>;

export const importRow = z.object({
  sheet: z.string(),
  rowNumber: z.number().int().min(1),
  action: importAction,
  /** The whole dossier as it would be after the import; of a refused row what could be read. */
  fields: dossierFields,
  changes: z.array(importChange),
  problems: z.array(importProblem),
  confirmations: z.array(importConfirmation),
});
export type ImportRow = z.infer<typeof importRow>;

/** Something in the file that was left out: unknown columns, sheets without the header, far cells. */
export const importNote = z.object({
  sheet: z.string(),
  reason: z.enum(['note-unknown-columns', 'note-other-sheet', 'note-cells-beyond']),
  value: z.string(),
});
export type ImportNote = z.infer<typeof importNote>;

/** What the file and the store say; pure, see `previewImport`. */
export const importPlan = z.object({
  rows: z.array(importRow),
  notes: z.array(importNote),
  counts: z.object({
    new: z.number().int().min(0),
    update: z.number().int().min(0),
    same: z.number().int().min(0),
    refused: z.number().int().min(0),
  }),
});
export type ImportPlan = z.infer<typeof importPlan>;

/**
 * The plan with its SHA-256 (hex): `dossier.import` takes it as `digest`, and `skipRows` counts positions in
 * `rows` from 0, because row numbers repeat from sheet to sheet.
 */
export const importPreview = importPlan.extend({ digest: z.string() });
export type ImportPreview = z.infer<typeof importPreview>;
