import { Worker } from 'node:worker_threads';
import { AppError } from '../../shared/api/problem.ts';
import type { SheetContent, WorkbookReading } from './workbook-content.ts';
import { workbookLimits } from './workbook-limits.ts';
import type { WorkbookLimits } from './workbook-limits.ts';

export interface ReadWorkbookOptions {
  /** The file of `workbook-worker.ts`, source or bundled; known to the composition root. */
  readonly workerFile: URL;
  readonly limits?: WorkbookLimits | undefined;
}

function runWorker(bytes: Uint8Array, workerFile: URL, limits: WorkbookLimits): Promise<WorkbookReading> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile, {
      workerData: { bytes, limits },
      resourceLimits: { maxOldGenerationSizeMb: limits.memoryMegabytes },
      execArgv: [],
      env: {},
    });
    const timer = setTimeout(() => finish({ ok: false, fault: 'too-large', limit: 'timeMs' }), limits.timeMs);
    function finish(reading: WorkbookReading): void {
      clearTimeout(timer);
      resolve(reading);
      void worker.terminate();
    }
    worker.once('message', finish);
    worker.once('error', (error: Error & { readonly code?: string }) => {
      clearTimeout(timer);
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
        resolve({ ok: false, fault: 'too-large', limit: 'memoryMegabytes' });
      } else {
        reject(error);
      }
    });
  });
}

function refusal(reading: Extract<WorkbookReading, { ok: false }>, limits: WorkbookLimits): AppError {
  switch (reading.fault) {
    case 'empty':
      return new AppError('file-empty');
    case 'encrypted':
      return new AppError('file-encrypted');
    case 'too-large': {
      const limit = reading.limit ?? 'fileBytes';
      const values = {
        limit: limits[limit],
        ...(reading.found === undefined ? {} : { found: reading.found }),
      };
      return new AppError('file-too-large', values, [
        { path: '', reason: `workbook-limit-${limit}`, values },
      ]);
    }
    default:
      return new AppError('file-not-workbook', {}, [{ path: '', reason: reading.fault }]);
  }
}

/**
 * Reads a workbook of unknown origin in a worker with limits on time, memory, rows and cells.
 * Throws `AppError`: file-empty, file-encrypted, file-too-large, file-not-workbook, each with a place
 * whose reason says which limit or what kind of file it is.
 */
export async function readWorkbook(
  bytes: Uint8Array,
  options: ReadWorkbookOptions,
): Promise<readonly SheetContent[]> {
  const limits = options.limits ?? workbookLimits;
  const reading = await runWorker(bytes, options.workerFile, limits);
  if (!reading.ok) throw refusal(reading, limits);
  return reading.sheets;
}
