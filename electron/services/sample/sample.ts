import { AppError } from '../../../shared/api/problem.ts';
import type { Dispatch } from '../../../shared/api/reply.ts';
import type { TaskContext } from '../../api/context.ts';
import type { Handlers } from '../../api/handler.ts';
import type { Sessions } from '../../api/sessions.ts';
import { allReviews, reviewById } from '../../database/reviews.ts';
import { isPrepared } from '../review/phase-steps.ts';
import { makePlayer } from './sample-player.ts';
import { readSample } from './sample-files.ts';
import { prepareSample } from './sample-prepare.ts';
import { completeScoring } from './sample-score.ts';

/** The sample review is played through the same calls as a real one, each person in an own session. */
export function sampleHandlers(
  dispatch: Dispatch,
  sessions: Sessions,
): Pick<Handlers, 'review.openSample' | 'sample.completeScoring'> {
  return {
    'review.openSample': async (context, { fresh }) => {
      const known = context.read(({ db }) =>
        allReviews(db).find((review) => review.sample === 1 && isPrepared(db, review)),
      );
      if (known !== undefined && !fresh) return { reviewId: known.id };
      return asPlayers(context, sessions, (players) =>
        prepareSample(context, readSample(context.environment), players(dispatch)),
      );
    },
    'sample.completeScoring': async (context, { reviewId }) => {
      if (context.read(({ db }) => reviewById(db, reviewId).sample) !== 1)
        throw new AppError('not-permitted');
      return asPlayers(context, sessions, (players) =>
        completeScoring(context, readSample(context.environment), reviewId, players(dispatch)),
      );
    },
  };
}

export type Players = (name: string) => ReturnType<typeof makePlayer>;

/** Gives each player a session and forgets all of them, with their keys, at the end. */
async function asPlayers<T>(
  context: TaskContext,
  sessions: Sessions,
  act: (players: (dispatch: Dispatch) => Players) => Promise<T>,
): Promise<T> {
  const prefix = `sample-${context.environment.newId()}`;
  const used = new Set<string>();
  try {
    return await act((dispatch) => (name) => {
      const session = `${prefix}-${name}`;
      used.add(session);
      context.sessionOf(session).playsSample = true;
      return makePlayer(dispatch, session);
    });
  } finally {
    for (const session of used) sessions.end(session);
  }
}
