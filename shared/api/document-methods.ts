import { z } from 'zod';
import { count, identifier, longText, ofReview } from '../schema/common.ts';
import {
  calendarYear,
  documentTemplate,
  templateFile,
  templateKind,
  templateView,
} from '../schema/document-template.ts';
import { documentKind, noticeFields } from '../schema/result.ts';
import { command, query, task } from './method.ts';

const signing = z.enum(['electronic', 'paper']);
export const exportFormats = ['pdf', 'docx', 'xlsx'] as const;

/** Wording of documents, days of the calendar, trying out and handing out files. */
export const documentMethods = {
  /** Makes a PDF for this tab only: nothing is stored. A given notice or template is tried out. */
  'document.preview': task(
    ofReview.extend({
      kind: documentKind,
      signing,
      notice: noticeFields.nullable(),
      template: z.object({ kind: templateKind, template: documentTemplate }).nullable(),
    }),
    z.object({ fileId: identifier }),
  ),
  /** Makes the chosen files for this tab; several come as one ZIP archive. */
  'document.export': task(
    ofReview.extend({
      signing,
      items: z
        .array(z.object({ kind: documentKind, format: z.enum(exportFormats), split: z.boolean() }))
        .min(1)
        .max(60),
    }),
    z.object({ fileId: identifier, name: z.string(), files: count }),
    ['record'],
  ),
  'template.list': query(ofReview, z.array(templateView)),
  'template.save': command(
    ofReview.extend({ kind: templateKind, version: count, template: documentTemplate }),
    z.object({ version: count }),
    ['documents', 'record'],
  ),
  'template.export': query(ofReview, z.object({ name: z.string(), file: templateFile })),
  /** Takes over the templates of a file as new versions; all or none. */
  'template.import': command(
    ofReview.extend({ text: z.string().max(200_000) }),
    z.object({ changed: count }),
    ['documents', 'record'],
  ),
  'calendar.get': query(ofReview, z.array(calendarYear)),
  /** One day a line; null lets the shipped arrangement of the year apply again. */
  'calendar.save': command(
    ofReview.extend({ year: z.number().int().min(2000).max(2199), text: longText.nullable() }),
    z.object({ days: count }),
    ['documents', 'record'],
  ),
};
