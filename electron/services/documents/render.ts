import { createPdfMaker } from '../../documents/make-pdf.ts';
import type { PaperInputs, PaperKind } from '../../documents/data.ts';
import type { TaskContext } from '../../api/context.ts';
import type { Gathered } from './gather.ts';

export const mediaTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** The PDF of a document, or the workbook where it is one. `progress` receives 0 to 1. */
export async function renderPdf(
  { environment, signal }: Pick<TaskContext, 'environment' | 'signal'>,
  gathered: Gathered,
  progress: (fraction: number) => void,
): Promise<Uint8Array> {
  if (gathered.pdf === null) {
    // Loaded when asked for: the writer of workbooks isn't needed for a start.
    const { makeResultsWorkbook } = await import('../../documents/make-workbook.ts');
    return makeResultsWorkbook(gathered.data);
  }
  const maker = createPdfMaker({ fonts: environment.fonts, worker: environment.pdfWorker });
  const options = { signal, progress: (percent: number): void => progress(percent / 100) };
  return maker.makePdf(gathered.pdf, gathered.data, options);
}

/** The editable text of a document. */
export async function renderDocx<Kind extends PaperKind>(
  kind: Kind,
  data: PaperInputs[Kind],
): Promise<Uint8Array> {
  const { makeDocx } = await import('../../documents/make-docx.ts');
  return makeDocx(kind, data);
}
