import { AppError } from '../../../shared/api/problem.ts';
import { createPdfMaker } from '../../documents/make-pdf.ts';
import type { CommandContext, QueryContext, TaskContext } from '../../api/context.ts';
import {
  currentDocument,
  insertDocument,
  insertRevision,
  insertSignature,
  signaturesOf,
  supersedeDocument,
} from '../../database/documents.ts';
import { sha256Hex } from '../../signing/fingerprint.ts';
import { noteAct } from '../act.ts';
import { gatherDocument, type DocumentChoice, type Gathered } from './gather.ts';
import { isGiven } from './outdate.ts';
import { chinaDay, fileNameOf } from './print.ts';
import { conflict } from '../conflict.ts';

const pdfType = 'application/pdf';
const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * Makes a document in a worker and stores it; a new version supersedes the old one.
 * @throws AppError `not-ready`, `glyphs-missing`, `cancelled`, `stale` when the data changed meanwhile,
 *   `conflict` when somebody has signed the present version
 */
export async function makeDocument(
  context: TaskContext,
  choice: DocumentChoice,
): Promise<{ documentId: string }> {
  context.progress(0, 'progress.gathering');
  const gathered = context.read((reading) => {
    requireReplaceable(reading, choice);
    return gatherDocument(reading, choice);
  });
  const bytes = await render(context, gathered);
  if (context.signal.aborted) throw new AppError('cancelled');
  context.progress(1, 'progress.storing');
  return context.commit((writing) => {
    requireReplaceable(writing, choice);
    if (digestOf(gatherDocument(writing, choice)) !== digestOf(gathered)) throw new AppError('stale');
    return storeDocument(writing, choice, gathered, bytes);
  });
}

async function render(context: TaskContext, gathered: Gathered): Promise<Uint8Array> {
  const { environment, signal } = context;
  if (gathered.pdf === null) {
    // Loaded when asked for: the writer of workbooks isn't needed for a start.
    const { makeResultsWorkbook } = await import('../../documents/make-workbook.ts');
    return makeResultsWorkbook(gathered.data);
  }
  const maker = createPdfMaker({ fonts: environment.fonts, worker: environment.pdfWorker });
  const progress = (percent: number): void => context.progress(percent / 100, 'progress.drawing');
  const { attachments } = gathered;
  return maker.makePdf(gathered.pdf, gathered.data, { signal, progress, attachments });
}

/** A signed document is never replaced. */
function requireReplaceable({ db }: QueryContext, choice: DocumentChoice): void {
  const current = currentDocument(db, choice.reviewId, choice.kind);
  if (current === undefined) return;
  if (signaturesOf(db, current.id).some(({ state }) => isGiven(state))) {
    throw conflict('', { what: 'document-signed', title: current.title });
  }
}

/** Equal when the printed content is equal; the time of the last act doesn't count. */
function digestOf({ data }: Gathered): string {
  return JSON.stringify({ ...data, createdAt: '' });
}

function storeDocument(
  context: CommandContext,
  choice: DocumentChoice,
  gathered: Gathered,
  bytes: Uint8Array,
): { documentId: string } {
  const { db, nowMs } = context;
  const current = currentDocument(db, choice.reviewId, choice.kind);
  if (current !== undefined) supersedeDocument(db, current.id, nowMs);
  const documentId = context.environment.newId();
  const workbook = gathered.pdf === null;
  insertDocument(db, {
    id: documentId,
    review_id: choice.reviewId,
    kind: choice.kind,
    title: gathered.title,
    file_name: fileNameOf(gathered.title, chinaDay(nowMs), workbook ? 'xlsx' : 'pdf'),
    media_type: workbook ? workbookType : pdfType,
    signing: gathered.slots.length === 0 ? 'none' : choice.signing,
    created_ms: nowMs,
  });
  const sha256 = sha256Hex(bytes);
  insertRevision(db, documentId, { revision: 1, bytes, sha256, made_ms: nowMs });
  for (const { seat, field, left } of gathered.slots) {
    insertSignature(db, {
      document_id: documentId,
      seat_id: seat.id,
      field,
      state: left === null ? 'waiting' : 'left',
      reason: left ?? '',
      made_ms: left === null ? null : nowMs,
    });
  }
  noteAct(context, choice.reviewId, 'document-made', { title: gathered.title, hash: sha256 });
  return { documentId };
}
