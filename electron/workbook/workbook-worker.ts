import { Buffer } from 'node:buffer';
import { parentPort, workerData } from 'node:worker_threads';
import { guardArchive } from './guard-archive.ts';
import { packStored } from './pack-stored.ts';
import { parseSheets } from './parse-sheets.ts';
import { WorkbookRefusal } from './workbook-content.ts';
import type { WorkbookReading } from './workbook-content.ts';
import type { WorkbookLimits } from './workbook-limits.ts';

/** What `read-workbook.ts` hands to this worker. */
export interface WorkbookJob {
  readonly bytes: Uint8Array;
  readonly limits: WorkbookLimits;
}

async function read(job: WorkbookJob): Promise<WorkbookReading> {
  try {
    const parts = await guardArchive(Buffer.from(job.bytes), job.limits);
    return { ok: true, sheets: parseSheets(packStored(parts), job.limits) };
  } catch (error) {
    if (!(error instanceof WorkbookRefusal)) return { ok: false, fault: 'workbook-damaged' };
    return { ok: false, fault: error.fault, limit: error.limit, found: error.found };
  }
}

// Only our own read-workbook.ts starts this file, with exactly this shape.
const job = workerData as WorkbookJob;
parentPort?.postMessage(await read(job));
