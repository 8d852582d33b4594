import { receiptPayload, refusalPayload } from '../../../shared/schema/signed-letter.ts';
import type { CommandContext } from '../../api/context.ts';
import { insertReceipt, receiptOf, unsentReceipts, type ReceiptRow } from '../../database/received-sheets.ts';
import { recordEndOf } from '../../database/record.ts';
import type { SeatRow } from '../../database/seats.ts';
import { blobAt } from '../../database/sheets.ts';
import { textPart, type Part } from '../../exchange/parts.ts';
import { payloadTypes, signPayload } from '../../exchange/signed-payload.ts';
import { checkEnvelope } from '../../signing/envelope.ts';
import { officeSigner } from './office-letter.ts';
import type { Judged } from './take-in-sheets.ts';

/** What the receipt letter for one `sheets` letter will carry. */
export interface Receipts {
  readonly receipts: readonly ReceiptRow[];
  readonly parts: readonly Part[];
}

/**
 * Signs a receipt for every envelope that is in, the same one again for what was in before, with the end of
 * the record as it stands now; and says of each refused one why. Receipts that no letter carries yet, because
 * the program ended in between, go along.
 */
export function makeReceipts(
  context: CommandContext,
  reviewId: string,
  seat: SeatRow,
  judged: readonly Judged[],
): Receipts {
  const receipts = new Map(unsentReceipts(context.db, seat.id).map((row) => [placeOf(row), row]));
  for (const { dossier, seq, judgement } of judged) {
    if (judgement.outcome !== 'received' && judgement.outcome !== 'already') continue;
    const place = { seat_id: seat.id, dossier_id: dossier, seq };
    const row = receiptOf(context.db, place) ?? newReceipt(context, reviewId, place);
    receipts.set(placeOf(row), row);
  }
  const refusals = judged.flatMap(({ dossier, seq, judgement }) => {
    const reason = judgement.outcome === 'evidence' ? 'two-with-one-number' : reasonOf(judgement);
    const envelope = judgement.outcome === 'evidence' ? judgement.checked.hash : hashOf(judgement);
    if (reason === null || envelope === null) return [];
    const text = JSON.stringify(refusalPayload.parse({ envelope, reason }));
    return [textPart(`${dossier}.${seq}.refusal.json`, text)];
  });
  const signed = [...receipts.values()];
  return {
    receipts: signed,
    parts: [
      ...signed.map((row) => textPart(`${placeOf(row)}.receipt.jws`, row.jws)),
      ...uniqueNames(refusals),
    ],
  };
}

/** A waiting envelope and one of the letter may have the same place; the last one is told. */
function uniqueNames(parts: readonly Part[]): Part[] {
  return [...new Map(parts.map((part) => [part.name, part])).values()];
}

function placeOf({ dossier_id, seq }: Pick<ReceiptRow, 'dossier_id' | 'seq'>): string {
  return `${dossier_id}.${seq}`;
}

function reasonOf(judgement: Judged['judgement']): string | null {
  return judgement.outcome === 'refused' ? judgement.reason : null;
}

function hashOf(judgement: Judged['judgement']): string | null {
  return judgement.outcome === 'refused' ? judgement.hash : null;
}

function newReceipt(
  context: CommandContext,
  reviewId: string,
  place: { seat_id: string; dossier_id: string; seq: number },
): ReceiptRow {
  const blob = blobAt(context.db, place.seat_id, place.dossier_id, place.seq);
  if (blob === undefined) throw new Error('a receipt for an envelope that is not in');
  const { envelope, hash } = checkEnvelope(blob.envelope, blob.public_key, {});
  const jws = signPayload(officeSigner(context, reviewId), payloadTypes.receipt, receiptPayload, {
    format: 1,
    review: reviewId,
    member: place.seat_id,
    dossier: place.dossier_id,
    seq: place.seq,
    envelope: hash,
    sealedHash: envelope.sealedHash,
    log: recordEndOf(context.db, reviewId),
    claimedMs: context.nowMs,
  });
  const row = { review_id: reviewId, ...place, jws, made_ms: context.nowMs };
  insertReceipt(context.db, row);
  return row;
}
