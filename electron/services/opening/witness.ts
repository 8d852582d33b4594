import { AppError } from '../../../shared/api/problem.ts';
import { witnessPayload } from '../../../shared/schema/signed-letter.ts';
import type { CommandContext, QueryContext } from '../../api/context.ts';
import { slow, type Handlers, type Refusal } from '../../api/handler.ts';
import { insertOpeningWitness, openingBegunOf, openingWitnessesOf } from '../../database/opening-begun.ts';
import { seatById, seatsOf, type SeatRow } from '../../database/seats.ts';
import { payloadTypes, readPayload, signPayload } from '../../exchange/signed-payload.ts';
import { noteAct } from '../act.ts';
import { countTries, gatherKeyHolder, tryPassphrase, type Tried } from '../sessions/passphrase-check.ts';

/** A supervisor signs with the own passphrase on this laptop that this very opening was witnessed. */
export const witnessHere: Handlers['opening.witness'] = slow({
  gather: (context, { reviewId, seatId, passphrase }) => {
    const seat = supervisor(context, reviewId, seatId);
    requireBegunDigest(context, reviewId);
    return gatherKeyHolder(context, seat.person_id, passphrase);
  },
  prepare: (holder) => tryPassphrase(holder),
  commit: (context, { reviewId, seatId }, tried: Tried): Record<string, never> | Refusal => {
    const refusal = countTries(context, [tried], [seatId]);
    if (refusal !== null || tried.keys === null) return refusal ?? {};
    const seat = supervisor(context, reviewId, seatId);
    const digest = requireBegunDigest(context, reviewId);
    const signer = { privateKey: tried.keys.signingPrivateKey, publicSpki: tried.keys.signingPublicSpki };
    const payload = { format: 1 as const, review: reviewId, digest, seat: seatId, claimedMs: context.nowMs };
    keepWitness(context, seat, digest, signPayload(signer, payloadTypes.witness, witnessPayload, payload));
    return {};
  },
});

function supervisor(context: QueryContext, reviewId: string, seatId: string): SeatRow {
  const seat = seatById(context.db, reviewId, seatId);
  if (seat.role !== 'supervisor') throw new AppError('bad-input', { what: 'supervisor', name: seat.name });
  return seat;
}

function requireBegunDigest(context: QueryContext, reviewId: string): string {
  const begun = openingBegunOf(context.db, reviewId);
  if (begun === undefined) throw new AppError('conflict', { what: 'opening-not-begun' });
  return begun.digest;
}

/** Keeps a signature that holds; false when it was kept before. */
export function keepWitness(context: CommandContext, seat: SeatRow, digest: string, jws: string): boolean {
  const { id: seatId, review_id: reviewId, public_key: key, name } = seat;
  if (key === null) throw new AppError('not-ready', { what: 'profile-missing' });
  readPayload(jws, key, payloadTypes.witness, witnessPayload);
  const row = { review_id: reviewId, digest, seat_id: seatId, jws, public_key: key, made_ms: context.nowMs };
  if (!insertOpeningWitness(context.db, row)) return false;
  noteAct(context, reviewId, 'opening-witness-signed', { name, digest });
  return true;
}

/** Names of the supervisors who signed this opening. */
export function witnessNames(context: QueryContext, reviewId: string, digest: string): string[] {
  const signed = new Set(openingWitnessesOf(context.db, reviewId, digest).map((row) => row.seat_id));
  return seatsOf(context.db, reviewId)
    .filter(({ id }) => signed.has(id))
    .map(({ name }) => name);
}
