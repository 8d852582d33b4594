import { AppError } from '../../../shared/api/problem.ts';
import type { ParsedInputOf } from '../../../shared/api/contract.ts';
import type { TaskContext } from '../../api/context.ts';
import { packStored } from '../../workbook/pack-stored.ts';
import { noteAct } from '../act.ts';
import { exportParts, type ExportPart } from './export-parts.ts';
import { gatherDocument } from './gather.ts';
import { keepMade } from './made-files.ts';
import { chinaDay, fileNameOf, titleWith } from './print.ts';
import { mediaTypes, renderFiles, renderWorkbook } from './render.ts';
import { reviewById } from '../../database/reviews.ts';

/**
 * Makes the chosen documents in the chosen formats for this tab: one file, or a ZIP archive of several.
 * @throws AppError `not-ready` naming what one of them lacks, `glyphs-missing`, `cancelled`
 */
export async function exportDocuments(
  context: TaskContext,
  { reviewId, signing, items }: ParsedInputOf<'document.export'>,
): Promise<{ fileId: string; name: string; files: number }> {
  context.progress(0, 'progress.gathering');
  const day = chinaDay(context.environment.nowMs());
  const parts = items.flatMap(({ kind, format, split }) => {
    const gathered = context.read((reading) => gatherDocument(reading, { reviewId, kind, signing }));
    return exportParts(gathered, { format, split, day });
  });
  const files = await madeFiles(context, parts);
  context.progress(1, 'progress.storing');
  const [only] = files;
  const archive = context.read(({ db }) => titleWith(reviewById(db, reviewId), '文书'));
  const single = files.length === 1 && only !== undefined;
  const name = single ? (only.name.split('/').at(-1) ?? only.name) : fileNameOf(archive, day, 'zip');
  const bytes = single
    ? only.bytes
    : packStored(distinctNames(files).map((file) => ({ name: file.name, bytes: Buffer.from(file.bytes) })));
  return context.commit((writing) => {
    noteAct(writing, reviewId, 'documents-exported', { count: files.length, name });
    const mediaType = single ? mediaTypes[parts[0]?.format ?? 'pdf'] : 'application/zip';
    return { fileId: keepMade(context, { name, mediaType, bytes }), name, files: files.length };
  });
}

interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The documents by one worker, the workbook here; answered in the order of the parts. */
async function madeFiles(context: TaskContext, parts: readonly ExportPart[]): Promise<NamedBytes[]> {
  const orders = parts.flatMap((part) => (part.format === 'xlsx' ? [] : [part.order]));
  const drawn = await renderFiles(context, orders, (fraction) =>
    context.progress((fraction * orders.length) / parts.length, 'progress.drawing'),
  );
  const files: NamedBytes[] = [];
  for (const part of parts) {
    if (context.signal.aborted) throw new AppError('cancelled');
    const bytes = part.format === 'xlsx' ? await renderWorkbook(part.data) : drawn.shift();
    if (bytes === undefined) throw new Error(`${part.name} was not made`);
    files.push({ name: part.name, bytes });
  }
  return files;
}

/** Two enterprises of one name get two files: the second one is numbered. */
export function distinctNames<File extends { readonly name: string }>(files: readonly File[]): File[] {
  const seen = new Map<string, number>();
  return files.map((file) => {
    const key = file.name.toLowerCase();
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? file : { ...file, name: file.name.replace(/(\.[a-z]+)$/u, `（${count}）$1`) };
  });
}
