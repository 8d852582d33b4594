import { AppError } from '../../../shared/api/problem.ts';
import type { JoinContent } from '../../../shared/schema/member-letter.ts';
import type { CommandContext, QueryContext } from '../../api/context.ts';
import type { Environment } from '../../api/environment.ts';
import { slow, type Handlers } from '../../api/handler.ts';
import { takeLetterNumber } from '../../database/letters.ts';
import { insertPerson, personById } from '../../database/people.ts';
import { insertReplica, replicaOf } from '../../database/replicas.ts';
import { CARD_PART, signCard } from '../../exchange/card.ts';
import { openJoinFile } from '../../exchange/join-file.ts';
import { addresseeOf } from '../../exchange/letter.ts';
import { textPart } from '../../exchange/parts.ts';
import type { StagedLetter } from '../../exchange/staged-letter.ts';
import {
  createProfileKeys,
  unlockProfileKeys,
  type OpenProfileKeys,
  type StoredProfileKeys,
} from '../../signing/profile-keys.ts';
import { conflict } from '../conflict.ts';
import { queueLetter } from '../exchange/queue-letter.ts';
import { createProfile, sessionOf } from '../sessions/sessions.ts';
import { beginReplica, requireNoReview } from './begin-replica.ts';
import { stageMemberLetter } from './member-letter.ts';

interface Prepared {
  readonly content: JoinContent;
  readonly stored: StoredProfileKeys;
  readonly keys: OpenProfileKeys;
  readonly staged: StagedLetter;
}

/** A bureau laptop becomes a seat: meeting code, own name, PIN. Nothing about keys is shown. */
export const joinHandlers: Pick<Handlers, 'seat.readJoin' | 'seat.join'> = {
  'seat.readJoin': slow({
    gather: (context, { uploadId, code }) => ({ bytes: uploadBytes(context, uploadId), code }),
    prepare: ({ bytes, code }) => openJoinFile(bytes, code),
    commit: (_context, _input, { title, seats }) => ({
      title,
      seats: seats.map(({ seat, name, organisation }) => ({ seatId: seat, name, organisation })),
    }),
  }),
  'seat.join': slow({
    gather: (context, input) => ({
      ...input,
      bytes: uploadBytes(context, input.uploadId),
      nowMs: context.environment.nowMs(),
    }),
    prepare: async ({ bytes, code, seatId, pin, nowMs }, environment) => {
      const content = await openJoinFile(bytes, code);
      const stored = await createProfileKeys(pin, environment.kdfCost, 'pin');
      const keys = await unlockProfileKeys(stored, pin);
      const staged = await stageCard(environment, content, seatId, keys, nowMs);
      return { content, stored, keys, staged };
    },
    commit: (context, { seatId }, prepared) => join(context, seatId, prepared),
  }),
};

function uploadBytes(context: QueryContext, uploadId: string): Uint8Array {
  const upload = context.session.uploads.get(uploadId);
  if (upload === undefined) throw new AppError('not-found', { what: 'upload' });
  return upload.bytes;
}

async function stageCard(
  environment: Environment,
  content: JoinContent,
  seatId: string,
  keys: OpenProfileKeys,
  nowMs: number,
): Promise<StagedLetter> {
  const seat = requireSeat(content, seatId);
  const jws = signCard(
    { privateKey: keys.signingPrivateKey, publicSpki: keys.signingPublicSpki },
    {
      format: 1,
      kind: 'seat',
      name: seat.name,
      organisation: seat.organisation,
      signing: keys.signingPublicSpki,
      recipient: keys.ageRecipient,
      review: content.review,
      seat: seatId,
      claimedMs: nowMs,
    },
  );
  // The first letter of these keys.
  const { review: reviewId, title, office } = content;
  const start = { reviewId, seatId, office, title, number: 1, log: null, nowMs };
  return stageMemberLetter(environment, keys, start, 'card', [textPart(CARD_PART, jws)]);
}

function requireSeat({ seats }: JoinContent, seatId: string): JoinContent['seats'][number] {
  const seat = seats.find((one) => one.seat === seatId);
  if (seat === undefined) throw new AppError('not-found', { what: 'seat' });
  return seat;
}

function join(
  context: CommandContext,
  seatId: string,
  { content, stored, keys, staged }: Prepared,
): { session: ReturnType<typeof sessionOf>; reviewId: string } {
  const { db, environment, nowMs } = context;
  const { review: reviewId, title, office } = content;
  const known = replicaOf(db, reviewId);
  if (known !== undefined && known.version > 0)
    throw conflict('', { what: 'seat-taken-here', name: personById(db, known.person_id)?.name ?? '' });
  if (known === undefined) requireNoReview(db, reviewId);
  const { name, organisation } = requireSeat(content, seatId);
  const personId = environment.newId();
  const fields = { name, organisation, title: '', field: '', kind: 'expert', phone: '' } as const;
  insertPerson(db, personId, fields, nowMs);
  insertReplica(db, {
    review_id: reviewId,
    title,
    person_id: personId,
    seat_id: seatId,
    way: 'seat',
    version: 0,
    // The code authenticates the file that names it.
    authority_public: content.authority,
    confirmed_ms: nowMs,
    office,
    joined_ms: nowMs,
    renewed_ms: null,
  });
  beginReplica(context, { reviewId, title, organiser: '', seatId, personId });
  createProfile(context, personId, stored, keys, 'pin');
  const addressee = addresseeOf(office);
  takeLetterNumber(db, reviewId, addressee);
  queueLetter(context, { reviewId, kind: 'card', addressee, party: '' }, staged);
  return { session: sessionOf(db, personId, name), reviewId };
}
