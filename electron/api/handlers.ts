import type { Dispatch } from '../../shared/api/reply.ts';
import { appHandlers, type Revisions } from '../services/app.ts';
import { boardHandlers } from '../services/board.ts';
import { correctionHandlers } from '../services/corrections.ts';
import { createReviewHandlers } from '../services/create-review.ts';
import { deskHandlers } from '../services/desk.ts';
import { submitHandlers } from '../services/desk-submit.ts';
import { withdrawHandlers } from '../services/desk-withdraw.ts';
import { documentHandlers } from '../services/documents/index.ts';
import { dossierHandlers } from '../services/dossiers.ts';
import { importHandlers } from '../services/imports.ts';
import { openingHandlers } from '../services/opening.ts';
import { opinionHandlers } from '../services/opinions.ts';
import { panelHandlers } from '../services/panel.ts';
import { paperHandlers } from '../services/paper.ts';
import { peopleHandlers } from '../services/people.ts';
import { recusalHandlers } from '../services/recusals.ts';
import { reseatHandlers } from '../services/reseat.ts';
import { reviewHandlers } from '../services/reviews.ts';
import { sampleHandlers } from '../services/sample.ts';
import { schemeHandlers } from '../services/scheme.ts';
import { sessionHandlers } from '../services/sessions.ts';
import { tallyHandlers } from '../services/tally.ts';
import { verificationHandlers } from '../services/verification.ts';
import { voteHandlers } from '../services/votes.ts';
import { whatIfHandlers } from '../services/what-if.ts';
import type { Handlers } from './handler.ts';
import type { RunningTasks } from './running-tasks.ts';
import type { Sessions } from './sessions.ts';

export interface HandlerParts {
  readonly tasks: RunningTasks;
  readonly revisions: Revisions;
  readonly sessions: Sessions;
  /** The sample plays its people through the same calls as anybody else. */
  readonly dispatch: Dispatch;
}

/** Every method of the contract with its handler. */
export function makeHandlers(parts: HandlerParts): Handlers {
  return {
    ...appHandlers(parts.tasks, parts.revisions),
    ...sessionHandlers,
    ...createReviewHandlers,
    ...reviewHandlers,
    ...schemeHandlers,
    ...dossierHandlers,
    ...importHandlers,
    ...peopleHandlers,
    ...panelHandlers,
    ...reseatHandlers(parts.sessions),
    ...recusalHandlers,
    ...deskHandlers,
    ...submitHandlers,
    ...withdrawHandlers,
    ...boardHandlers,
    ...paperHandlers,
    ...openingHandlers,
    ...tallyHandlers,
    ...voteHandlers,
    ...whatIfHandlers,
    ...correctionHandlers,
    ...opinionHandlers,
    ...documentHandlers,
    ...verificationHandlers,
    ...sampleHandlers(parts.dispatch, parts.sessions),
  };
}
