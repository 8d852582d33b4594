import { AppError } from '../../../shared/api/problem.ts';
import {
  templateDefects,
  templateKinds,
  type DocumentTemplate,
  type TemplateDefect,
  type TemplateKind,
} from '../../../shared/domain/document-template.ts';
import { parseStrictJson } from '../../../shared/domain/strict-json.ts';
import { templateFile, type TemplateView } from '../../../shared/schema/document-template.ts';
import type { Handlers } from '../../api/handler.ts';
import type { CommandContext } from '../../api/context.ts';
import type { ReadDb } from '../../database/access.ts';
import { insertTemplate, templateVersions } from '../../database/document-templates.ts';
import { reviewById } from '../../database/reviews.ts';
import { noteAct, ownPerson } from '../act.ts';
import { outdateUnsignedMinutes } from './outdate.ts';
import { chinaDay, fileNameOf, titleWith } from './print.ts';
import { exampleValues } from './template-examples.ts';
import { templateOf } from './wording.ts';

type Names = 'template.list' | 'template.save' | 'template.export' | 'template.import';

export const templateHandlers: Pick<Handlers, Names> = {
  'template.list': ({ db }, { reviewId }) => templateViews(db, reviewId),
  'template.save': (context, { reviewId, kind, version, template }) => {
    refuseDefects(templateDefects(kind, template), '');
    const current = templateVersions(context.db, reviewId).find((row) => row.kind === kind);
    if ((current?.version ?? 0) !== version) throw new AppError('stale');
    return { version: saveTemplate(context, reviewId, kind, template) };
  },
  'template.export': ({ db, environment }, { reviewId }) => ({
    name: fileNameOf(titleWith(reviewById(db, reviewId), '文书模板'), chinaDay(environment.nowMs()), 'json'),
    file: {
      format: 'paneldesk-templates-1',
      templates: templateKinds.map((kind) => ({ kind, template: templateOf(db, reviewId, kind) })),
    },
  }),
  'template.import': (context, { reviewId, text }) => {
    const { templates } = readTemplateFile(text);
    const changed = templates.filter(
      ({ kind, template }) =>
        JSON.stringify(templateOf(context.db, reviewId, kind)) !== JSON.stringify(template),
    );
    for (const { kind, template } of changed) saveTemplate(context, reviewId, kind, template);
    return { changed: changed.length };
  },
};

/** @throws AppError `invalid-rows` with each place: which text, line and column */
export function refuseDefects(defects: readonly TemplateDefect[], prefix: string): void {
  if (defects.length === 0) return;
  throw new AppError(
    'invalid-rows',
    {},
    defects.map(({ path, reason, values }) => ({ path: `${prefix}${path}`, reason, values })),
  );
}

function templateViews(db: ReadDb, reviewId: string): TemplateView[] {
  const rows = templateVersions(db, reviewId);
  return templateKinds.map((kind) => {
    const versions = rows.filter((row) => row.kind === kind);
    return {
      kind,
      template: templateOf(db, reviewId, kind),
      version: versions[0]?.version ?? 0,
      versions: versions.map((row) => ({
        version: row.version,
        name: row.name,
        atMs: row.made_ms,
        template: JSON.parse(row.body) as DocumentTemplate,
      })),
      values: { ...exampleValues(db, reviewId, kind) },
    };
  });
}

/** The wording of the minutes is part of what is signed, so minutes that nobody signed yet are made anew. */
function saveTemplate(
  context: CommandContext,
  reviewId: string,
  kind: TemplateKind,
  template: DocumentTemplate,
): number {
  if (kind === 'minutes') outdateUnsignedMinutes(context, reviewId);
  const { personId } = ownPerson(context);
  const version = insertTemplate(context.db, {
    reviewId,
    kind,
    body: template,
    personId,
    madeMs: context.nowMs,
  });
  noteAct(context, reviewId, `template-saved-${kind}`, { version });
  return version;
}

function readTemplateFile(text: string): ReturnType<typeof templateFile.parse> {
  const json = parseStrictJson(text);
  const shape = json.problems.length === 0 ? templateFile.safeParse(json.value) : undefined;
  if (shape?.success !== true) {
    throw new AppError('invalid-rows', {}, [{ path: '', reason: 'template.file' }]);
  }
  for (const { kind, template } of shape.data.templates) {
    refuseDefects(templateDefects(kind, template), `${kind}.`);
  }
  return shape.data;
}
