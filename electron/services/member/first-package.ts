import { AppError } from '../../../shared/api/problem.ts';
import type { Handlers } from '../../api/handler.ts';
import { confirmAuthority, forgetReplica, insertReplica, replicaOf } from '../../database/replicas.ts';
import { seatsOf, leaveSeat } from '../../database/seats.ts';
import { peekPackage, type PackageClaim } from '../../exchange/peek-package.ts';
import { fingerprint, readAloud } from '../../signing/fingerprint.ts';
import type { CommandContext } from '../../api/context.ts';
import { ownPerson } from '../act.ts';
import { conflict } from '../conflict.ts';
import { beginReplica, requireNoReview } from './begin-replica.ts';

type Names = 'member.readFirst' | 'member.confirm' | 'member.forget';

/** The first package on an own laptop: nothing is taken in before the authority's digits were compared. */
export const firstPackageHandlers: Pick<Handlers, Names> = {
  'member.readFirst': async (task, { uploadId }) => {
    const upload = task.session.uploads.get(uploadId);
    if (upload === undefined) throw new AppError('not-found', { what: 'upload' });
    const identity = task.read((context) => ownPerson(context).keys.ageIdentity);
    async function* bytes(): AsyncGenerator<Uint8Array> {
      yield upload?.bytes ?? new Uint8Array();
    }
    const claim = await peekPackage(bytes, identity);
    task.commit((context) => begin(context, claim));
    const { review: reviewId, title, organiser } = claim.state;
    return { reviewId, title, organiser, digits: readAloud(fingerprint(claim.authority)) };
  },
  'member.confirm': ({ db, nowMs }, { reviewId }) => {
    if (replicaOf(db, reviewId)?.confirmed_ms === null) confirmAuthority(db, reviewId, nowMs);
    return {};
  },
  'member.forget': ({ db, nowMs }, { reviewId }) => {
    if (replicaOf(db, reviewId)?.version !== 0) throw conflict('', { what: 'review-taken-in' });
    for (const { id } of seatsOf(db, reviewId)) leaveSeat(db, id, 'forgotten', nowMs);
    forgetReplica(db, reviewId);
    return {};
  },
};

function begin(context: CommandContext, { state, authority }: PackageClaim): void {
  const { db, nowMs } = context;
  const { personId } = ownPerson(context);
  const { review: reviewId, title, organiser, seat: seatId } = state;
  const known = replicaOf(db, reviewId);
  // A package for a review that is known here is an ordinary letter.
  if (known !== undefined && known.confirmed_ms !== null) throw conflict('', { what: 'review-known', title });
  if (known === undefined) requireNoReview(db, reviewId);
  insertReplica(db, {
    review_id: reviewId,
    title,
    person_id: personId,
    seat_id: seatId,
    way: 'own',
    version: 0,
    authority_public: authority,
    confirmed_ms: null,
    // The roster of the package names it.
    office: '',
    joined_ms: nowMs,
    renewed_ms: null,
  });
  beginReplica(context, { reviewId, title, organiser, seatId, personId });
}
