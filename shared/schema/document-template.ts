import { z } from 'zod';
import { templateKinds } from '../domain/document-template.ts';
import { count, longText, timeMs } from './common.ts';

export const templateKind = z.enum(templateKinds);

const line = z.string().max(300);

export const documentTemplate = z.strictObject({
  head: z.enum(['plain', 'red']),
  mark: line,
  number: line,
  firstNumber: z.number().int().min(0).max(99_999),
  title: line,
  addressee: line,
  opening: longText,
  closing: longText,
  issuer: line,
  date: line,
});

export const templateView = z.object({
  kind: templateKind,
  template: documentTemplate,
  /** 0: the shipped wording applies. */
  version: count,
  /** Newest first. */
  versions: z.array(z.object({ version: count, name: z.string(), atMs: timeMs, template: documentTemplate })),
  /** What the fields stand for in this review, for the preview beside the form. */
  values: z.record(z.string(), z.string()),
});
export type TemplateView = z.infer<typeof templateView>;

/** A file of templates: what one office hands to another. */
export const templateFile = z.strictObject({
  format: z.literal('paneldesk-templates-1'),
  templates: z.array(z.strictObject({ kind: templateKind, template: documentTemplate })).max(20),
});
export type TemplateFile = z.infer<typeof templateFile>;

export const calendarDay = z.object({
  day: z.string(),
  kind: z.enum(['rest', 'work']),
  name: z.string(),
});

export const calendarYear = z.object({
  year: z.number().int(),
  days: z.array(calendarDay),
  /** Entered by the office; otherwise shipped. */
  own: z.boolean(),
});
export type CalendarYear = z.infer<typeof calendarYear>;
