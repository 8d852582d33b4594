import { AppError } from '../../../shared/api/problem.ts';
import { absencePayload } from '../../../shared/schema/signed-letter.ts';
import type { CommandContext, QueryContext } from '../../api/context.ts';
import { requireMember, type SeatRow } from '../../database/seats.ts';
import { insertAbsence } from '../../database/sheets.ts';
import { signPayload } from '../../exchange/signed-payload.ts';
import { noteAct } from '../act.ts';
import { ABSENCE_TYPE } from '../results/signed-acts.ts';
import { frozenScheme } from '../scheme/scheme-store.ts';
import { requireKeeper } from '../sessions/keeper.ts';
import type { Tried } from '../sessions/passphrase-check.ts';
import { pairsOf, requireScored, type Pairs } from './pairs.ts';

export interface AbsenceInput {
  readonly reviewId: string;
  readonly seatId: string;
  readonly dossierIds: readonly string[];
  readonly reason: string;
  readonly keeperSeatId: string;
}

/** One absence with the keeper's signature over it. */
export interface SignedAbsence {
  readonly dossierId: string;
  readonly jws: string;
}

/** Signs with the keeper's key on this laptop and records. @throws as `recordAbsences` */
export function signAbsences(context: CommandContext, input: AbsenceInput, { keys }: Tried): void {
  if (keys === null) throw new AppError('wrong-passphrase');
  const signer = { privateKey: keys.signingPrivateKey, publicSpki: keys.signingPublicSpki };
  const { reviewId, seatId, reason, keeperSeatId } = input;
  const signed = input.dossierIds.map((dossierId) => ({
    dossierId,
    jws: signPayload(signer, ABSENCE_TYPE, absencePayload, {
      format: 1,
      kind: 'absence',
      review: reviewId,
      member: seatId,
      dossier: dossierId,
      reason,
      signer: keeperSeatId,
      claimedMs: context.nowMs,
    }),
  }));
  recordAbsences(context, input, signed);
}

/** @throws AppError as `requireAbsences` */
export function recordAbsences(
  context: CommandContext,
  input: AbsenceInput,
  signed: readonly SignedAbsence[],
): void {
  const { reviewId, reason, keeperSeatId } = input;
  const seat = requireAbsences(context, input);
  for (const { dossierId, jws } of signed) {
    insertAbsence(context.db, {
      seat_id: seat.id,
      dossier_id: dossierId,
      reason,
      jws,
      signer_seat_id: keeperSeatId,
      made_ms: context.nowMs,
    });
  }
  noteAct(context, reviewId, 'absence', { name: seat.name, count: signed.length, reason });
}

/**
 * Whether these absences can be recorded now. @throws AppError `conflict` for a sheet that is in, or below the
 * quorum; `not-found`, `bad-input` for a seat or keeper that isn't one
 */
export function requireAbsences(context: QueryContext, input: AbsenceInput): SeatRow {
  const { reviewId, keeperSeatId } = input;
  const seat = requireMember(context.db, reviewId, input.seatId);
  const pairs = pairsOf(context.db, reviewId);
  // The one who signed may have been replaced while the passphrase was checked.
  requireKeeper(context, reviewId, keeperSeatId);
  for (const dossierId of input.dossierIds) {
    requireScored(pairs, dossierId);
    const state = pairs.stateOf(seat.id, dossierId);
    // Two envelopes with one number: the absence says that neither counts.
    if (state !== 'missing' && state !== 'draft' && state !== 'conflict')
      throw new AppError('conflict', { what: 'absence-state', state });
    requireQuorumAfter(context, reviewId, pairs, seat.id, dossierId);
  }
  return seat;
}

/** Members who can still count for a dossier: neither recused nor recorded absent. */
export function possibleOf(pairs: Pairs, dossierId: string): number {
  return pairs.members.filter(({ id }) => !['recused', 'absent'].includes(pairs.stateOf(id, dossierId)))
    .length;
}

/**
 * An absence never takes a dossier below the quorum (domain.md, Phases); recusals may, and then it is said.
 * @throws AppError `conflict` naming the enterprise
 */
function requireQuorumAfter(
  context: QueryContext,
  reviewId: string,
  pairs: Pairs,
  seatId: string,
  dossierId: string,
): void {
  const { quorum } = frozenScheme(context.db, reviewId).rules;
  const left = possibleOf(pairs, dossierId) - (pairs.stateOf(seatId, dossierId) === 'absent' ? 0 : 1);
  if (left >= quorum) return;
  const name = pairs.dossiers.find(({ id }) => id === dossierId)?.name ?? '';
  throw new AppError('conflict', { what: 'absence-quorum', name, left, quorum });
}
