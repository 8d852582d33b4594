import type { Dispatch } from '../../shared/api/reply.ts';
import { appHandlers, type Revisions } from '../services/app.ts';
import { bundleHandlers } from '../services/bundle/index.ts';
import { boardHandlers } from '../services/sheets/board.ts';
import { correctionHandlers } from '../services/results/corrections.ts';
import { createReviewHandlers } from '../services/review/create-review.ts';
import { deskHandlers } from '../services/sheets/desk.ts';
import { submitHandlers } from '../services/sheets/desk-submit.ts';
import { withdrawHandlers } from '../services/sheets/desk-withdraw.ts';
import { documentHandlers } from '../services/documents/index.ts';
import { dossierHandlers } from '../services/dossiers/dossiers.ts';
import { materialHandlers } from '../services/materials/materials.ts';
import { importHandlers } from '../services/dossiers/imports.ts';
import { openingHandlers } from '../services/opening/opening.ts';
import { opinionHandlers } from '../services/results/opinions.ts';
import { exchangeHandlers } from '../services/exchange/exchange.ts';
import type { ExchangeDesk } from '../services/exchange/exchange-desk.ts';
import { cardHandlers } from '../services/enrol/enrol.ts';
import { drawHandlers } from '../services/panel/draws.ts';
import { openingAnswerHandlers } from '../services/member/answer-opening.ts';
import { memberStateHandlers } from '../services/member/member-state.ts';
import { resendHandlers } from '../services/member/resend.ts';
import { declareHandlers } from '../services/panel/declare.ts';
import { enrolHandlers } from '../services/member/enrol.ts';
import { firstPackageHandlers } from '../services/member/first-package.ts';
import { joinHandlers } from '../services/member/join.ts';
import { packageHandlers } from '../services/exchange/stage-package.ts';
import { panelHandlers } from '../services/panel/panel.ts';
import { paperHandlers } from '../services/sheets/paper.ts';
import { peopleHandlers } from '../services/panel/people.ts';
import { rebuildHandlers } from '../services/rebuild/rebuild.ts';
import { recusalHandlers } from '../services/panel/recusals.ts';
import { pinHandlers } from '../services/sessions/pin-tries.ts';
import { recoverHandlers } from '../services/sessions/recover.ts';
import { reseatHandlers } from '../services/sessions/reseat.ts';
import { reviewHandlers } from '../services/review/reviews.ts';
import { sampleHandlers } from '../services/sample/sample.ts';
import { schemeHandlers } from '../services/scheme/scheme.ts';
import { sessionHandlers } from '../services/sessions/sessions.ts';
import { tallyHandlers } from '../services/results/tally.ts';
import { verificationHandlers } from '../services/documents/verification.ts';
import { voteHandlers } from '../services/results/votes.ts';
import { whatIfHandlers } from '../services/results/what-if.ts';
import type { Handlers } from './handler.ts';
import type { RunningTasks } from './running-tasks.ts';
import type { Sessions } from './sessions.ts';

export interface HandlerParts {
  readonly tasks: RunningTasks;
  readonly revisions: Revisions;
  readonly sessions: Sessions;
  readonly exchange: ExchangeDesk;
  /** The sample plays its people through the same calls as anybody else. */
  readonly dispatch: Dispatch;
}

/** Every method of the contract with its handler. */
export function makeHandlers(parts: HandlerParts): Handlers {
  return {
    ...appHandlers(parts.tasks, parts.revisions),
    ...sessionHandlers,
    ...recoverHandlers(parts.sessions),
    ...pinHandlers,
    ...packageHandlers,
    ...joinHandlers,
    ...enrolHandlers,
    ...firstPackageHandlers,
    ...createReviewHandlers,
    ...reviewHandlers,
    ...schemeHandlers,
    ...dossierHandlers,
    ...importHandlers,
    ...materialHandlers,
    ...peopleHandlers,
    ...panelHandlers,
    ...cardHandlers(parts.sessions),
    ...rebuildHandlers,
    ...drawHandlers,
    ...reseatHandlers(parts.sessions),
    ...recusalHandlers,
    ...declareHandlers,
    ...memberStateHandlers,
    ...resendHandlers,
    ...openingAnswerHandlers,
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
    ...bundleHandlers,
    ...verificationHandlers,
    ...exchangeHandlers(parts.exchange),
    ...sampleHandlers(parts.dispatch, parts.sessions),
  };
}
