import { AppError } from '../../../shared/api/problem.ts';
import type { CommandContext, QueryContext } from '../../api/context.ts';
import type { Environment } from '../../api/environment.ts';
import { slow, type Handlers } from '../../api/handler.ts';
import { reviewById } from '../../database/reviews.ts';
import { insertBlob, latestBlob } from '../../database/sheets.ts';
import { sheetParts } from '../../exchange/sheet-parts.ts';
import { checkEnvelope, signWithdrawal, type SheetPlace } from '../../signing/sealed-sheet.ts';
import { noteAct, ownSeat } from '../act.ts';
import type { LetterStart } from '../member/member-letter.ts';
import { stageOutgoing, startOutgoing, withLetter, type OutgoingLetter } from '../member/outgoing.ts';
import {
  countTries,
  gatherKeyHolder,
  tryPassphrase,
  type KeyHolder,
  type Tried,
} from '../sessions/passphrase-check.ts';
import { nextLink } from './own-chain.ts';
import { pairsOf } from './pairs.ts';
import { placeOfReview } from './sheet-place.ts';

interface Gathered {
  readonly holder: KeyHolder;
  readonly next: NextWithdrawal;
  readonly start: LetterStart | null;
}

interface NextWithdrawal {
  readonly place: SheetPlace;
  readonly row: number;
  readonly previous: string;
}

interface Prepared {
  readonly tried: Tried;
  readonly next: NextWithdrawal;
  readonly envelope: string;
  readonly letter: OutgoingLetter | null;
}

/** Until the closing a submitted sheet may be taken back; every version is kept. */
export const withdrawHandlers: Pick<Handlers, 'desk.withdraw'> = {
  'desk.withdraw': slow({
    gather: (context, { reviewId, dossierId, passphrase }): Gathered => {
      const seat = ownSeat(context);
      if (pairsOf(context.db, reviewId).stateOf(seat.id, dossierId) !== 'received') {
        throw new AppError('conflict', { what: 'not-submitted' });
      }
      return {
        holder: gatherKeyHolder(context, seat.person_id, passphrase),
        next: nextWithdrawal(context, reviewId, dossierId),
        start: startOutgoing(context, reviewId),
      };
    },
    prepare: (gathered, environment) => sign(gathered, environment),
    commit: (context, { reviewId, dossierId, reason }, prepared) => {
      const refusal = countTries(context, [prepared.tried], ['own']);
      if (refusal !== null) return refusal;
      withLetter(context, prepared.letter, () => withdraw(context, reviewId, dossierId, reason, prepared));
      return {};
    },
  }),
};

/** @throws AppError `conflict` unless a sheet is in and the closing hasn't come */
function nextWithdrawal(context: QueryContext, reviewId: string, dossierId: string): NextWithdrawal {
  const { db } = context;
  const member = ownSeat(context).id;
  const blob = latestBlob(db, member, dossierId);
  if (reviewById(db, reviewId).phase !== 'scoring' || blob?.kind !== 'sheet')
    throw new AppError('conflict', { what: 'not-submitted' });
  const { row, seq } = nextLink(db, member, dossierId);
  const place = { ...placeOfReview(db, reviewId), dossier: dossierId, member, seq };
  return { place, row, previous: blob.envelope_hash };
}

/** A signed tombstone with the next sequence number. */
async function sign({ holder, next, start }: Gathered, environment: Environment): Promise<Prepared> {
  const tried = await tryPassphrase(holder);
  if (tried.keys === null) return { tried, next, envelope: '', letter: null };
  const signer = { privateKey: tried.keys.signingPrivateKey, publicSpki: tried.keys.signingPublicSpki };
  const envelope = signWithdrawal(signer, next.place, next.previous);
  const { dossier, seq } = next.place;
  const parts = sheetParts([{ dossier, seq, envelope, sealed: null }]);
  return {
    tried,
    next,
    envelope,
    letter: await stageOutgoing(environment, tried.keys, start, 'sheets', parts),
  };
}

/** The draft is open again. */
function withdraw(
  context: CommandContext,
  reviewId: string,
  dossierId: string,
  reason: string,
  { tried, next, envelope }: Prepared,
): void {
  const seat = ownSeat(context);
  // Handed in again, or another roster, while the passphrase was checked.
  if (JSON.stringify(nextWithdrawal(context, reviewId, dossierId)) !== JSON.stringify(next))
    throw new AppError('stale');
  const key = tried.keys?.signingPublicSpki ?? '';
  const { hash } = checkEnvelope(envelope, key, next.place);
  insertBlob(context.db, {
    review_id: reviewId,
    seat_id: seat.id,
    dossier_id: dossierId,
    seq: next.row,
    kind: 'withdrawal',
    envelope,
    sealed: new Uint8Array(),
    envelope_hash: hash,
    public_key: key,
    received_ms: context.nowMs,
  });
  noteAct(context, reviewId, 'withdrawn', { name: seat.name, seq: next.place.seq, reason, hashes: hash });
}
