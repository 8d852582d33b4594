import { AppError } from '../../../shared/api/problem.ts';
import { slow, type Handlers } from '../../api/handler.ts';
import type { Sessions } from '../../api/sessions.ts';
import { retireProfile } from '../../database/profiles.ts';
import { seatById } from '../../database/seats.ts';
import { dropDrafts } from '../../database/sheets.ts';
import { noteAct, ownPerson } from '../act.ts';
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
