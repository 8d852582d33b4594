import { createPdfMaker, type FileOrder, type PdfOrder } from '../../documents/make-pdf.ts';
import type { ResultsData } from '../../documents/data.ts';
import type { TaskContext } from '../../api/context.ts';
import type { Gathered } from './gather.ts';

export const mediaTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

type Work = Pick<TaskContext, 'environment' | 'signal'>;

/** The PDF of a document, or the workbook where it is one. `progress` receives 0 to 1. */
export async function renderPdf(
  work: Work,
  gathered: Gathered,
  progress: (fraction: number) => void,
): Promise<Uint8Array> {
  if (gathered.pdf === null) return renderWorkbook(gathered.data);
  const [bytes] = await renderFiles(
    work,
    [{ kind: gathered.pdf, data: gathered.data } as PdfOrder],
    progress,
  );
  if (bytes === undefined) throw new Error('nothing was made');
  return bytes;
}

/** Several files by one worker. */
export function renderFiles(
  { environment, signal }: Work,
  orders: readonly FileOrder[],
  progress: (fraction: number) => void,
): Promise<Uint8Array[]> {
  const maker = createPdfMaker({ fonts: environment.fonts, worker: environment.pdfWorker });
  return maker.makeFiles(orders, { signal, progress: (percent) => progress(percent / 100) });
}

/** The results workbook; loaded when asked for: its writer isn't needed for a start. */
export async function renderWorkbook(data: ResultsData): Promise<Uint8Array> {
  const { makeResultsWorkbook } = await import('../../documents/make-workbook.ts');
  return makeResultsWorkbook(data);
}
