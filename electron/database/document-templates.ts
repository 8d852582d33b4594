import type { DocumentTemplate, TemplateKind } from '../../shared/domain/document-template.ts';
import type { ReadDb, WriteDb } from './access.ts';

export interface TemplateRow {
  readonly kind: TemplateKind;
  readonly version: number;
  /** JSON of a DocumentTemplate. */
  readonly body: string;
  readonly person_id: string;
  readonly name: string;
  readonly made_ms: number;
}

/** Every version of a review's templates, the newest first. */
export function templateVersions(db: ReadDb, reviewId: string): TemplateRow[] {
  return db.all<TemplateRow>(
    `SELECT t.kind, t.version, t.body, t.person_id, t.made_ms, p.name
     FROM document_template t JOIN person p ON p.id = t.person_id
     WHERE t.review_id = ? ORDER BY t.kind, t.version DESC`,
    reviewId,
  );
}

/** The version in force; undefined while the shipped one applies. */
export function latestTemplate(db: ReadDb, reviewId: string, kind: TemplateKind): TemplateRow | undefined {
  return templateVersions(db, reviewId).find((row) => row.kind === kind);
}

/** Adds the next version and answers its number. */
export function insertTemplate(
  db: WriteDb,
  row: { reviewId: string; kind: TemplateKind; body: DocumentTemplate; personId: string; madeMs: number },
): number {
  const version = (latestTemplate(db, row.reviewId, row.kind)?.version ?? 0) + 1;
  db.run(
    'INSERT INTO document_template (review_id, kind, version, body, person_id, made_ms) VALUES (?, ?, ?, ?, ?, ?)',
    row.reviewId,
    row.kind,
    version,
    JSON.stringify(row.body),
    row.personId,
    row.madeMs,
  );
  return version;
}
