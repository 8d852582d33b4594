import { AppError } from '../../../shared/api/problem.ts';
import { absencePayload, type AbsencePayload } from '../../../shared/schema/signed-letter.ts';
import type { CommandContext, TaskContext } from '../../api/context.ts';
import { reviewById } from '../../database/reviews.ts';
import { absencesOf } from '../../database/sheets.ts';
import { partBytesOf, type OpenedLetter } from '../../exchange/letter.ts';
import { refused } from '../../exchange/parts.ts';
import { readPayload } from '../../exchange/signed-payload.ts';
import { ABSENCE_TYPE } from '../results/signed-acts.ts';
import { recordAbsences } from '../sheets/absences.ts';
import { memberKey, requirePresentKey, senderSeat } from './member-sender.ts';
import type { Received, Receiver } from './receivers.ts';
import { noteWitnessedEnd } from './witnessed-log.ts';

/** Absences that the chair or the deputy signed on an own laptop: all of the letter or none. */
export const absencesReceiver: Receiver = { senderKey: memberKey, receive };

const MOST_BYTES = 64 * 1024;

interface Signed {
  readonly jws: string;
  readonly payload: AbsencePayload;
}

async function receive(task: TaskContext, letter: OpenedLetter): Promise<Received> {
  const { manifest, senderSpki } = letter;
  const signed: Signed[] = [];
  for await (const part of letter.parts) {
    if (part.size > MOST_BYTES) throw refused('too-large');
    const jws = (await partBytesOf(part)).toString('utf8');
    const { value: payload } = readPayload(jws, senderSpki, ABSENCE_TYPE, absencePayload);
    if (part.name !== `${payload.dossier}.absence.jws`) throw refused('part-elsewhere', { name: part.name });
    signed.push({ jws, payload });
  }
  return task.commit((context) => {
    const keeper = senderSeat(context, manifest);
    requirePresentKey(keeper, senderSpki);
    noteWitnessedEnd(context, manifest.review, keeper, manifest.log);
    return record(context, manifest.review, keeper, signed);
  });
}

function record(
  context: CommandContext,
  reviewId: string,
  keeper: { readonly id: string; readonly name: string; readonly chair: 0 | 1; readonly deputy: 0 | 1 },
  signed: readonly Signed[],
): Received {
  const party = keeper.name;
  const [first] = signed;
  if (first === undefined) throw refused('part-missing', { name: 'absence.jws' });
  const { member, reason } = first.payload;
  const isOwn = ({ payload }: Signed): boolean =>
    payload.review === reviewId &&
    payload.signer === keeper.id &&
    payload.member === member &&
    payload.reason === reason;
  if (!signed.every(isOwn) || (keeper.chair !== 1 && keeper.deputy !== 1)) throw refused('absence-signature');
  const known = new Set(absencesOf(context.db, reviewId).map((row) => `${row.seat_id}\n${row.dossier_id}`));
  const fresh = signed.filter(({ payload }) => !known.has(`${member}\n${payload.dossier}`));
  if (fresh.length === 0) return { outcome: 'already', party, reason: 'already', values: {} };
  const { phase } = reviewById(context.db, reviewId);
  if (phase !== 'scoring' && phase !== 'closed') throw refused('opened-before');
  const dossierIds = fresh.map(({ payload }) => payload.dossier);
  const input = { reviewId, seatId: member, dossierIds, reason, keeperSeatId: keeper.id };
  try {
    recordAbsences(
      context,
      input,
      fresh.map(({ jws, payload }) => ({ dossierId: payload.dossier, jws })),
    );
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw refused('absence-not-possible', { name: party });
  }
  return { outcome: 'accepted', party, reason: '', values: {} };
}
