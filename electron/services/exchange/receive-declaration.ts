import { between } from '../../../shared/domain/phase.ts';
import { declarationPayload, type DeclarationPayload } from '../../../shared/schema/signed-letter.ts';
import type { CommandContext, TaskContext } from '../../api/context.ts';
import { activeDossiers, dossiersOf } from '../../database/dossiers.ts';
import { recusalsOf } from '../../database/recusals.ts';
import { reviewById } from '../../database/reviews.ts';
import { setDeclared, type SeatRow } from '../../database/seats.ts';
import type { OpenedLetter } from '../../exchange/letter.ts';
import { readSinglePart } from '../../exchange/opening-parts.ts';
import { refused } from '../../exchange/parts.ts';
import { payloadTypes, readPayload } from '../../exchange/signed-payload.ts';
import { noteMemberAct } from '../act.ts';
import { recuse } from '../panel/recusals.ts';
import { memberKey, requirePresentKey, senderSeat } from './member-sender.ts';
import type { Received, Receiver } from './receivers.ts';
import { noteWitnessedEnd } from './witnessed-log.ts';

/** 回避承诺 made on the member's laptop: recorded as that member's own act; a later one may only add. */
export const declarationReceiver: Receiver = { senderKey: memberKey, receive };

const phases = between('setup', 'closed');

async function receive(task: TaskContext, letter: OpenedLetter): Promise<Received> {
  const { manifest, senderSpki } = letter;
  const jws = await readSinglePart(letter.parts, 'declaration.jws');
  const { value } = readPayload(jws, senderSpki, payloadTypes.declaration, declarationPayload);
  return task.commit((context) => {
    const seat = senderSeat(context, manifest);
    requirePresentKey(seat, senderSpki);
    if (value.review !== manifest.review) throw refused('other-review');
    if (value.member !== seat.id || seat.role !== 'member') throw refused('unknown-sender');
    if (!phases.includes(reviewById(context.db, manifest.review).phase)) throw refused('declaration-late');
    noteWitnessedEnd(context, manifest.review, seat, manifest.log);
    return record(context, seat, value);
  });
}

function record(context: CommandContext, seat: SeatRow, declaration: DeclarationPayload): Received {
  const { review_id: reviewId, name: party } = seat;
  const own = recusalsOf(context.db, reviewId).filter((row) => row.seat_id === seat.id);
  const known = new Set(own.map((row) => row.dossier_id));
  const listed = new Set(dossiersOf(context.db, reviewId).map(({ id }) => id));
  const added = declaration.recusals.filter(({ dossier }) => listed.has(dossier) && !known.has(dossier));
  const late = seat.declared_ms === null ? 0 : 1;
  for (const { dossier, reason } of added)
    recuse(context, reviewId, seat, dossier, reason, late, noteMemberAct);
  const seen = new Set(declaration.dossiers);
  const complete = activeDossiers(context.db, reviewId).every(({ id }) => seen.has(id));
  if (seat.declared_ms !== null && added.length === 0)
    return { outcome: 'already', party, reason: 'already', values: {} };
  if (seat.declared_ms === null && complete) {
    setDeclared(context.db, seat.id, context.nowMs);
    const count = declaration.recusals.length;
    noteMemberAct(context, seat, 'declared', { name: seat.name, count });
  }
  const reason = complete ? '' : 'declaration-older-list';
  return { outcome: 'accepted', party, reason, values: {} };
}
