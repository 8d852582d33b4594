import { AppError } from '../../../shared/api/problem.ts';
import type { TaskContext } from '../../api/context.ts';
import type { Handlers } from '../../api/handler.ts';
import type { Sessions } from '../../api/sessions.ts';
import { decideCard } from '../../database/cards.ts';
import { frozen, reviewById } from '../../database/reviews.ts';
import { membersOf } from '../../database/seats.ts';
import { readCardFile } from '../../exchange/card.ts';
import { makeJoinFile } from '../../exchange/join-file.ts';
import { generateDigits } from '../../signing/passphrase.ts';
import { noteAct, ownSeat } from '../act.ts';
import { confirmCard, waitingCardAt } from './confirm-card.ts';
import { enrolmentView } from './enrolment.ts';
import { keepCard } from './judge-card.ts';

type Names = 'enrol.list' | 'enrol.takeCard' | 'enrol.confirm' | 'enrol.setAside' | 'enrol.meeting';

/** 登记 of people whose keys are on another laptop: cards, and the meeting code for bureau seats. */
export const cardHandlers = (sessions: Sessions): Pick<Handlers, Names> => ({
  'enrol.list': (context, { reviewId }) => enrolmentView(context, reviewId),
  'enrol.takeCard': (context, { reviewId, uploadId }) => {
    const upload = context.session.uploads.get(uploadId);
    if (upload === undefined) throw new AppError('not-found', { what: 'upload' });
    const checked = readCardFile(upload.bytes);
    return { outcome: keepCard(context, reviewId, checked), name: checked.card.name };
  },
  'enrol.confirm': (context, input) => confirmCard(context, sessions, input),
  'enrol.setAside': (context, { reviewId, fingerprint, reason }) => {
    const { checked } = waitingCardAt(context, reviewId, fingerprint);
    const decided = { review_id: reviewId, fingerprint, state: 'set-aside', seat_id: null, reason } as const;
    decideCard(context.db, decided, context.nowMs);
    noteAct(context, reviewId, 'card-set-aside', { name: checked.card.name, reason });
    return {};
  },
  'enrol.meeting': (task, { reviewId }) => meeting(task, reviewId),
});

/** A new code each time; a file given out before stays good, because both name the same review and keys. */
async function meeting(
  task: TaskContext,
  reviewId: string,
): Promise<{ code: string; fileName: string; base64: string }> {
  const content = task.read((context) => {
    const { title } = reviewById(context.db, reviewId);
    const office = ownSeat(context).recipient;
    if (office === null) throw new AppError('not-ready', { what: 'profile-missing' });
    return {
      format: 1 as const,
      review: reviewId,
      title,
      authority: frozen(context.db, reviewId).authority_public,
      office,
      seats: membersOf(context.db, reviewId).map(({ id: seat, name, organisation }) => ({
        seat,
        name,
        organisation,
      })),
    };
  });
  const code = generateDigits();
  const bytes = await makeJoinFile(content, code, Math.log2(task.environment.kdfCost.n));
  task.commit((context) => noteAct(context, reviewId, 'meeting-file-made', { count: content.seats.length }));
  return { code, fileName: `会场文件-${content.title}.paneljoin`, base64: bytes.toString('base64') };
}
