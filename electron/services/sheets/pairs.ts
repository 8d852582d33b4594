import { AppError } from '../../../shared/api/problem.ts';
import type { BoardState } from '../../../shared/schema/sheet.ts';
import type { ReadDb } from '../../database/access.ts';
import { activeDossiers, type DossierRow } from '../../database/dossiers.ts';
import { paperEntriesOf, paperSheetsOf } from '../../database/paper.ts';
import { openConflicts } from '../../database/received-sheets.ts';
import { replicaDossier } from '../../database/replicas.ts';
import { recusalsOf } from '../../database/recusals.ts';
import { membersOf, type SeatRow } from '../../database/seats.ts';
import { absencesOf, draftPairs, latestBlobs } from '../../database/sheets.ts';
import { eligibilityOf } from '../dossiers/eligibility.ts';
import { schemeOf } from '../scheme/scheme-store.ts';

/** member × dossier, and where its sheet stands. */
export interface Pairs {
  readonly members: readonly SeatRow[];
  /** Applications that are scored: neither withdrawn nor ineligible. */
  readonly dossiers: readonly DossierRow[];
  readonly stateOf: (seatId: string, dossierId: string) => BoardState;
}

export function scoredDossiers(db: ReadDb, reviewId: string): DossierRow[] {
  const scheme = schemeOf(db, reviewId);
  return activeDossiers(db, reviewId).filter((dossier) => {
    // A member's copy lacks what the office's people judged; the signed manifest says how it came out.
    const told = replicaDossier(db, dossier.id)?.ineligible;
    if (told !== undefined) return told === 0;
    return eligibilityOf(db, dossier, scheme).state !== 'ineligible';
  });
}

/** @throws AppError `not-found` for an application that isn't scored in this review */
export function requireScored(pairs: Pairs, dossierId: string): DossierRow {
  const dossier = pairs.dossiers.find(({ id }) => id === dossierId);
  if (dossier === undefined) throw new AppError('not-found', { what: 'dossier' });
  return dossier;
}

const keyOf = (seatId: string, dossierId: string): string => `${seatId}\n${dossierId}`;

/** Reads where every sheet stands, without opening any. Recusal goes before everything else. */
export function pairsOf(db: ReadDb, reviewId: string): Pairs {
  const states = new Map<string, BoardState>();
  const mark = (rows: readonly { seat_id: string; dossier_id: string }[], state: BoardState): void => {
    for (const row of rows) states.set(keyOf(row.seat_id, row.dossier_id), state);
  };
  mark(draftPairs(db, reviewId), 'draft');
  const paper = paperSheetsOf(db, reviewId);
  mark(paper, 'paper');
  mark(agreedPairs(db, reviewId), 'paper-typed');
  mark(
    latestBlobs(db, reviewId).filter(({ kind }) => kind === 'sheet'),
    'received',
  );
  mark(openConflicts(db, reviewId), 'conflict');
  mark(absencesOf(db, reviewId), 'absent');
  mark(recusalsOf(db, reviewId), 'recused');
  return {
    members: membersOf(db, reviewId),
    dossiers: scoredDossiers(db, reviewId),
    stateOf: (seatId, dossierId) => states.get(keyOf(seatId, dossierId)) ?? 'missing',
  };
}

/** Paper sheets that two people typed without a difference. */
function agreedPairs(db: ReadDb, reviewId: string): { seat_id: string; dossier_id: string }[] {
  const byPair = Map.groupBy(paperEntriesOf(db, reviewId), (row) => keyOf(row.seat_id, row.dossier_id));
  return [...byPair.values()].flatMap(([first, second]) =>
    first !== undefined && second !== undefined && first.differences === '[]' && second.differences === '[]'
      ? [{ seat_id: first.seat_id, dossier_id: first.dossier_id }]
      : [],
  );
}

export function pairsInState(
  pairs: Pairs,
  wanted: readonly BoardState[],
): { seat: SeatRow; dossier: DossierRow }[] {
  return pairs.members.flatMap((seat) =>
    pairs.dossiers.flatMap((dossier) =>
      wanted.includes(pairs.stateOf(seat.id, dossier.id)) ? [{ seat, dossier }] : [],
    ),
  );
}
