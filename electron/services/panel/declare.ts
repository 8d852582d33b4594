import { AppError } from '../../../shared/api/problem.ts';
import { declarationPayload } from '../../../shared/schema/signed-letter.ts';
import type { CommandContext, QueryContext } from '../../api/context.ts';
import type { Environment } from '../../api/environment.ts';
import { slow, type Handlers } from '../../api/handler.ts';
import { activeDossiers } from '../../database/dossiers.ts';
import { setDeclared } from '../../database/seats.ts';
import { insertSentDeclaration, sentDeclarationsOf } from '../../database/sent-declarations.ts';
import { textPart } from '../../exchange/parts.ts';
import { payloadTypes, signPayload } from '../../exchange/signed-payload.ts';
import type { OpenProfileKeys } from '../../signing/profile-keys.ts';
import { noteAct, ownPerson, ownSeat } from '../act.ts';
import { eraseRecused } from '../member/erase-recused.ts';
import type { LetterStart } from '../member/member-letter.ts';
import { stageOutgoing, startOutgoing, withLetter, type OutgoingLetter } from '../member/outgoing.ts';
import { recuse } from './recusals.ts';

interface DeclareInput {
  readonly reviewId: string;
  readonly recusals: readonly { readonly dossierId: string; readonly reason: string }[];
}

interface Gathered {
  readonly start: LetterStart | null;
  readonly keys: OpenProfileKeys;
  readonly seq: number;
  readonly dossiers: readonly string[];
  readonly input: DeclareInput;
}

interface Prepared {
  readonly seq: number;
  readonly jws: string;
  readonly dossiers: readonly string[];
  readonly letter: OutgoingLetter | null;
}

/**
 * 回避承诺 on a bare list of names. On a member's own laptop it also goes to the office, signed, and erases here
 * what the laptop holds of the recused dossiers.
 */
export const declareHandlers: Pick<Handlers, 'recusal.declare'> = {
  'recusal.declare': slow({
    gather: (context, input) => gather(context, input),
    prepare: (gathered, environment) => prepare(gathered, environment),
    commit: (context, input, prepared) => {
      withLetter(context, prepared.letter, () => declare(context, input, prepared));
      return {};
    },
  }),
};

function gather(context: QueryContext, input: DeclareInput): Gathered {
  requireNotDeclared(context);
  return {
    start: startOutgoing(context, input.reviewId),
    keys: ownPerson(context).keys,
    seq: (sentDeclarationsOf(context.db, input.reviewId).at(-1)?.seq ?? 0) + 1,
    dossiers: namesOf(context, input.reviewId),
    input,
  };
}

function requireNotDeclared(context: QueryContext): void {
  if (ownSeat(context).declared_ms !== null) throw new AppError('conflict', { what: 'declared' });
}

/** Ids of the list that is declared on, sorted. */
function namesOf({ db }: QueryContext, reviewId: string): string[] {
  return activeDossiers(db, reviewId)
    .map(({ id }) => id)
    .toSorted();
}

async function prepare(gathered: Gathered, environment: Environment): Promise<Prepared> {
  const { start, keys, seq, dossiers, input } = gathered;
  if (start === null) return { seq, jws: '', dossiers, letter: null };
  const signer = { privateKey: keys.signingPrivateKey, publicSpki: keys.signingPublicSpki };
  const jws = signPayload(signer, payloadTypes.declaration, declarationPayload, {
    format: 1,
    review: input.reviewId,
    member: start.seatId,
    seq,
    dossiers: [...dossiers],
    recusals: input.recusals.map(({ dossierId: dossier, reason }) => ({ dossier, reason })),
    claimedMs: start.nowMs,
  });
  const parts = [textPart('declaration.jws', jws)];
  return { seq, jws, dossiers, letter: await stageOutgoing(environment, keys, start, 'declaration', parts) };
}

function declare(
  context: CommandContext,
  { reviewId, recusals }: DeclareInput,
  { seq, jws, dossiers, letter }: Prepared,
): void {
  const { db, nowMs } = context;
  requireNotDeclared(context);
  const seat = ownSeat(context);
  // A package that came meanwhile may have changed the list.
  if (namesOf(context, reviewId).join() !== dossiers.join()) throw new AppError('stale');
  for (const { dossierId, reason } of recusals) recuse(context, reviewId, seat, dossierId, reason, 0);
  setDeclared(db, seat.id, nowMs);
  noteAct(context, reviewId, 'declared', { name: seat.name, count: recusals.length });
  if (letter === null) return;
  insertSentDeclaration(db, { review_id: reviewId, seq, jws, made_ms: nowMs });
  eraseRecused(context, reviewId);
}
