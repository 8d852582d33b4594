import type { Board, BoardState } from '../../../shared/schema/sheet.ts';
import type { QueryContext } from '../../api/context.ts';
import { outboxOf } from '../../database/letters.ts';
import { pairsByLetter, unacknowledgedPairs, waitingPairs } from '../../database/received-sheets.ts';
import { contradictionsOf } from '../exchange/witnessed-log.ts';
import type { Pairs } from './pairs.ts';

type Marks = Pick<Board, 'cells' | 'sources' | 'waitingLetters' | 'gaps' | 'contradictions'>;

/** The cells of the board with what the letters add: how a sheet came, and what is still on its way. */
export function letterMarks(context: QueryContext, reviewId: string, pairs: Pairs): Marks {
  const { db } = context;
  const keyOf = (seatId: string, dossierId: string): string => `${seatId}\n${dossierId}`;
  const setOf = (rows: readonly { seat_id: string; dossier_id: string }[]): ReadonlySet<string> =>
    new Set(rows.map((row) => keyOf(row.seat_id, row.dossier_id)));
  const byLetter = setOf(pairsByLetter(db, reviewId));
  const unacknowledged = setOf(unacknowledgedPairs(db, reviewId));
  const matrix = <T>(of: (state: BoardState, key: string) => T): T[][] =>
    pairs.members.map((seat) =>
      pairs.dossiers.map(({ id }) => of(pairs.stateOf(seat.id, id), keyOf(seat.id, id))),
    );
  return {
    cells: matrix((state, key) =>
      state === 'received' && unacknowledged.has(key) ? 'unacknowledged' : state,
    ),
    sources: matrix((state, key) => {
      if (state === 'paper' || state === 'paper-typed') return 'paper';
      if (state !== 'received' && state !== 'conflict') return null;
      return byLetter.has(key) ? 'letter' : 'here';
    }),
    waitingLetters: [...Map.groupBy(outboxOf(db, reviewId), ({ party }) => party)].map(([name, rows]) => ({
      name,
      count: rows.length,
    })),
    gaps: waitingPairs(db, reviewId).map((row) => ({ seatId: row.seat_id, dossierId: row.dossier_id })),
    contradictions: contradictionsOf(context, reviewId).map(({ name, seen, size }) => ({ name, seen, size })),
  };
}
