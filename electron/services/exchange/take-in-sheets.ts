import type { CommandContext } from '../../api/context.ts';
import {
  deleteWaiting,
  insertConflicting,
  insertWaiting,
  waitingOf,
  type LooseSheetRow,
} from '../../database/received-sheets.ts';
import { frozen, reviewById } from '../../database/reviews.ts';
import type { SeatRow } from '../../database/seats.ts';
import { insertBlob } from '../../database/sheets.ts';
import type { SentEnvelope } from '../../exchange/sheet-parts.ts';
import { noteAct } from '../act.ts';
import { signedManifests } from '../dossiers/signed-manifests.ts';
import { presentRoster, signedRosters } from '../panel/signed-rosters.ts';
import { pairsOf } from '../sheets/pairs.ts';
import { judgeEnvelope, type IntakeRound, type Judgement } from './judge-envelope.ts';

/** Where an envelope stands and what became of it. */
export interface Judged {
  readonly dossier: string;
  readonly seq: number;
  readonly judgement: Judgement;
}

/**
 * Takes the envelopes of one member in, those of the letter and those that waited, in the order of their
 * numbers; one entry of the record for all that were received, one for each that is evidence.
 */
export function takeInSheets(
  context: CommandContext,
  reviewId: string,
  seat: SeatRow,
  sent: readonly SentEnvelope[],
): Judged[] {
  const round = roundOf(context, reviewId, seat);
  const waiting = waitingOf(context.db, seat.id);
  const all = [...waiting.map(sentOf), ...sent].toSorted((left, right) => left.seq - right.seq);
  const judged = all.map((envelope): Judged => {
    const judgement = judgeEnvelope(context, round, envelope);
    apply(context, round, envelope, judgement);
    const { dossier, seq } = envelope;
    return { dossier, seq, judgement };
  });
  for (const row of waiting) {
    const { judgement } = judged[all.findIndex((one) => one.envelope === row.envelope)] ?? {};
    if (judgement?.outcome !== 'waiting') deleteWaiting(context.db, row);
  }
  noteReceived(context, round, judged);
  return judged;
}

function roundOf(context: CommandContext, reviewId: string, seat: SeatRow): IntakeRound {
  const { db } = context;
  const pairs = pairsOf(db, reviewId);
  const scored = new Set(pairs.dossiers.map(({ id }) => id));
  return {
    reviewId,
    seat,
    schemeHash: frozen(db, reviewId).scheme_hash,
    phase: reviewById(db, reviewId).phase,
    rosters: signedRosters(db, reviewId),
    presentRoster: presentRoster(db, reviewId),
    manifests: signedManifests(db, reviewId),
    stateBefore: (dossierId) => (scored.has(dossierId) ? pairs.stateOf(seat.id, dossierId) : undefined),
  };
}

function sentOf(row: LooseSheetRow): SentEnvelope {
  const { dossier_id: dossier, seq, envelope, sealed } = row;
  return { dossier, seq, envelope, sealed: sealed.byteLength === 0 ? null : sealed };
}

function apply(
  context: CommandContext,
  { reviewId, seat }: IntakeRound,
  sent: SentEnvelope,
  judgement: Judgement,
): void {
  if (judgement.outcome === 'already' || judgement.outcome === 'refused') return;
  const { checked, key } = judgement;
  const row: LooseSheetRow = {
    review_id: reviewId,
    seat_id: seat.id,
    dossier_id: sent.dossier,
    seq: sent.seq,
    envelope: sent.envelope,
    sealed: sent.sealed ?? new Uint8Array(),
    envelope_hash: checked.hash,
    public_key: key,
    received_ms: context.nowMs,
  };
  if (judgement.outcome === 'received') insertBlob(context.db, { ...row, kind: checked.envelope.kind });
  if (judgement.outcome === 'waiting') insertWaiting(context.db, row);
  if (judgement.outcome === 'evidence' && insertConflicting(context.db, row)) {
    const values = { name: seat.name, seq: sent.seq, dossierId: sent.dossier, hash: checked.hash };
    noteAct(context, reviewId, 'sheet-conflict', values);
  }
}

function noteReceived(
  context: CommandContext,
  { reviewId, seat }: IntakeRound,
  judged: readonly Judged[],
): void {
  const hashes = judged.flatMap(({ judgement }) =>
    judgement.outcome === 'received' ? [judgement.checked.hash] : [],
  );
  if (hashes.length === 0) return;
  const values = { name: seat.name, count: hashes.length, hashes: hashes.join(' ') };
  noteAct(context, reviewId, 'sheets-received', values);
}
