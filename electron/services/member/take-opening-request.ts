import { openingRequestPayload, type OpeningRequestPayload } from '../../../shared/schema/signed-letter.ts';
import type { QueryContext, TaskContext } from '../../api/context.ts';
import { insertOpeningRequest } from '../../database/opening-requests.ts';
import { reviewById, setPhase } from '../../database/reviews.ts';
import { replicaOf } from '../../database/replicas.ts';
import { seatById } from '../../database/seats.ts';
import { latestBlobs } from '../../database/sheets.ts';
import { noteHead } from '../../database/witnessed-heads.ts';
import type { OpenedLetter } from '../../exchange/letter.ts';
import { placeName, readRequestParts } from '../../exchange/opening-parts.ts';
import { refused } from '../../exchange/parts.ts';
import { payloadTypes, readPayload } from '../../exchange/signed-payload.ts';
import type { Received, Receiver } from '../exchange/receivers.ts';
import { pinnedAuthority } from './take-package.ts';

/** The office asks this laptop's chair or deputy to open: kept, still sealed, until the person answers. */
export const openingRequestReceiver: Receiver = {
  senderKey: (context, kid, manifest) => pinnedAuthority(context, kid, manifest.review),
  receive: (task, letter) => takeRequest(task, letter),
};

async function takeRequest(task: TaskContext, letter: OpenedLetter): Promise<Received> {
  const { request, inner } = await readRequestParts(letter.parts);
  const { value } = readPayload(
    request,
    letter.senderSpki,
    payloadTypes.openingRequest,
    openingRequestPayload,
  );
  const { review } = letter.manifest;
  if (value.review !== review) throw refused('other-review');
  const asked = new Set(value.envelopes.map(placeName));
  const given = new Set(inner.map(placeName));
  const isWhole = asked.size === value.envelopes.length && given.size === inner.length && asked.size > 0;
  if (!isWhole || given.size !== asked.size || [...given].some((place) => !asked.has(place)))
    throw refused('request-incomplete');
  return task.commit((context) => {
    const { db, nowMs } = context;
    const replica = replicaOf(db, review);
    if (replica === undefined) throw refused('other-review');
    const seat = seatById(db, review, replica.seat_id);
    if (seat.chair !== 1 && seat.deputy !== 1) throw refused('not-keeper', { name: seat.name });
    requireOwnSheets(context, value, seat.id);
    const row = {
      review_id: review,
      digest: value.digest,
      jws: request,
      count: inner.length,
      asked_ms: nowMs,
    };
    insertOpeningRequest(
      db,
      row,
      inner.map((file) => ({
        seat_id: file.member,
        dossier_id: file.dossier,
        seq: file.seq,
        sealed: file.inner,
      })),
    );
    // Nobody is asked before the closing, whatever the last package said.
    if (reviewById(db, review).phase === 'scoring') setPhase(db, review, 'closed');
    noteHead(db, review, letter.manifest, nowMs);
    return { outcome: 'accepted', party: replica.title, reason: '', values: {} };
  });
}

/** Of the own sheets the keeper knows which versions are in force: an older one must not be opened instead. */
function requireOwnSheets({ db }: QueryContext, value: OpeningRequestPayload, seatId: string): void {
  const own = new Map(
    latestBlobs(db, value.review)
      .filter((row) => row.seat_id === seatId && row.kind === 'sheet')
      .map((row) => [row.dossier_id, row.envelope_hash]),
  );
  for (const { member, dossier, envelope } of value.envelopes)
    if (member === seatId && own.get(dossier) !== envelope) throw refused('request-own-sheet');
}
