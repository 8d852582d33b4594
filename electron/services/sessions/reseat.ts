import { AppError } from '../../../shared/api/problem.ts';
import type { QueryContext } from '../../api/context.ts';
import { slow, type Handlers } from '../../api/handler.ts';
import type { Sessions } from '../../api/sessions.ts';
import { retireProfile } from '../../database/profiles.ts';
import { reviewById } from '../../database/reviews.ts';
import { membersOf, seatById, seatOfPerson, seatsOfPerson, type SeatRow } from '../../database/seats.ts';
import { dropDrafts, latestBlobs } from '../../database/sheets.ts';
import { noteAct, ownPerson } from '../act.ts';
import { conflict } from '../conflict.ts';
import { namedRoster, rosterKey, signedRosters } from '../panel/signed-rosters.ts';
import { requireKeeper } from './keeper.ts';
import { countTries, gatherKeyHolder, tryPassphrase } from './passphrase-check.ts';

/**
 * A forgotten passphrase can't be recovered. Secretary and chair (or deputy) reseat the member by a recorded
 * act: submitted sheets stay valid under the old key, drafts are entered anew, the member sets a new one.
 */
export const reseatHandlers = (sessions: Sessions): Pick<Handlers, 'panel.reseat'> => ({
  'panel.reseat': slow({
    gather: (context, input) => {
      const seat = seatById(context.db, input.reviewId, input.seatId);
      if (seat.profile_id === null) throw new AppError('conflict', { what: 'no-profile', name: seat.name });
      if (seat.role === 'secretary') throw new AppError('conflict', { what: 'secretary-recovery' });
      const keeper = requireKeeper(context, input.reviewId, input.keeperSeatId);
      if (keeper.id === seat.id) throw new AppError('conflict', { what: 'own-reseat' });
      requireNotElsewhere(context, input.reviewId, seat, keeper);
      requireOtherKeeper(context, input.reviewId, seat);
      return {
        secretary: gatherKeyHolder(context, ownPerson(context).personId, input.secretaryPassphrase),
        keeper: gatherKeyHolder(context, keeper.person_id, input.keeperPassphrase),
      };
    },
    prepare: async ({ secretary, keeper }) => [await tryPassphrase(secretary), await tryPassphrase(keeper)],
    commit: (context, { reviewId, seatId, keeperSeatId, reason }, tries) => {
      const refusal = countTries(context, tries, ['secretary', 'keeper']);
      if (refusal !== null) return refusal;
      const seat = seatById(context.db, reviewId, seatId);
      requireOtherKeeper(context, reviewId, seat);
      retireProfile(context.db, seat.person_id, context.nowMs);
      dropDrafts(context.db, seatId);
      // An unlocked tab still holds the old keys.
      sessions.lockPerson(seat.person_id);
      const keeper = seatById(context.db, reviewId, keeperSeatId).name;
      noteAct(context, reviewId, 'reseated', { name: seat.name, reason, keeper });
      return {};
    },
  }),
});

/**
 * The profile is one for all reviews of this laptop. Where the person sits in another running one, the same
 * two people must be its secretary and its chair or deputy; otherwise a review made up for the purpose would
 * hand over somebody's seat.
 */
function requireNotElsewhere(context: QueryContext, reviewId: string, seat: SeatRow, keeper: SeatRow): void {
  const secretaryId = ownPerson(context).personId;
  for (const other of seatsOfPerson(context.db, seat.person_id)) {
    const review = reviewById(context.db, other.review_id);
    if (review.id === reviewId || review.phase === 'filed') continue;
    const secretary = seatOfPerson(context.db, review.id, secretaryId);
    const witness = seatOfPerson(context.db, review.id, keeper.person_id);
    const same = secretary?.role === 'secretary' && (witness?.chair === 1 || witness?.deputy === 1);
    if (!same || other.role === 'secretary') {
      throw conflict('', { what: 'reseat-elsewhere', name: seat.name, review: review.title });
    }
  }
}

/** Sheets are sealed to chair and deputy; one of the two must keep the key that they are sealed to. */
function requireOtherKeeper(context: QueryContext, reviewId: string, seat: SeatRow): void {
  if (seat.chair !== 1 && seat.deputy !== 1) return;
  const other = membersOf(context.db, reviewId).find(
    ({ id, chair, deputy }) => id !== seat.id && (chair === 1 || deputy === 1),
  );
  const named = latestBlobs(context.db, reviewId)
    .filter(({ kind }) => kind === 'sheet')
    .map(({ envelope }) => namedRoster(envelope));
  if (named.length === 0) return;
  const rosters = signedRosters(context.db, reviewId);
  if (named.every((hash) => rosterKey(rosters, hash, other?.id ?? '') === other?.public_key)) return;
  throw conflict('', { what: 'last-keeper', name: seat.name });
}
