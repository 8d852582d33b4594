import type { Handlers } from '../../api/handler.ts';
import type { ReadDb } from '../../database/access.ts';
import { requireDossier } from '../../database/dossiers.ts';
import { decidePreference } from '../../database/opinions.ts';
import { noteAct } from '../act.ts';
import { eligibilityOf } from '../dossiers/eligibility.ts';
import { outdateMinutes } from '../documents/outdate.ts';
import { readRound } from './round.ts';
import { computeResult, type ReviewResult } from './tally-view.ts';
import { frozenScheme } from '../scheme/scheme-store.ts';
import { conflict } from '../conflict.ts';

type Names = 'tally.get' | 'tally.confirmPreference';

export const tallyHandlers: Pick<Handlers, Names> = {
  'tally.get': ({ db }, { reviewId }) => resultOf(db, reviewId).view,
  'tally.confirmPreference': (context, { reviewId, dossierId, confirmed, reason }) => {
    const row = requireDossier(context.db, reviewId, dossierId);
    const { preference } = eligibilityOf(context.db, row, frozenScheme(context.db, reviewId).source);
    if (row.withdrawn_reason !== null || !preference) {
      throw conflict('', { what: 'preference-not-proposed', name: row.name });
    }
    outdateMinutes(context, reviewId);
    decidePreference(context.db, dossierId, confirmed, reason);
    const type = confirmed ? 'preference-decided' : 'preference-declined';
    noteAct(context, reviewId, type, { number: row.number, name: row.name, reason });
    return {};
  },
};

/**
 * The result of an opened review, computed anew from the signed sheets under the review's own frozen scheme.
 * @throws AppError `not-ready` before the opening, `data-corrupt` when scores and signed sheets differ
 */
export function resultOf(db: ReadDb, reviewId: string): ReviewResult {
  return computeResult(readRound(db, reviewId));
}
