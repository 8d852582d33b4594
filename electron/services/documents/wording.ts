import {
  fillParagraphs,
  fillTemplate,
  type DocumentTemplate,
  type TemplateKind,
} from '../../../shared/domain/document-template.ts';
import { defaultTemplates } from '../../../shared/domain/template-defaults.ts';
import type { OfficialHead } from '../../documents/data.ts';
import type { ReadDb } from '../../database/access.ts';
import { latestTemplate } from '../../database/document-templates.ts';

/** Templates that a preview tries out in place of the stored ones. */
export type TemplateDrafts = Readonly<Partial<Record<TemplateKind, DocumentTemplate>>>;

/** A template with its fields filled. */
export interface Wording {
  readonly head: OfficialHead | undefined;
  /** 发文字号, also on plain paper; empty: none. */
  readonly number: string;
  readonly title: string;
  readonly addressee: string;
  readonly opening: readonly string[];
  readonly closing: readonly string[];
  readonly issuer: string;
  readonly date: string;
}

/** The template in force: the draft, else the newest version of this review, else the shipped one. */
export function templateOf(
  db: ReadDb,
  reviewId: string,
  kind: TemplateKind,
  drafts: TemplateDrafts = {},
): DocumentTemplate {
  const draft = drafts[kind];
  if (draft !== undefined) return draft;
  const stored = latestTemplate(db, reviewId, kind);
  return stored === undefined ? defaultTemplates[kind] : (JSON.parse(stored.body) as DocumentTemplate);
}

/** Fills a template; `order` counts the documents made from it, from 0. */
export function wordingOf(
  template: DocumentTemplate,
  given: Readonly<Record<string, string>>,
  order = 0,
): Wording {
  const values = { ...given, 序号: String(template.firstNumber + order) };
  const fill = (text: string): string => fillTemplate(text, values).trim();
  const number = fill(template.number);
  return {
    head: template.head === 'red' ? { mark: fill(template.mark), number } : undefined,
    number,
    title: fill(template.title),
    addressee: fill(template.addressee),
    opening: fillParagraphs(template.opening, values),
    closing: fillParagraphs(template.closing, values),
    issuer: fill(template.issuer),
    date: fill(template.date),
  };
}
