/** Entry of the worker thread that makes one PDF and ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../../shared/api/problem.ts';
import { renderPdf } from './pdf/render.ts';
import type { PdfJob, PdfMessage } from './make-pdf.ts';

function post(message: PdfMessage, transfer: ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, transfer);
}

async function run(job: PdfJob): Promise<void> {
  try {
    const progress = (percent: number): void => post({ type: 'progress', percent });
    const bytes = await renderPdf(job.kind, job.data, job.fonts, progress, job);
    post({ type: 'done', bytes }, [bytes.buffer as ArrayBuffer]);
  } catch (error) {
    if (error instanceof AppError) post({ type: 'problem', problem: error.problem });
    else throw error;
  }
}

await run(workerData as PdfJob);
