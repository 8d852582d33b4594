import { Worker } from 'node:worker_threads';
import { AppError } from '../../shared/api/problem.ts';
import type { Problem } from '../../shared/api/problem.ts';
import type { PaperContent, PdfInputs, PdfKind } from './data.ts';
import type { FontSet, PdfOptions, PdfSetting } from './pdf-contract.ts';

/** One PDF to make. */
export type PdfOrder = {
  readonly [Kind in PdfKind]: { readonly kind: Kind; readonly data: PdfInputs[Kind] };
}[PdfKind];

/** One file to make: a PDF, or the editable DOCX of a document. */
export type FileOrder = PdfOrder | (PaperContent & { readonly format: 'docx' });

/** What the worker receives and answers; one `done` for each order, in their order. */
export interface PdfJob {
  readonly orders: readonly FileOrder[];
  readonly fonts: FontSet;
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
  /** Makes several files in one worker, which reads program and fonts once; `progress` counts over all of them. */
  readonly makeFiles: (orders: readonly FileOrder[], options?: PdfOptions) => Promise<Uint8Array[]>;
}

export function createPdfMaker(setting: PdfSetting): PdfMaker {
  const makeFiles: PdfMaker['makeFiles'] = (orders, options = {}) =>
    orders.length === 0 ? Promise.resolve([]) : runWorker(setting, { orders, fonts: setting.fonts }, options);
  return {
    makeFiles,
    makePdf: async (kind, data, options) => {
      const [bytes] = await makeFiles([{ kind, data } as PdfOrder], options);
      if (bytes === undefined) throw new Error('the PDF worker made nothing');
      return bytes;
    },
  };
}

/** Told apart by the format that only the editable one names. */
export function isDocx(order: FileOrder): order is PaperContent & { readonly format: 'docx' } {
  return 'format' in order;
}

function runWorker(setting: PdfSetting, job: PdfJob, options: PdfOptions): Promise<Uint8Array[]> {
  if (options.signal?.aborted === true) return Promise.reject(new AppError('cancelled'));
  return new Promise((resolve, reject) => {
    // A PDF of 1000 enterprises needs less than 512 MB of heap; the tree of a DOCX needs several times as much.
    const limits = { maxOldGenerationSizeMb: job.orders.some(isDocx) ? 3072 : 1024 };
    const worker = new Worker(setting.worker, { workerData: job, execArgv: [], resourceLimits: limits });
    const made: Uint8Array[] = [];
    const cancel = (): void => finish(() => reject(new AppError('cancelled')));
    function finish(settle: () => void): void {
      options.signal?.removeEventListener('abort', cancel);
      settle();
      void worker.terminate();
    }
    function take(bytes: Uint8Array): void {
      made.push(bytes);
      if (made.length === job.orders.length) finish(() => resolve(made));
    }
    options.signal?.addEventListener('abort', cancel, { once: true });
    worker.on('message', (message: PdfMessage) => {
      if (message.type === 'progress')
        options.progress?.((made.length * 100 + message.percent) / job.orders.length);
      else if (message.type === 'done') take(message.bytes);
      else
        finish(() =>
          reject(new AppError(message.problem.code, message.problem.values, message.problem.places)),
        );
    });
    worker.on('error', (error) => finish(() => reject(error)));
    worker.on('exit', (code) => finish(() => reject(new Error(`PDF worker ended with code ${code}`))));
  });
}
