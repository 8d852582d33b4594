import { AppError } from '../../../shared/api/problem.ts';
import type { CommandContext, QueryContext } from '../../api/context.ts';
import { insertOpeningBegun, openingBegunOf } from '../../database/opening-begun.ts';
import type { SeatRow } from '../../database/seats.ts';
import { noteAct } from '../act.ts';
import { requireKeeper } from '../sessions/keeper.ts';
import { soundRecord } from '../review/sound-record.ts';
import { countedSheets, countOf, digestOf, requireOpenable, requireOwnSeal } from './counted-sheets.ts';
import type { CountedSheets } from './counted-sheets.ts';

/**
 * Says in the record which sheets are going to be opened, with whom, before anything is decrypted. Beginning
 * again with the same sheets and the same keeper adds nothing.
 * @throws AppError `not-ready` for every proper subset of the sheets
 */
export function beginOpening(
  context: CommandContext,
  input: { readonly reviewId: string; readonly keeperSeatId: string },
): { digest: string; count: number } {
  const { reviewId, keeperSeatId } = input;
  requireOpenable(context, reviewId);
  soundRecord(context.db, reviewId);
  const keeper = requireKeeper(context, reviewId, keeperSeatId);
  const counted = countedSheets(context, reviewId);
  requireOwnSeal(context, keeper, counted.blobs);
  const digest = digestOf(counted);
  const count = countOf(counted);
  const last = openingBegunOf(context.db, reviewId);
  if (last?.digest === digest && last.keeper_seat_id === keeperSeatId) return { digest, count };
  const row = { review_id: reviewId, digest, keeper_seat_id: keeperSeatId, begun_ms: context.nowMs };
  insertOpeningBegun(context.db, row);
  noteAct(context, reviewId, 'opening-begun', { keeper: keeper.name, count, digest });
  return { digest, count };
}

export interface Begun {
  readonly keeper: SeatRow;
  readonly counted: CountedSheets;
  readonly digest: string;
}

/**
 * The opening that was begun, if it still is about the sheets that are in now.
 * @throws AppError `not-ready`, `conflict` `opening-not-begun`, `stale` when other sheets are in by now
 */
export function requireBegun(context: QueryContext, reviewId: string, keeperSeatId: string): Begun {
  requireOpenable(context, reviewId);
  soundRecord(context.db, reviewId);
  const keeper = requireKeeper(context, reviewId, keeperSeatId);
  const counted = countedSheets(context, reviewId);
  requireOwnSeal(context, keeper, counted.blobs);
  const begun = openingBegunOf(context.db, reviewId);
  const digest = digestOf(counted);
  if (begun?.keeper_seat_id !== keeperSeatId) throw new AppError('conflict', { what: 'opening-not-begun' });
  if (begun.digest !== digest) throw new AppError('stale');
  return { keeper, counted, digest };
}
