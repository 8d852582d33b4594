import { Worker } from 'node:worker_threads';
import { AppError } from '../../shared/api/problem.ts';
import type { Problem } from '../../shared/api/problem.ts';
import type { PdfInputs, PdfKind } from './data.ts';
import type { Attachment, FontSet, PdfOptions, PdfSetting } from './pdf-contract.ts';

/** What the worker receives and answers. */
export interface PdfJob {
  readonly kind: PdfKind;
  readonly data: PdfInputs[PdfKind];
  readonly fonts: FontSet;
  readonly attachments?: readonly Attachment[] | undefined;
  readonly level?: PdfOptions['level'];
}

export type PdfMessage =
  | { readonly type: 'progress'; readonly percent: number }
  | { readonly type: 'done'; readonly bytes: Uint8Array }
  | { readonly type: 'problem'; readonly problem: Problem };

export interface PdfMaker {
  /**
   * Makes one PDF in a worker of its own; aborting ends the worker at once.
   * @throws AppError `glyphs-missing` (places name each character), `cancelled`, or the worker's own error.
   */
  readonly makePdf: <Kind extends PdfKind>(
    kind: Kind,
    data: PdfInputs[Kind],
    options?: PdfOptions,
  ) => Promise<Uint8Array>;
}

export function createPdfMaker(setting: PdfSetting): PdfMaker {
  return {
    makePdf: (kind, data, options = {}) => {
      const { attachments, level } = options;
      return runWorker(setting, { kind, data, fonts: setting.fonts, attachments, level }, options);
    },
  };
}

function runWorker(setting: PdfSetting, job: PdfJob, options: PdfOptions): Promise<Uint8Array> {
  if (options.signal?.aborted === true) return Promise.reject(new AppError('cancelled'));
  return new Promise((resolve, reject) => {
    // 1000 enterprises need less than 512 MB of heap. A larger young generation saves nothing but takes more.
    const limits = { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 32 };
    const worker = new Worker(setting.worker, { workerData: job, execArgv: [], resourceLimits: limits });
    const cancel = (): void => finish(() => reject(new AppError('cancelled')));
    function finish(settle: () => void): void {
      options.signal?.removeEventListener('abort', cancel);
      settle();
      void worker.terminate();
    }
    options.signal?.addEventListener('abort', cancel, { once: true });
    worker.on('message', (message: PdfMessage) => {
      if (message.type === 'progress') options.progress?.(message.percent);
      else if (message.type === 'done') finish(() => resolve(message.bytes));
      else
        finish(() =>
          reject(new AppError(message.problem.code, message.problem.values, message.problem.places)),
        );
    });
    worker.on('error', (error) => finish(() => reject(error)));
    worker.on('exit', (code) => finish(() => reject(new Error(`PDF worker ended with code ${code}`))));
  });
}
