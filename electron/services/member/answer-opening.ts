import { AppError } from '../../../shared/api/problem.ts';
import { openingAnswerPayload, openingRequestPayload } from '../../../shared/schema/signed-letter.ts';
import type { CommandContext, QueryContext } from '../../api/context.ts';
import type { Environment } from '../../api/environment.ts';
import { slow, type Handlers, type Refusal } from '../../api/handler.ts';
import {
  markAnswered,
  openingInnersOf,
  openingRequestsOf,
  type OpeningInnerRow,
} from '../../database/opening-requests.ts';
import { replicaOf } from '../../database/replicas.ts';
import { answerParts, type AnsweredSheet } from '../../exchange/opening-parts.ts';
import { payloadTypes, readPayload, signPayload } from '../../exchange/signed-payload.ts';
import { dropStagedLetter, type StagedLetter } from '../../exchange/staged-letter.ts';
import { sha256Hex } from '../../signing/fingerprint.ts';
import { readUnverifiedJws, verifyJws } from '../../signing/jws.ts';
import { openInnerLayer, SHEET_TYPE } from '../../signing/sealed-sheet.ts';
import { noteAct, ownSeat } from '../act.ts';
import { rosterKey, signedRosters, type SignedRosters } from '../panel/signed-rosters.ts';
import {
  countTries,
  gatherKeyHolder,
  tryPassphrase,
  type KeyHolder,
  type Tried,
} from '../sessions/passphrase-check.ts';
import { queueMemberLetter, stageMemberLetter, startLetter, type LetterStart } from './member-letter.ts';

interface Gathered {
  readonly holder: KeyHolder;
  readonly start: LetterStart;
  readonly digest: string;
  readonly inners: readonly OpeningInnerRow[];
  readonly rosters: SignedRosters;
}

interface Prepared {
  readonly tried: Tried;
  readonly start: LetterStart;
  readonly staged: StagedLetter | null;
}

/** 启封请求 on the keeper's own laptop: one passphrase or PIN, all sheets or none. Nothing is shown or kept. */
export const openingAnswerHandlers: Pick<Handlers, 'opening.answer'> = {
  'opening.answer': slow({
    gather: (context, input): Gathered => gather(context, input),
    prepare: (gathered, environment) => openAll(gathered, environment),
    commit: (context, { reviewId, digest }, prepared): { count: number } | Refusal => {
      const refusal = countTries(context, [prepared.tried], ['keeper']);
      return refusal ?? answer(context, reviewId, digest, prepared);
    },
  }),
};

function gather(
  context: QueryContext,
  { reviewId, digest, passphrase }: { reviewId: string; digest: string; passphrase: string },
): Gathered {
  const { db } = context;
  const seat = ownSeat(context);
  const replica = replicaOf(db, reviewId);
  const request = openingRequestsOf(db, reviewId).find((row) => row.digest === digest);
  const inners = openingInnersOf(db, reviewId, digest);
  if (replica === undefined || request === undefined || inners.length !== request.count)
    throw new AppError('not-found', { what: 'opening-request' });
  // Read again: what stands in the file is what the authority signed.
  readPayload(request.jws, replica.authority_public, payloadTypes.openingRequest, openingRequestPayload);
  return {
    holder: gatherKeyHolder(context, seat.person_id, passphrase),
    start: startLetter(context, replica),
    digest,
    inners,
    rosters: signedRosters(db, reviewId),
  };
}

async function openAll(gathered: Gathered, environment: Environment): Promise<Prepared> {
  const { start, digest, inners, rosters } = gathered;
  const tried = await tryPassphrase(gathered.holder);
  const { keys } = tried;
  if (keys === null) return { tried, start, staged: null };
  const opened: { readonly sheet: AnsweredSheet; readonly payload: string }[] = [];
  for (const { seat_id: member, dossier_id: dossier, seq, sealed } of inners) {
    const jws = await openInnerLayer(sealed, keys.ageIdentity);
    const place = { review: start.reviewId, member, dossier, seq };
    opened.push({ sheet: { member, dossier, seq, sheet: jws }, payload: payloadHash(jws, place, rosters) });
  }
  const signer = { privateKey: keys.signingPrivateKey, publicSpki: keys.signingPublicSpki };
  const jws = signPayload(signer, payloadTypes.openingAnswer, openingAnswerPayload, {
    format: 1,
    review: start.reviewId,
    digest,
    sheets: opened.map(({ sheet: { member, dossier, seq }, payload }) => ({ member, dossier, seq, payload })),
  });
  const parts = answerParts(
    jws,
    opened.map(({ sheet }) => sheet),
  );
  return { tried, start, staged: await stageMemberLetter(environment, keys, start, 'opening-answer', parts) };
}

/**
 * What lies inside must be that member's own signed sheet of that place. @throws AppError `signature-invalid`
 */
function payloadHash(
  jws: string,
  place: { readonly review: string; readonly member: string; readonly dossier: string; readonly seq: number },
  rosters: SignedRosters,
): string {
  const claimed = JSON.parse(readUnverifiedJws(jws).payload.toString('utf8')) as Record<string, unknown>;
  const key = rosterKey(rosters, String(claimed['rosterHash']), place.member);
  if (key === null) throw new AppError('signature-invalid', { reason: 'roster-key' });
  const payload = verifyJws(jws, key, SHEET_TYPE);
  for (const [field, value] of Object.entries(place))
    if (claimed[field] !== value)
      throw new AppError('signature-invalid', { reason: 'payload-elsewhere', field });
  return sha256Hex(payload);
}

function answer(
  context: CommandContext,
  reviewId: string,
  digest: string,
  { start, staged }: Prepared,
): { count: number } {
  if (staged === null) throw new AppError('wrong-passphrase');
  const { db, environment, nowMs } = context;
  const request = openingRequestsOf(db, reviewId).find((row) => row.digest === digest);
  try {
    queueMemberLetter(context, start, 'opening-answer', staged);
  } catch (error) {
    dropStagedLetter(environment.dataFolder, staged.id);
    throw error;
  }
  markAnswered(db, reviewId, digest, nowMs);
  const count = request?.count ?? 0;
  noteAct(context, reviewId, 'opening-answered', { count });
  return { count };
}
