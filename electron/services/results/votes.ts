import { AppError } from '../../../shared/api/problem.ts';
import type { Handlers } from '../../api/handler.ts';
import { saveDeviationNote } from '../../database/deviation-notes.ts';
import { requireDossier } from '../../database/dossiers.ts';
import { insertVote } from '../../database/votes.ts';
import { noteAct, ownSeat } from '../act.ts';
import { outdateMinutes } from '../documents/outdate.ts';
import { resultOf } from './tally.ts';

export const voteHandlers: Pick<Handlers, 'tally.vote' | 'tally.explainDeviation'> = {
  'tally.vote': (context, { reviewId, dossierIds, note }) => {
    if (new Set(dossierIds).size !== dossierIds.length) throw new AppError('bad-input', { what: 'repeated' });
    const dossiers = dossierIds.map((id) => requireDossier(context.db, reviewId, id));
    const { result } = resultOf(context.db, reviewId);
    const tied = result.dossiers.find(({ id }) => id === dossierIds[0])?.tie?.with ?? [];
    // A vote decides between equals; it never lifts one above a better one.
    if (!dossierIds.every((id) => tied.includes(id)))
      throw new AppError('conflict', { what: 'vote-not-tied' });
    outdateMinutes(context, reviewId);
    insertVote(context.db, reviewId, { dossierIds, note }, context.nowMs);
    noteAct(context, reviewId, 'voted', { order: dossiers.map(({ name }) => name).join(' > '), note });
    return {};
  },
  'tally.explainDeviation': (context, { reviewId, dossierId, text }) => {
    const seat = ownSeat(context);
    const dossier = requireDossier(context.db, reviewId, dossierId);
    const row = resultOf(context.db, reviewId).view.rows.find((found) => found.dossierId === dossierId);
    const own = row?.sheets.find(({ seatId }) => seatId === seat.id);
    if (own === undefined || own.deviation === null) throw new AppError('conflict', { what: 'no-deviation' });
    outdateMinutes(context, reviewId);
    saveDeviationNote(context.db, { seat_id: seat.id, dossier_id: dossierId, text }, context.nowMs);
    noteAct(context, reviewId, 'deviation-explained', { name: seat.name, dossier: dossier.name });
    return {};
  },
};
