import { AppError } from '../../../shared/api/problem.ts';
import { absenceRequestPayload } from '../../../shared/schema/signed-letter.ts';
import type { TaskContext } from '../../api/context.ts';
import { textPart } from '../../exchange/parts.ts';
import { payloadTypes, signPayload } from '../../exchange/signed-payload.ts';
import { noteAct } from '../act.ts';
import { officeSigner, sendOfficeLetter } from '../exchange/office-letter.ts';
import { requireKeeper } from '../sessions/keeper.ts';
import { requireAbsences, type AbsenceInput } from './absences.ts';

/** Asks the keeper's own laptop to sign absences; they count once the signed answer is in. @throws as `requireAbsences` */
export async function requestAbsences(
  task: TaskContext,
  input: AbsenceInput,
): Promise<Record<string, never>> {
  const { reviewId, keeperSeatId, reason } = input;
  const { keeper, name, request } = task.read((context) => {
    const seat = requireAbsences(context, input);
    const payload = {
      format: 1 as const,
      review: reviewId,
      member: seat.id,
      dossiers: [...input.dossierIds],
      reason,
    };
    const signer = officeSigner(context, reviewId);
    return {
      keeper: requireKeeper(context, reviewId, keeperSeatId),
      name: seat.name,
      request: signPayload(signer, payloadTypes.absenceRequest, absenceRequestPayload, payload),
    };
  });
  if (keeper.recipient === null) throw new AppError('not-ready', { what: 'profile-missing' });
  const parts = [textPart('request.jws', request)];
  const to = { recipient: keeper.recipient, party: keeper.name };
  await sendOfficeLetter(task, { reviewId, kind: 'absence-request', ...to, parts }, (context) => {
    const values = { keeper: keeper.name, name, count: input.dossierIds.length };
    noteAct(context, reviewId, 'absence-requested', values);
  });
  return {};
}
