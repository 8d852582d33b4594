import type { OutputOf } from '../../../shared/api/contract.ts';
import { absenceRequestPayload, type AbsenceRequestPayload } from '../../../shared/schema/signed-letter.ts';
import type { QueryContext, TaskContext } from '../../api/context.ts';
import {
  absenceRequestsOf,
  insertAbsenceRequest,
  type AbsenceRequestRow,
} from '../../database/absence-requests.ts';
import { dossiersOf } from '../../database/dossiers.ts';
import { replicaOf } from '../../database/replicas.ts';
import { seatById, seatsOf } from '../../database/seats.ts';
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
  receive: takeRequest,
};

async function takeRequest(task: TaskContext, letter: OpenedLetter): Promise<Received> {
  const { review } = letter.manifest;
  const jws = await readSinglePart(letter.parts, 'request.jws');
  const { value, hash } = readRequest(jws, letter.senderSpki);
  if (value.review !== review) throw refused('other-review');
  return task.commit((context) => {
    const { db, nowMs } = context;
    const replica = replicaOf(db, review);
    if (replica === undefined) throw refused('other-review');
    const seat = seatById(db, review, replica.seat_id);
    if (seat.chair !== 1 && seat.deputy !== 1) throw refused('not-keeper', { name: seat.name });
    insertAbsenceRequest(db, { review_id: review, id: hash, jws, asked_ms: nowMs });
    noteHead(db, review, letter.manifest, nowMs);
    return { outcome: 'accepted', party: replica.title, reason: '', values: {} };
  });
}

/** @throws AppError `data-corrupt` unless the review's authority asks this */
export function readRequest(
  jws: string,
  authoritySpki: string,
): { readonly value: AbsenceRequestPayload; readonly hash: string } {
  return readPayload(jws, authoritySpki, payloadTypes.absenceRequest, absenceRequestPayload);
}

type Views = NonNullable<OutputOf<'member.state'>>['absenceRequests'];

/** The requests in words: who is absent, from which enterprises, why. */
export function absenceRequestViews({ db }: QueryContext, reviewId: string, authoritySpki: string): Views {
  const rows = absenceRequestsOf(db, reviewId);
  if (rows.length === 0) return [];
  const names = new Map(seatsOf(db, reviewId).map(({ id, name }) => [id, name]));
  const dossiers = new Map(
    dossiersOf(db, reviewId).map(({ id, number, name }) => [id, `${number}. ${name}`]),
  );
  return rows.map((row: AbsenceRequestRow) => {
    const { value } = readRequest(row.jws, authoritySpki);
    return {
      id: row.id,
      name: names.get(value.member) ?? '',
      dossiers: value.dossiers.map((id) => dossiers.get(id) ?? id),
      reason: value.reason,
      askedMs: row.asked_ms,
      answeredMs: row.answered_ms,
    };
  });
}
