import { AppError } from '../../../shared/api/problem.ts';
import type { QueryContext } from '../../api/context.ts';
import { slow, type Handlers } from '../../api/handler.ts';
import { activeProfile } from '../../database/profiles.ts';
import { insertPerson } from '../../database/people.ts';
import { insertReview } from '../../database/reviews.ts';
import { insertSeat } from '../../database/seats.ts';
import { createProfileKeys, unlockProfileKeys } from '../../signing/profile-keys.ts';
import { isSamplePerson } from '../../database/sample-secrets.ts';
import { noteAct, ownPerson } from '../act.ts';
import { conflict } from '../conflict.ts';
import { presetScheme } from '../scheme/presets.ts';
import { createProfile } from '../sessions/sessions.ts';

/** A new review: the unlocked person becomes its secretary, or a new one with an own passphrase. */
export const createReviewHandlers: Pick<Handlers, 'review.create'> = {
  'review.create': slow({
    gather: (context, { secretary, preset }) => {
      if (secretary === null) refuseSamplePerson(context);
      if (secretary === null) refusePin(context);
      return { secretary, scheme: presetScheme(context.environment, preset) };
    },
    prepare: async ({ secretary, scheme }, environment) => {
      if (secretary === null) return { scheme, profile: null };
      const stored = await createProfileKeys(secretary.passphrase, environment.kdfCost);
      return { scheme, profile: { stored, keys: await unlockProfileKeys(stored, secretary.passphrase) } };
    },
    commit: (context, { title, organiser, secretary }, { scheme, profile }) => {
      const reviewId = context.environment.newId();
      const row = {
        id: reviewId,
        title,
        organiser,
        phase: 'setup',
        sample: 0,
        created_ms: context.nowMs,
      } as const;
      insertReview(context.db, { ...row, scheme: JSON.stringify(scheme) });
      const personId = secretary === null ? ownPerson(context).personId : context.environment.newId();
      if (secretary !== null) {
        const blank = { title: '', field: '', phone: '' };
        insertPerson(
          context.db,
          personId,
          { ...blank, name: secretary.name, organisation: organiser, kind: 'staff' },
          context.nowMs,
        );
      }
      const seat = {
        id: context.environment.newId(),
        reviewId,
        personId,
        role: 'secretary',
        kind: 'staff',
      } as const;
      insertSeat(context.db, seat);
      if (profile !== null) createProfile(context, personId, profile.stored, profile.keys);
      if (context.session.person === null) throw new AppError('locked');
      noteAct(context, reviewId, 'created', { title, name: context.session.person.name });
      return { reviewId };
    },
  }),
};

/** The secretary keeps the outer layer of every sheet: a session PIN is too weak for that. */
function refusePin(context: QueryContext): void {
  const { personId } = ownPerson(context);
  if (activeProfile(context.db, personId)?.guard === 'pin') throw conflict('', { what: 'pin-members-only' });
}

/** Everybody may know the passphrases of the sample, so its secretary organises nothing else. */
function refuseSamplePerson(context: QueryContext): void {
  const { personId, name } = ownPerson(context);
  if (context.session.playsSample || !isSamplePerson(context.db, personId)) return;
  throw conflict('', { what: 'sample-person', name });
}
