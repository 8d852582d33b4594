/** Entry of the worker thread that makes PDF and DOCX files, one after another, and ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../../shared/api/problem.ts';
import { renderPdf } from './pdf/render.ts';
import { isDocx, type FileOrder, type PdfJob, type PdfMessage } from './make-pdf.ts';
import type { FontSet } from './pdf-contract.ts';

function post(message: PdfMessage, transfer: ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, transfer);
}

async function made(order: FileOrder, fonts: FontSet): Promise<Uint8Array> {
  if (!isDocx(order)) {
    return renderPdf(order.kind, order.data, fonts, (percent) => post({ type: 'progress', percent }));
  }
  // Loaded when asked for: a PDF doesn't need it.
  const { makeDocx } = await import('./make-docx.ts');
  return makeDocx(order.kind, order.data);
}

async function run({ orders, fonts }: PdfJob): Promise<void> {
  try {
    for (const order of orders) {
      const bytes = await made(order, fonts);
      post({ type: 'done', bytes }, [bytes.buffer as ArrayBuffer]);
    }
  } catch (error) {
    if (error instanceof AppError) post({ type: 'problem', problem: error.problem });
    else throw error;
  }
}

await run(workerData as PdfJob);
