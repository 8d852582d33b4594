import { absenceRequestPayload } from '../../../shared/schema/signed-letter.ts';
import type { TaskContext } from '../../api/context.ts';
import { insertAbsenceRequest } from '../../database/absence-requests.ts';
import { dossiersOf } from '../../database/dossiers.ts';
import { replicaOf } from '../../database/replicas.ts';
import { membersOf, seatById } from '../../database/seats.ts';
import { noteHead } from '../../database/witnessed-heads.ts';
import type { OpenedLetter } from '../../exchange/letter.ts';
import { readSinglePart } from '../../exchange/opening-parts.ts';
import { refused } from '../../exchange/parts.ts';
import { payloadTypes, readPayload } from '../../exchange/signed-payload.ts';
import type { Received, Receiver } from '../exchange/receivers.ts';
import { pinnedAuthority } from './take-package.ts';

/** The office asks this laptop's chair or deputy to sign absences: kept until the person answers. */
export const absenceRequestReceiver: Receiver = {
  senderKey: (context, kid, manifest) => pinnedAuthority(context, kid, manifest.review),
  receive: (task, letter) => takeRequest(task, letter),
};

async function takeRequest(task: TaskContext, letter: OpenedLetter): Promise<Received> {
  const jws = await readSinglePart(letter.parts, 'request.jws');
  const { value, hash } = readPayload(
    jws,
    letter.senderSpki,
    payloadTypes.absenceRequest,
    absenceRequestPayload,
  );
  const { review } = letter.manifest;
  if (value.review !== review) throw refused('other-review');
  return task.commit((context) => {
    const { db, nowMs } = context;
    const replica = replicaOf(db, review);
    if (replica === undefined) throw refused('other-review');
    const seat = seatById(db, review, replica.seat_id);
    if (seat.chair !== 1 && seat.deputy !== 1) throw refused('not-keeper', { name: seat.name });
    const known = new Set(dossiersOf(db, review).map(({ id }) => id));
    const isSeated = membersOf(db, review).some(({ id }) => id === value.member);
    if (!isSeated || value.dossiers.some((id) => !known.has(id))) throw refused('request-incomplete');
    insertAbsenceRequest(db, { review_id: review, hash, jws, asked_ms: nowMs });
    noteHead(db, review, letter.manifest, nowMs);
    return { outcome: 'accepted', party: replica.title, reason: '', values: {} };
  });
}
