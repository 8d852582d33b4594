import { AppError } from '../../../shared/api/problem.ts';
import { openingRequestPayload } from '../../../shared/schema/signed-letter.ts';
import type { TaskContext } from '../../api/context.ts';
import { keepOpeningLetter } from '../../database/opening-begun.ts';
import { seatsOf } from '../../database/seats.ts';
import { requestParts, type InnerFile } from '../../exchange/opening-parts.ts';
import { payloadTypes, signPayload } from '../../exchange/signed-payload.ts';
import { openOuterLayer } from '../../signing/sealed-sheet.ts';
import { noteAct, ownPerson } from '../act.ts';
import { officeSigner, sendOfficeLetter } from '../exchange/office-letter.ts';
import { countTries, gatherKeyHolder, tryPassphrase } from '../sessions/passphrase-check.ts';
import { requireBegun } from './begin-opening.ts';

/**
 * Takes the outer layer off and sends what is inside, still sealed to chair and deputy, to the keeper's own
 * laptop; a supervisor elsewhere gets what is signed, to witness it. May be repeated, e.g. after a lost stick.
 * @throws AppError `wrong-passphrase`, those of `requireBegun`
 */
export async function requestOpening(
  task: TaskContext,
  input: { reviewId: string; keeperSeatId: string; secretaryPassphrase: string },
): Promise<{ count: number }> {
  const { reviewId, keeperSeatId } = input;
  const gathered = task.read((context) => {
    const begun = requireBegun(context, reviewId, keeperSeatId);
    const personId = ownPerson(context).personId;
    const supervisors = seatsOf(context.db, reviewId).filter(
      ({ role, profile_place: place }) => role === 'supervisor' && place === 'elsewhere',
    );
    return { ...begun, supervisors, holder: gatherKeyHolder(context, personId, input.secretaryPassphrase) };
  });
  const { keeper, counted, digest, supervisors } = gathered;
  if (keeper.recipient === null) throw new AppError('not-ready', { what: 'profile-missing' });
  const tried = await tryPassphrase(gathered.holder);
  const refusal = task.commit((context) => countTries(context, [tried], ['secretary']));
  if (refusal !== null) throw new AppError(refusal.problem.code, refusal.problem.values);
  if (tried.keys === null) throw new AppError('wrong-passphrase');
  const inner: InnerFile[] = [];
  for (const [index, blob] of counted.blobs.entries()) {
    if (task.signal.aborted) throw new AppError('cancelled');
    task.progress(index / counted.blobs.length, 'progress.outer-layer');
    const { seat_id: member, dossier_id: dossier, seq, sealed } = blob;
    inner.push({ member, dossier, seq, inner: await openOuterLayer(sealed, tried.keys.ageIdentity) });
  }
  const request = task.read((context) =>
    signPayload(officeSigner(context, reviewId), payloadTypes.openingRequest, openingRequestPayload, {
      format: 1,
      review: reviewId,
      digest,
      envelopes: counted.blobs.map((row) => ({
        member: row.seat_id,
        dossier: row.dossier_id,
        seq: row.seq,
        envelope: row.envelope_hash,
      })),
    }),
  );
  const kind = 'opening-request';
  const { recipient, name: party } = keeper;
  await sendOfficeLetter(
    task,
    { reviewId, kind, recipient, party, parts: requestParts(request, inner) },
    (context) => {
      // What was asked must still be what is in when it goes out.
      if (requireBegun(context, reviewId, keeperSeatId).digest !== digest) throw new AppError('stale');
      const kept = { review_id: reviewId, digest, kind: 'request', jws: request } as const;
      keepOpeningLetter(context.db, { ...kept, made_ms: context.nowMs });
      noteAct(context, reviewId, 'opening-requested', { keeper: keeper.name, count: inner.length });
    },
  );
  for (const seat of supervisors) {
    if (seat.recipient === null) continue;
    const letter = { reviewId, kind, recipient: seat.recipient, party: seat.name } as const;
    await sendOfficeLetter(task, { ...letter, parts: requestParts(request, []) });
  }
  return { count: inner.length };
}
