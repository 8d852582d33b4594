import type { RecordEnd } from '../../../shared/schema/signed-letter.ts';
import type { CommandContext, QueryContext } from '../../api/context.ts';
import { recordEndOf, recordHashAt, recordValuesOf } from '../../database/record.ts';
import type { SeatRow } from '../../database/seats.ts';
import { noteAct } from '../act.ts';

const TYPE = 'log-contradicted';

/**
 * A member's letter carries the last end of the office's record that the member's laptop saw in a receipt. The
 * record here must still lead through it: a shorter record was rolled back, another hash is a fork. Noted once
 * for each end and shown from then on; the letter itself is taken in.
 */
export function noteWitnessedEnd(
  context: CommandContext,
  reviewId: string,
  seat: Pick<SeatRow, 'name'>,
  seen: RecordEnd | null,
): void {
  if (seen === null || seen.size === 0) return;
  const here = recordHashAt(context.db, reviewId, seen.size);
  if (here === seen.head) return;
  const known = contradictionsOf(context, reviewId).some(({ head }) => head === seen.head);
  if (known) return;
  const { size } = recordEndOf(context.db, reviewId);
  noteAct(context, reviewId, TYPE, { name: seat.name, seen: seen.size, size, head: seen.head });
}

export interface Contradiction {
  readonly name: string;
  /** Number of entries that the member's laptop had seen, and that stood here then. */
  readonly seen: number;
  readonly size: number;
  readonly head: string;
}

/** Every time a member's laptop had seen another record than the one kept here. */
export function contradictionsOf(context: QueryContext, reviewId: string): Contradiction[] {
  return recordValuesOf(context.db, reviewId, TYPE).map(({ name, seen, size, head }) => ({
    name: String(name),
    seen: Number(seen),
    size: Number(size),
    head: String(head),
  }));
}
