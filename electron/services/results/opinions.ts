import type { Opinion } from '../../../shared/schema/result.ts';
import type { CommandContext } from '../../api/context.ts';
import type { Handlers } from '../../api/handler.ts';
import type { ReadDb } from '../../database/access.ts';
import { requireDossier } from '../../database/dossiers.ts';
import { dissentsOf, opinionsOf, saveDissent, saveOpinion } from '../../database/opinions.ts';
import { recordOf, type RecordBody } from '../../database/record.ts';
import { noteAct, ownSeat } from '../act.ts';
import { conflict } from '../conflict.ts';
import { outdateMinutes } from '../documents/outdate.ts';
import type { ReviewResult } from './tally-view.ts';
import { resultOf } from './tally.ts';

type Names = 'opinion.list' | 'opinion.save' | 'opinion.dissent';

export const opinionHandlers: Pick<Handlers, Names> = {
  'opinion.list': ({ db }, { reviewId }) => ({
    opinions: opinionsOfResult(db, reviewId, resultOf(db, reviewId)),
    dissents: dissentsOf(db, reviewId).map((row) => ({
      seatId: row.seat_id,
      name: row.name,
      text: row.text,
      atMs: row.saved_ms,
    })),
  }),
  'opinion.save': (context, { reviewId, dossierId, revision, conclusion, text }) => {
    const dossier = requireDossier(context.db, reviewId, dossierId);
    if (dossier.withdrawn_reason !== null) {
      throw conflict('', {
        what: 'dossier-withdrawn',
        number: dossier.number,
        name: dossier.name,
      });
    }
    outdateMinutes(context, reviewId);
    const saved = saveOpinion(context.db, dossierId, revision, { conclusion, text, savedMs: context.nowMs });
    noteOnce(context, reviewId, 'opinion-saved', {
      number: dossier.number,
      name: dossier.name,
      conclusion: conclusion ?? 'open',
    });
    return { revision: saved, savedMs: context.nowMs };
  },
  'opinion.dissent': (context, { reviewId, text }) => {
    const seat = ownSeat(context);
    outdateMinutes(context, reviewId);
    const given = text.trim() === '' ? '' : text;
    saveDissent(context.db, seat.id, given, context.nowMs);
    const type = given === '' ? 'dissent-withdrawn' : 'dissent-saved';
    noteOnce(context, reviewId, type, { name: seat.name });
    return {};
  },
};

/** One entry a dossier that wasn't withdrawn, in the order of the result. */
export function opinionsOfResult(db: ReadDb, reviewId: string, { view }: ReviewResult): Opinion[] {
  const saved = new Map(opinionsOf(db, reviewId).map((row) => [row.dossier_id, row]));
  return view.rows.map(({ dossierId, number, name, rank, score, ineligible }) => {
    const row = saved.get(dossierId);
    return {
      dossierId,
      number,
      name,
      rank,
      score,
      ineligible,
      conclusion: row?.conclusion ?? null,
      text: row?.text ?? '',
      revision: row?.revision ?? 0,
      savedMs: row?.saved_ms ?? null,
    };
  });
}

/** The text saves itself while it is typed: the same act twice in a row is one entry of the record. */
function noteOnce(
  context: CommandContext,
  reviewId: string,
  type: string,
  values: Readonly<Record<string, string | number>>,
): void {
  const last = recordOf(context.db, reviewId).at(-1);
  const entry = last === undefined ? undefined : (JSON.parse(last.body) as RecordBody);
  const same =
    entry?.type === type &&
    entry.actor === context.session.person?.name &&
    JSON.stringify(entry.values) === JSON.stringify(values);
  if (!same) noteAct(context, reviewId, type, values);
}
