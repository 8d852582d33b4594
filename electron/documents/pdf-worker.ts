/** Entry of the worker thread that makes PDFs, one after another, and ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../../shared/api/problem.ts';
import { renderPdf } from './pdf/render.ts';
import type { PdfJob, PdfMessage } from './make-pdf.ts';

function post(message: PdfMessage, transfer: ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, transfer);
}

async function run({ orders, fonts }: PdfJob): Promise<void> {
  try {
    for (const { kind, data } of orders) {
      const bytes = await renderPdf(kind, data, fonts, (percent) => post({ type: 'progress', percent }));
      post({ type: 'done', bytes }, [bytes.buffer as ArrayBuffer]);
    }
  } catch (error) {
    if (error instanceof AppError) post({ type: 'problem', problem: error.problem });
    else throw error;
  }
}

await run(workerData as PdfJob);
