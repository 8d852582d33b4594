import { AppError } from '../../../shared/api/problem.ts';
import type { CommandContext } from '../../api/context.ts';
import { slow, type Handlers } from '../../api/handler.ts';
import { takeLetterNumber } from '../../database/letters.ts';
import { activeProfile, clearFailures } from '../../database/profiles.ts';
import { replicasOf } from '../../database/replicas.ts';
import { personById } from '../../database/people.ts';
import { seatById, type SeatRow } from '../../database/seats.ts';
import { insertSeatUnlock, isSeatUnlockUsed } from '../../database/seat-unlocks.ts';
import { addresseeOf } from '../../exchange/letter.ts';
import { refused } from '../../exchange/parts.ts';
import { readSeatUnlock, seatUnlockFile, unverifiedSeatUnlock } from '../../exchange/seat-unlock.ts';
import { stagePlain } from '../../exchange/staged-letter.ts';
import { noteAct, ownPerson } from '../act.ts';
import { conflict } from '../conflict.ts';
import { officeSigner } from '../exchange/office-letter.ts';
import { queueLetter } from '../exchange/queue-letter.ts';
import { countTries, gatherKeyHolder, tryPassphrase } from './passphrase-check.ts';

/** After five wrong PINs: the secretary, with the own passphrase, lets the member try again. */
export const pinHandlers: Pick<Handlers, 'panel.allowPin' | 'seat.takeUnlock'> = {
  'panel.allowPin': slow({
    gather: (context, { reviewId, seatId, passphrase }) => {
      requirePin(seatById(context.db, reviewId, seatId));
      return gatherKeyHolder(context, ownPerson(context).personId, passphrase);
    },
    prepare: (holder) => tryPassphrase(holder),
    commit: (context, { reviewId, seatId }, tried) => {
      const refusal = countTries(context, [tried], ['secretary']);
      if (refusal !== null) return refusal;
      const seat = seatById(context.db, reviewId, seatId);
      requirePin(seat);
      const elsewhere = seat.profile_place === 'elsewhere';
      if (elsewhere) sendUnlock(context, reviewId, seat);
      else clearFailures(context.db, seat.person_id);
      noteAct(context, reviewId, 'pin-allowed', { name: seat.name });
      return { elsewhere };
    },
  }),
  'seat.takeUnlock': (context, { uploadId }) => {
    const upload = context.session.uploads.get(uploadId);
    if (upload === undefined) throw new AppError('not-found', { what: 'upload' });
    return takeSeatUnlock(context, upload.bytes);
  },
};

function requirePin(seat: SeatRow): void {
  if (seat.guard !== 'pin') throw conflict('', { what: 'no-pin', name: seat.name });
}

function sendUnlock(context: CommandContext, reviewId: string, seat: SeatRow): void {
  const recipient = seat.recipient ?? '';
  const addressee = addresseeOf(recipient);
  const unlock = {
    format: 1,
    review: reviewId,
    seat: seat.id,
    number: takeLetterNumber(context.db, reviewId, addressee),
    claimedMs: context.nowMs,
  } as const;
  const file = seatUnlockFile(officeSigner(context, reviewId), unlock, recipient);
  const staged = stagePlain(context.environment.dataFolder, context.environment.newId(), file);
  queueLetter(context, { reviewId, kind: 'seat-unlock', addressee, party: seat.name }, staged);
}

/**
 * Takes a permission in on the seat's laptop; nobody is unlocked there.
 * @throws AppError `data-corrupt` (exchange), reasons of `readSeatUnlock` and `already`
 */
export function takeSeatUnlock(context: CommandContext, bytes: Uint8Array): { name: string } {
  const { to } = unverifiedSeatUnlock(bytes);
  const { db, nowMs } = context;
  for (const replica of replicasOf(db)) {
    const recipient = activeProfile(db, replica.person_id)?.recipient ?? '';
    if (addresseeOf(recipient) !== to) continue;
    const { review, seat, number } = readSeatUnlock(bytes, replica.authority_public, recipient);
    if (review !== replica.review_id || seat !== replica.seat_id) throw refused('not-for-seat');
    if (isSeatUnlockUsed(db, review, seat, number)) throw refused('already');
    insertSeatUnlock(db, { review_id: review, seat_id: seat, number, used_ms: nowMs });
    clearFailures(db, replica.person_id);
    return { name: personById(db, replica.person_id)?.name ?? '' };
  }
  throw refused('not-for-seat');
}
