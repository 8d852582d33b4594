import { AppError } from '../../../shared/api/problem.ts';
import type { PaperContent, ResultsData } from '../../documents/data.ts';
import type { FileOrder } from '../../documents/make-pdf.ts';
import type { Gathered } from './gather.ts';
import { notReady } from './needs.ts';
import { fileNameOf, safeName } from './print.ts';
import type { mediaTypes } from './render.ts';

export type ExportFormat = keyof typeof mediaTypes;

/** One file of an export; a name with a folder before it belongs into an archive. */
export type ExportPart = { readonly name: string } & (
  | { readonly format: 'pdf' | 'docx'; readonly order: FileOrder }
  | { readonly format: 'xlsx'; readonly data: ResultsData }
);

/**
 * The files of one document: a letter for each enterprise and the sheets of each member stand alone where that
 * is asked for.
 * @throws AppError `not-ready` for a format that the document doesn't have
 */
export function exportParts(
  gathered: Gathered,
  { format, split, day }: { readonly format: ExportFormat; readonly split: boolean; readonly day: string },
): ExportPart[] {
  const name = fileNameOf(gathered.title, day, format);
  if (gathered.pdf === null) {
    if (format !== 'xlsx') throw noSuchFormat();
    return [{ name, format, data: gathered.data }];
  }
  if (gathered.pdf === 'everything') {
    if (format !== 'pdf') throw noSuchFormat();
    return [{ name, format, order: { kind: 'everything', data: gathered.data } }];
  }
  if (format === 'xlsx') throw noSuchFormat();
  const whole = { kind: gathered.pdf, data: gathered.data } as PaperContent;
  const pieces = split ? splitPieces(gathered) : [];
  const files =
    pieces.length === 0
      ? [{ name, content: whole }]
      : pieces.map((piece) => ({
          name: `${folderOf(gathered)}/${safeName(piece.name, format)}`,
          content: piece.content,
        }));
  return files.map((file): ExportPart => ({
    name: file.name,
    format,
    order: format === 'pdf' ? file.content : { ...file.content, format },
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
