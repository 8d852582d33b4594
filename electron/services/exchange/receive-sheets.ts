import type { TaskContext } from '../../api/context.ts';
import { reviewById } from '../../database/reviews.ts';
import { insertReceiptLetter } from '../../database/received-sheets.ts';
import { isAtLeast } from '../../../shared/domain/phase.ts';
import type { OpenedLetter } from '../../exchange/letter.ts';
import { readSheetParts } from '../../exchange/sheet-parts.ts';
import { memberKey, senderSeat } from './member-sender.ts';
import { sendOfficeLetter } from './office-letter.ts';
import type { Received, Receiver } from './receivers.ts';
import { makeReceipts } from './sheet-receipts.ts';
import { takeInSheets, type Judged } from './take-in-sheets.ts';
import { noteWitnessedEnd } from './witnessed-log.ts';

/** Sheets and withdrawals of a member: any pile, any order, any number of times; one receipt letter for each. */
export const sheetsReceiver: Receiver = { senderKey: memberKey, receive };

async function receive(task: TaskContext, { manifest, parts }: OpenedLetter): Promise<Received> {
  const sent = await readSheetParts(parts);
  const { review: reviewId, log } = manifest;
  const taken = task.commit((context) => {
    const seat = senderSeat(context, manifest);
    if (!isAtLeast(reviewById(context.db, reviewId).phase, 'scoring')) return { seat, judged: null };
    noteWitnessedEnd(context, reviewId, seat, log);
    const judged = takeInSheets(context, reviewId, seat, sent);
    return { seat, judged, ...makeReceipts(context, reviewId, seat, judged) };
  });
  const { seat, judged } = taken;
  if (judged === null) return { outcome: 'waiting', party: seat.name, reason: 'not-scoring', values: {} };
  if (taken.parts.length > 0 && seat.recipient !== null) {
    const letter = { reviewId, kind: 'receipt', recipient: seat.recipient, party: seat.name } as const;
    await sendOfficeLetter(task, { ...letter, parts: taken.parts }, ({ db }, letterId) => {
      for (const row of taken.receipts) insertReceiptLetter(db, letterId, row);
    });
  }
  return summaryOf(seat.name, judged);
}

/** One sentence for the register: all received, all known, all refused for one reason, or how many of each. */
function summaryOf(party: string, judged: readonly Judged[]): Received {
  const count = (outcome: Judged['judgement']['outcome']): number =>
    judged.filter(({ judgement }) => judgement.outcome === outcome).length;
  const values = {
    received: count('received'),
    already: count('already'),
    waiting: count('waiting'),
    refused: count('refused') + count('evidence'),
  };
  const total = judged.length;
  if (values.received === total) return { outcome: 'accepted', party, reason: '', values: {} };
  if (values.already === total) return { outcome: 'already', party, reason: 'already', values: {} };
  const reasons = new Set(
    judged.map(({ judgement }) => (judgement.outcome === 'refused' ? judgement.reason : judgement.outcome)),
  );
  const [reason = ''] = reasons;
  if (values.refused === total && reasons.size === 1) {
    const told = reason === 'evidence' ? 'two-with-one-number' : reason;
    return { outcome: 'refused', party, reason: told, values: {} };
  }
  return { outcome: 'accepted', party, reason: 'sheets-mixed', values };
}
