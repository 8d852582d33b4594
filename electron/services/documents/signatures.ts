import { AppError } from '../../../shared/api/problem.ts';
import type { CommandContext } from '../../api/context.ts';
import type { ReadDb } from '../../database/access.ts';
import {
  documentById,
  insertScan,
  setSignature,
  signaturesOf,
  type DocumentRow,
  type SignatureRow,
} from '../../database/documents.ts';
import { reviewById, setPhase } from '../../database/reviews.ts';
import { seatById } from '../../database/seats.ts';
import { noteAct } from '../act.ts';
import { keepScan } from './scans.ts';
import { isGiven } from './outdate.ts';
import { conflict } from '../conflict.ts';

/** Largest scan of a signed paper. */
const largestScanBytes = 50 * 1024 * 1024;

export function countSigned(db: ReadDb, documentId: string): { signed: number; of: number } {
  const rows = signaturesOf(db, documentId);
  return { signed: rows.filter(({ state }) => isGiven(state)).length, of: rows.length };
}

/** The minutes are signed when nobody is waited for any more and at least one signature was given. */
export function finishIfSigned(context: CommandContext, reviewId: string, documentId: string): void {
  const rows = signaturesOf(context.db, documentId);
  // The public version is signed by itself and moves nothing.
  if (documentById(context.db, reviewId, documentId).kind !== 'minutes-archive') return;
  if (reviewById(context.db, reviewId).phase !== 'concluded') return;
  if (rows.some(({ state }) => state === 'waiting') || !rows.some(({ state }) => isGiven(state))) return;
  setPhase(context.db, reviewId, 'signed');
  const count = (state: SignatureRow['state']): number => rows.filter((row) => row.state === state).length;
  const counts = { signed: count('signed'), paper: count('paper'), left: count('left') };
  noteAct(context, reviewId, 'minutes-signed', counts);
}

/** Records that somebody left before signing (提前离席); signing later, also on paper, stays possible. */
export function recordLeftEarly(
  context: CommandContext,
  input: { reviewId: string; documentId: string; seatId: string; reason: string },
): void {
  const { reviewId, documentId, seatId, reason } = input;
  const { document, rows } = requireSignable(context.db, reviewId, documentId);
  const seat = seatById(context.db, reviewId, seatId);
  const row = requireRow(rows, seatId);
  if (row.state !== 'waiting') throw conflict('', { what: 'signature-state', name: seat.name });
  // Minutes that nobody signs are no minutes.
  if (rows.every((other) => other.seat_id === seatId || other.state === 'left')) {
    throw conflict('', { what: 'nobody-signs' });
  }
  setSignature(context.db, documentId, seatId, { state: 'left', reason, made_ms: context.nowMs });
  noteAct(context, reviewId, 'left-early', { name: seat.name, title: document.title, reason });
  finishIfSigned(context, reviewId, documentId);
}

/** Attaches the scan of the signed paper and marks those who signed on it. */
export function recordPaperSigned(
  context: CommandContext,
  input: { reviewId: string; documentId: string; uploadId: string; seatIds: readonly string[] },
): void {
  const { reviewId, documentId, uploadId, seatIds } = input;
  const { document, rows } = requireSignable(context.db, reviewId, documentId);
  const upload = context.session.uploads.get(uploadId);
  if (upload !== undefined && upload.bytes.length > largestScanBytes) {
    throw new AppError('file-too-large', { name: upload.name, limit: '50 MB' });
  }
  const scan = keepScan(context, reviewId, uploadId);
  insertScan(context.db, documentId, scan.id);
  const names = [...new Set(seatIds)].map((seatId) => {
    const seat = seatById(context.db, reviewId, seatId);
    if (isGiven(requireRow(rows, seatId).state)) {
      throw conflict('', { what: 'signed-already', name: seat.name });
    }
    setSignature(context.db, documentId, seatId, { state: 'paper', reason: '', made_ms: context.nowMs });
    return seat.name;
  });
  const said = { names: names.join('、'), title: document.title, hash: scan.sha256 };
  noteAct(context, reviewId, 'paper-signed', said);
  finishIfSigned(context, reviewId, documentId);
  context.session.uploads.delete(uploadId);
}

function requireSignable(
  db: ReadDb,
  reviewId: string,
  documentId: string,
): { document: DocumentRow; rows: SignatureRow[] } {
  const document = documentById(db, reviewId, documentId);
  if (document.superseded_ms !== null) throw conflict('', { what: 'document-superseded' });
  const rows = signaturesOf(db, documentId);
  if (rows.length === 0) throw conflict('', { what: 'document-unsigned-kind' });
  return { document, rows };
}

function requireRow(rows: readonly SignatureRow[], seatId: string): SignatureRow {
  const row = rows.find(({ seat_id: seat }) => seat === seatId);
  if (row === undefined) throw new AppError('not-found', { what: 'signature' });
  return row;
}
