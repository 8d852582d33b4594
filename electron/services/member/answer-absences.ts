import { AppError } from '../../../shared/api/problem.ts';
import { absencePayload, type AbsenceRequestPayload } from '../../../shared/schema/signed-letter.ts';
import type { QueryContext } from '../../api/context.ts';
import type { Environment } from '../../api/environment.ts';
import { slow, type Handlers, type Refusal } from '../../api/handler.ts';
import { absenceRequestsOf, markAbsenceAnswered } from '../../database/absence-requests.ts';
import { replicaOf } from '../../database/replicas.ts';
import { textPart } from '../../exchange/parts.ts';
import { payloadTypes, signPayload } from '../../exchange/signed-payload.ts';
import { dropStagedLetter, type StagedLetter } from '../../exchange/staged-letter.ts';
import { noteAct, ownSeat } from '../act.ts';
import {
  countTries,
  gatherKeyHolder,
  tryPassphrase,
  type KeyHolder,
  type Tried,
} from '../sessions/passphrase-check.ts';
import { readRequest } from './absence-requests.ts';
import { queueMemberLetter, stageMemberLetter, startLetter, type LetterStart } from './member-letter.ts';

interface Gathered {
  readonly holder: KeyHolder;
  readonly start: LetterStart;
  readonly request: AbsenceRequestPayload;
  readonly signer: string;
}

interface Prepared {
  readonly tried: Tried;
  readonly start: LetterStart;
  readonly staged: StagedLetter | null;
}

/** 缺席确认 on the keeper's own laptop: one signature for each enterprise, sent back to the office. */
export const absenceAnswerHandlers: Pick<Handlers, 'absence.answer'> = {
  'absence.answer': slow({
    gather: (context, input): Gathered => gather(context, input),
    prepare: (gathered, environment) => signAll(gathered, environment),
    commit: (context, { reviewId, request }, { tried, start, staged }): Record<string, never> | Refusal => {
      const refusal = countTries(context, [tried], ['keeper']);
      if (refusal !== null) return refusal;
      if (staged === null) throw new AppError('wrong-passphrase');
      try {
        queueMemberLetter(context, start, 'absence-answer', staged);
      } catch (error) {
        dropStagedLetter(context.environment.dataFolder, staged.id);
        throw error;
      }
      markAbsenceAnswered(context.db, reviewId, request, context.nowMs);
      noteAct(context, reviewId, 'absence-answered', {});
      return {};
    },
  }),
};

function gather(
  context: QueryContext,
  { reviewId, request: id, passphrase }: { reviewId: string; request: string; passphrase: string },
): Gathered {
  const { db } = context;
  const seat = ownSeat(context);
  const replica = replicaOf(db, reviewId);
  const row = absenceRequestsOf(db, reviewId).find((one) => one.id === id && one.answered_ms === null);
  if (replica === undefined || row === undefined)
    throw new AppError('not-found', { what: 'absence-request' });
  return {
    holder: gatherKeyHolder(context, seat.person_id, passphrase),
    start: startLetter(context, replica),
    // Read again: what stands in the file is what the authority signed.
    request: readRequest(row.jws, replica.authority_public).value,
    signer: seat.id,
  };
}

async function signAll(
  { holder, start, request, signer }: Gathered,
  environment: Environment,
): Promise<Prepared> {
  const tried = await tryPassphrase(holder);
  const { keys } = tried;
  if (keys === null) return { tried, start, staged: null };
  const own = { privateKey: keys.signingPrivateKey, publicSpki: keys.signingPublicSpki };
  const parts = request.dossiers.map((dossier) => {
    const jws = signPayload(own, payloadTypes.absence, absencePayload, {
      format: 1,
      kind: 'absence',
      review: request.review,
      member: request.member,
      dossier,
      reason: request.reason,
      signer,
      claimedMs: start.nowMs,
    });
    return textPart(`${dossier}.absence.jws`, jws);
  });
  return { tried, start, staged: await stageMemberLetter(environment, keys, start, 'absence-answer', parts) };
}
