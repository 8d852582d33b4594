import { AppError } from '../../../shared/api/problem.ts';
import type { CommandContext } from '../../api/context.ts';
import { slow, type Handlers, type Refusal } from '../../api/handler.ts';
import { reviewById } from '../../database/reviews.ts';
import { insertBlob, latestBlob } from '../../database/sheets.ts';
import { checkEnvelope, signWithdrawal } from '../../signing/sealed-sheet.ts';
import { noteAct, ownSeat } from '../act.ts';
import { pairsOf } from './pairs.ts';
import { placeOfReview } from './sheet-place.ts';
import { countTries, gatherKeyHolder, tryPassphrase, type Tried } from '../sessions/passphrase-check.ts';

/** Until the closing a submitted sheet may be taken back; every version is kept. */
export const withdrawHandlers: Pick<Handlers, 'desk.withdraw'> = {
  'desk.withdraw': slow({
    gather: (context, { reviewId, dossierId, passphrase }) => {
      const seat = ownSeat(context);
      if (pairsOf(context.db, reviewId).stateOf(seat.id, dossierId) !== 'received') {
        throw new AppError('conflict', { what: 'not-submitted' });
      }
      return gatherKeyHolder(context, seat.person_id, passphrase);
    },
    prepare: (holder) => tryPassphrase(holder),
    commit: (context, { reviewId, dossierId, reason }, tried: Tried): Record<string, never> | Refusal => {
      const refusal = countTries(context, [tried], ['own']);
      if (refusal !== null) return refusal;
      withdraw(context, reviewId, dossierId, reason, tried);
      return {};
    },
  }),
};

/** A signed tombstone with the next sequence number; the draft is open again. */
function withdraw(
  context: CommandContext,
  reviewId: string,
  dossierId: string,
  reason: string,
  tried: Tried,
): void {
  const seat = ownSeat(context);
  const blob = latestBlob(context.db, seat.id, dossierId);
  if (reviewById(context.db, reviewId).phase !== 'scoring' || blob?.kind !== 'sheet' || tried.keys === null) {
    throw new AppError('conflict', { what: 'not-submitted' });
  }
  const signer = { privateKey: tried.keys.signingPrivateKey, publicSpki: tried.keys.signingPublicSpki };
  const place = {
    ...placeOfReview(context.db, reviewId),
    dossier: dossierId,
    member: seat.id,
    seq: blob.seq + 1,
  };
  const envelope = signWithdrawal(signer, place, blob.envelope_hash);
  const { hash } = checkEnvelope(envelope, signer.publicSpki, place);
  insertBlob(context.db, {
    review_id: reviewId,
    seat_id: seat.id,
    dossier_id: dossierId,
    seq: place.seq,
    kind: 'withdrawal',
    envelope,
    sealed: new Uint8Array(),
    envelope_hash: hash,
    public_key: signer.publicSpki,
    received_ms: context.nowMs,
  });
  noteAct(context, reviewId, 'withdrawn', { name: seat.name, seq: place.seq, reason, hashes: hash });
}
