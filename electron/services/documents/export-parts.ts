import { AppError } from '../../../shared/api/problem.ts';
import type { PaperContent } from '../../documents/data.ts';
import type { TaskContext } from '../../api/context.ts';
import type { Gathered } from './gather.ts';
import { notReady } from './needs.ts';
import { fileNameOf, safeName } from './print.ts';
import { renderDocx, renderPdf, type mediaTypes } from './render.ts';

export type ExportFormat = keyof typeof mediaTypes;

/** One file of an export; a name with a folder before it belongs into an archive. */
export interface ExportPart {
  readonly name: string;
  readonly format: ExportFormat;
  readonly make: (context: TaskContext, progress: (fraction: number) => void) => Promise<Uint8Array>;
}

/**
 * The files of one document: a letter for each enterprise and the sheets of each member stand alone where that
 * is asked for.
 * @throws AppError `not-ready` for a format that the document doesn't have
 */
export function exportParts(
  gathered: Gathered,
  { format, split, day }: { readonly format: ExportFormat; readonly split: boolean; readonly day: string },
): ExportPart[] {
  if ((gathered.pdf === null) !== (format === 'xlsx')) throw noSuchFormat();
  const pieces = split ? splitPieces(gathered) : [];
  const files =
    pieces.length > 0
      ? pieces.map(({ name, content }) => ({
          name: `${folderOf(gathered)}/${safeName(name, format)}`,
          gathered: { ...gathered, pdf: content.kind, data: content.data } as Gathered,
        }))
      : [{ name: fileNameOf(gathered.title, day, format), gathered }];
  return files.map(({ name, gathered: own }) => ({
    name,
    format,
    make: (context, progress) => {
      if (format !== 'docx') return renderPdf(context, own, progress);
      if (own.pdf === null || own.pdf === 'everything') throw noSuchFormat();
      return renderDocx(own.pdf, own.data);
    },
  }));
}

function noSuchFormat(): AppError {
  return notReady([{ path: '', reason: 'document-need.format' }]);
}

function folderOf({ pdf }: Gathered): string {
  return pdf === 'letters' ? '结果通知书' : pdf === 'opinion-form' ? '评审意见表' : '评分表';
}

interface Piece {
  readonly name: string;
  readonly content: PaperContent;
}

/** A document taken apart by enterprise or member; empty for one that stays whole. */
function splitPieces(gathered: Gathered): Piece[] {
  if (gathered.pdf === 'letters') {
    const { data } = gathered;
    return data.letters.map((letter) => ({
      name: `${letter.order} ${letter.enterprise}`,
      content: { kind: 'letters', data: { ...data, letters: [letter] } },
    }));
  }
  if (gathered.pdf === 'opinion-form') {
    const { data } = gathered;
    return data.pages.map((page) => ({
      name: `${page.number} ${page.enterprise}`,
      content: { kind: 'opinion-form', data: { ...data, pages: [page] } },
    }));
  }
  if (gathered.pdf === 'score-sheets') {
    const { data } = gathered;
    const byMember = [...Map.groupBy(data.pages, ({ member }) => member)];
    return byMember.map(([member, pages], index) => ({
      name: `${String(index + 1).padStart(2, '0')} ${member}`.trim(),
      content: { kind: 'score-sheets', data: { ...data, pages } },
    }));
  }
  return [];
}
