import { AppError } from '../../../shared/api/problem.ts';
import {
  absencePayload,
  absenceRequestPayload,
  type AbsenceRequestPayload,
} from '../../../shared/schema/signed-letter.ts';
import type { QueryContext } from '../../api/context.ts';
import type { Environment } from '../../api/environment.ts';
import { slow, type Handlers } from '../../api/handler.ts';
import { absenceRequestsOf, markAbsenceAnswered } from '../../database/absence-requests.ts';
import { replicaOf } from '../../database/replicas.ts';
import { textPart } from '../../exchange/parts.ts';
import { payloadTypes, readPayload, signPayload } from '../../exchange/signed-payload.ts';
import { noteAct, ownSeat } from '../act.ts';
import { ABSENCE_TYPE } from '../results/signed-acts.ts';
import {
  countTries,
  gatherKeyHolder,
  tryPassphrase,
  type KeyHolder,
  type Tried,
} from '../sessions/passphrase-check.ts';
import type { LetterStart } from './member-letter.ts';
import { stageOutgoing, startOutgoing, withLetter, type OutgoingLetter } from './outgoing.ts';

interface Gathered {
  readonly holder: KeyHolder;
  readonly start: LetterStart | null;
  readonly request: AbsenceRequestPayload;
}

interface Prepared {
  readonly tried: Tried;
  readonly letter: OutgoingLetter | null;
}

/** Absences signed on the keeper's own laptop: all that were asked for, or none. */
export const absenceAnswerHandlers: Pick<Handlers, 'absence.answer'> = {
  'absence.answer': slow({
    gather: (context, { reviewId, hash, passphrase }): Gathered => ({
      request: openAbsence(context, reviewId, hash),
      holder: gatherKeyHolder(context, ownSeat(context).person_id, passphrase),
      start: startOutgoing(context, reviewId),
    }),
    prepare: (gathered, environment) => sign(gathered, environment),
    commit: (context, { reviewId, hash }, { tried, letter }) => {
      const refusal = countTries(context, [tried], ['keeper']);
      if (refusal !== null) return refusal;
      const { dossiers } = openAbsence(context, reviewId, hash);
      withLetter(context, letter, () => {
        markAbsenceAnswered(context.db, reviewId, hash, context.nowMs);
        noteAct(context, reviewId, 'absence-answered', { count: dossiers.length });
      });
      return {};
    },
  }),
};

/** Read again: what stands in the file is what the authority signed. @throws AppError `not-found` */
function openAbsence({ db }: QueryContext, reviewId: string, hash: string): AbsenceRequestPayload {
  const replica = replicaOf(db, reviewId);
  const row = absenceRequestsOf(db, reviewId).find((one) => one.hash === hash);
  if (replica === undefined || row === undefined || row.answered_ms !== null)
    throw new AppError('not-found', { what: 'absence-request' });
  const { authority_public: authority } = replica;
  return readPayload(row.jws, authority, payloadTypes.absenceRequest, absenceRequestPayload).value;
}

async function sign({ holder, start, request }: Gathered, environment: Environment): Promise<Prepared> {
  const tried = await tryPassphrase(holder);
  const { keys } = tried;
  if (keys === null || start === null) return { tried, letter: null };
  const signer = { privateKey: keys.signingPrivateKey, publicSpki: keys.signingPublicSpki };
  const { review, member, reason, dossiers } = request;
  const parts = dossiers.map((dossier) =>
    textPart(
      `${dossier}.absence.jws`,
      signPayload(signer, ABSENCE_TYPE, absencePayload, {
        format: 1,
        kind: 'absence',
        review,
        member,
        dossier,
        reason,
        signer: start.seatId,
        claimedMs: start.nowMs,
      }),
    ),
  );
  return { tried, letter: await stageOutgoing(environment, keys, start, 'absence-answer', parts) };
}
