import { AppError } from '../../../shared/api/problem.ts';
import { templateDefects } from '../../../shared/domain/document-template.ts';
import type { ParsedInputOf } from '../../../shared/api/contract.ts';
import type { TaskContext } from '../../api/context.ts';
import { gatherDocument } from './gather.ts';
import { keepMade } from './made-files.ts';
import { mediaTypes, renderPdf } from './render.ts';
import { refuseDefects } from './templates.ts';

/**
 * Makes a PDF for this tab from what is stored and what is being typed; nothing is kept.
 * @throws AppError `not-ready`, `glyphs-missing`, `cancelled`, `invalid-rows` for a wrong field
 */
export async function previewDocument(
  context: TaskContext,
  { reviewId, kind, signing, notice, template }: ParsedInputOf<'document.preview'>,
): Promise<{ fileId: string }> {
  if (template !== null) refuseDefects(templateDefects(template.kind, template.template), '');
  context.progress(0, 'progress.gathering');
  const gathered = context.read((reading) =>
    gatherDocument(reading, {
      reviewId,
      kind,
      signing,
      notice: notice ?? undefined,
      templates: template === null ? {} : { [template.kind]: template.template },
    }),
  );
  const bytes = await renderPdf(context, gathered, (fraction) =>
    context.progress(fraction, 'progress.drawing'),
  );
  if (context.signal.aborted) throw new AppError('cancelled');
  // Asked again: the tab may have been handed over meanwhile.
  return context.commit(() => {
    const mediaType = gathered.pdf === null ? mediaTypes.xlsx : mediaTypes.pdf;
    return { fileId: keepMade(context, { name: gathered.title, mediaType, bytes }) };
  });
}
