import { AppError } from '../../../shared/api/problem.ts';
import type { CompiledScheme } from '../../../shared/domain/compiled-scheme.ts';
import type { CommandContext } from '../../api/context.ts';
import { insertOpenedSheet, insertOpening, type NewOpenedSheet } from '../../database/openings.ts';
import type { PaperEntryRow } from '../../database/paper.ts';
import { setPhase } from '../../database/reviews.ts';
import type { SeatRow } from '../../database/seats.ts';
import type { SheetBlobRow } from '../../database/sheets.ts';
import { checkSheet, openSheet, type CheckedSheet } from '../../signing/sealed-sheet.ts';
import { noteAct } from '../act.ts';
import { openPaperEntry } from '../sheets/paper-seal.ts';
import { scoreRowsOf } from './score-rows.ts';

/** Opens one sheet with both keys on this laptop. @throws AppError of `openSheet`, `bad-input` */
export async function openBlob(
  scheme: CompiledScheme,
  blob: SheetBlobRow,
  secretaryIdentity: string,
  chairIdentity: string,
): Promise<NewOpenedSheet> {
  const { envelope, sealed, public_key: memberSpki } = blob;
  const keys = { secretaryIdentity, chairIdentity };
  const expected = expectedOf(blob);
  return projected(scheme, blob, await openSheet({ envelope, sealed, memberSpki, expected, ...keys }));
}

/** A sheet that the keeper opened on another laptop. @throws AppError of `checkSheet`, `bad-input` */
export function answeredBlob(scheme: CompiledScheme, blob: SheetBlobRow, sheetJws: string): NewOpenedSheet {
  const { envelope, public_key: memberSpki } = blob;
  const checked = checkSheet({ envelope, memberSpki, expected: expectedOf(blob), jws: sheetJws });
  return projected(scheme, blob, checked);
}

function expectedOf(blob: SheetBlobRow): { review: string; dossier: string; member: string; seq: number } {
  return { review: blob.review_id, dossier: blob.dossier_id, member: blob.seat_id, seq: blob.seq };
}

function projected(scheme: CompiledScheme, blob: SheetBlobRow, checked: CheckedSheet): NewOpenedSheet {
  const payload = JSON.parse(checked.payload.toString('utf8')) as { scores: Record<string, string | null> };
  return {
    reviewId: blob.review_id,
    seatId: blob.seat_id,
    dossierId: blob.dossier_id,
    seq: blob.seq,
    source: 'laptop',
    jws: checked.jws,
    secondJws: null,
    payloadHash: checked.payloadHash,
    envelopeHash: checked.envelopeHash,
    hundredths: scoreRowsOf(scheme, payload.scores),
  };
}

/** Every sheet on paper, from two typists' entries without a difference. */
export async function openPapers(
  reviewId: string,
  scheme: CompiledScheme,
  paper: readonly PaperEntryRow[],
  identity: string,
): Promise<NewOpenedSheet[]> {
  const sheets: NewOpenedSheet[] = [];
  for (const entries of Map.groupBy(paper, (row) => `${row.seat_id}\n${row.dossier_id}`).values()) {
    sheets.push(await openPaper(reviewId, scheme, entries, identity));
  }
  return sheets;
}

/** @throws AppError `conflict` when they differ after all */
async function openPaper(
  reviewId: string,
  scheme: CompiledScheme,
  entries: readonly PaperEntryRow[],
  identity: string,
): Promise<NewOpenedSheet> {
  const [first, second] = entries;
  if (first === undefined || second === undefined) throw new AppError('not-ready', { what: 'typed-once' });
  const one = await openPaperEntry(first, identity);
  const two = await openPaperEntry(second, identity);
  const scores = scoreRowsOf(scheme, one.payload.scores);
  if (JSON.stringify(scores) !== JSON.stringify(scoreRowsOf(scheme, two.payload.scores))) {
    throw new AppError('conflict', { what: 'paper-differs' });
  }
  const place = { reviewId, seatId: first.seat_id, dossierId: first.dossier_id, seq: 1 };
  const signed = { jws: one.jws, secondJws: two.jws, payloadHash: one.payloadHash, envelopeHash: null };
  return { ...place, ...signed, source: 'paper', hundredths: scores };
}

/** Writes the opening with all its sheets; score rows come into being only here. */
export function projectOpening(
  context: CommandContext,
  reviewId: string,
  keeper: SeatRow,
  witnesses: readonly string[],
  sheets: readonly NewOpenedSheet[],
): void {
  const secretaryId = context.session.person?.personId ?? '';
  const openedMs = context.nowMs;
  insertOpening(context.db, { reviewId, secretaryId, keeperSeatId: keeper.id, openedMs, witnesses });
  setPhase(context.db, reviewId, 'opened');
  for (const sheet of sheets) insertOpenedSheet(context.db, sheet);
  const values = { keeper: keeper.name, count: sheets.length };
  if (witnesses.length === 0) noteAct(context, reviewId, 'opened', values);
  else noteAct(context, reviewId, 'opened-witnessed', { ...values, witnesses: witnesses.join('、') });
}
