import { receiptPayload, refusalPayload } from '../../../shared/schema/signed-letter.ts';
import type { CommandContext, TaskContext } from '../../api/context.ts';
import { replicaOf, type ReplicaRow } from '../../database/replicas.ts';
import { insertReplicaReceipt } from '../../database/replica-receipts.ts';
import { ownBlobOf } from '../../database/sheets.ts';
import { noteHead } from '../../database/witnessed-heads.ts';
import { partBytesOf, type OpenedLetter } from '../../exchange/letter.ts';
import { refused, type IncomingPart } from '../../exchange/parts.ts';
import { payloadTypes, readPayload, readShape } from '../../exchange/signed-payload.ts';
import { sha256Hex } from '../../signing/fingerprint.ts';
import type { Received, Receiver } from '../exchange/receivers.ts';
import { pinnedAuthority } from './take-package.ts';

/** What the office says of sheets of this laptop: signed receipts, and refusals with their reason. */
export const receiptReceiver: Receiver = {
  senderKey: (context, kid, manifest) => pinnedAuthority(context, kid, manifest.review),
  receive: (task, letter) => takeReceipts(task, letter),
};

interface Answer {
  readonly dossier: string;
  readonly seq: number;
  readonly kind: 'receipt' | 'refusal';
  readonly text: string;
}

const NAME = /^([a-z0-9-]{1,64})\.([1-9][0-9]{0,8})\.(?:(receipt)\.jws|(refusal)\.json)$/u;
const MOST_BYTES = 64 * 1024;
const MOST_ANSWERS = 4000;

async function takeReceipts(task: TaskContext, letter: OpenedLetter): Promise<Received> {
  const answers = await readAnswers(letter.parts);
  return task.commit((context) => {
    const replica = replicaOf(context.db, letter.manifest.review);
    if (replica === undefined) throw refused('other-review');
    let news = 0;
    for (const answer of answers) news += keep(context, replica, letter.senderSpki, answer) ? 1 : 0;
    noteHead(context.db, replica.review_id, letter.manifest, context.nowMs);
    const reason = news === 0 ? 'already' : '';
    return { outcome: news === 0 ? 'already' : 'accepted', party: replica.title, reason, values: {} };
  });
}

async function readAnswers(parts: AsyncIterable<IncomingPart>): Promise<Answer[]> {
  const answers: Answer[] = [];
  for await (const part of parts) {
    const [, dossier, seq, receipt, refusal] = NAME.exec(part.name) ?? [];
    if (dossier === undefined) throw refused('part-elsewhere', { name: part.name });
    if (part.size > MOST_BYTES || answers.length >= MOST_ANSWERS) throw refused('too-large');
    const text = (await partBytesOf(part)).toString('utf8');
    const kind = refusal === undefined && receipt !== undefined ? 'receipt' : 'refusal';
    answers.push({ dossier, seq: Number(seq), kind, text });
  }
  return answers;
}

/** True when it is news. @throws AppError `data-corrupt` (exchange) `receipt-foreign` when it isn't about a sheet of ours */
function keep(context: CommandContext, replica: ReplicaRow, authority: string, answer: Answer): boolean {
  const { db, nowMs } = context;
  const { seat_id: seatId, review_id: reviewId } = replica;
  const { dossier, seq, text } = answer;
  const place = { seat_id: seatId, dossier_id: dossier, seq, jws: '', details: '{}', received_ms: nowMs };
  if (answer.kind === 'refusal') {
    const { envelope, reason } = readShape(text, refusalPayload);
    if (ownBlobOf(db, seatId, dossier, envelope) === undefined) throw refused('receipt-foreign');
    return insertReplicaReceipt(db, { ...place, envelope, outcome: 'refused', reason });
  }
  const { value } = readPayload(text, authority, payloadTypes.receipt, receiptPayload);
  const blob = ownBlobOf(db, seatId, dossier, value.envelope);
  const sealedHash = blob?.kind === 'sheet' ? sha256Hex(blob.sealed) : null;
  const isOurs =
    blob !== undefined &&
    value.review === reviewId &&
    value.member === seatId &&
    value.dossier === dossier &&
    value.seq === seq &&
    value.sealedHash === sealedHash;
  if (!isOurs) throw refused('receipt-foreign');
  // Of the entry that received it, not of this letter: letter 0 stands outside their order.
  noteHead(db, reviewId, { number: 0, log: value.log }, nowMs);
  return insertReplicaReceipt(db, {
    ...place,
    envelope: value.envelope,
    outcome: 'received',
    reason: '',
    jws: text,
  });
}
