import type { TallyRow, TallyView } from '../../../shared/schema/result.ts';

/** A tie that the panel still has to order by a vote. */
export interface OpenVote {
  readonly rows: readonly TallyRow[];
  /** Places of the quota that the vote fills; null for a tie that only the ladder gives to a vote. */
  readonly places: number | null;
}

/**
 * The tie on the last place of the quota first, then shared ranks where the scheme's ladder names a vote. A
 * group with an open preference waits for that decision.
 */
export function openVotes(view: TallyView, ladderVotes: boolean): readonly OpenVote[] {
  const waiting = new Set(view.openTies.flat());
  const border = view.selection?.openTie ?? [];
  const last = view.rows.filter(({ dossierId }) => border.includes(dossierId));
  const shared = ladderVotes
    ? view.rows.filter(
        ({ tie, rank, dossierId }) => tie === 'shared' && rank !== null && !border.includes(dossierId),
      )
    : [];
  const groups: readonly OpenVote[] = [
    { rows: last, places: view.selection?.openPlaces ?? 0 },
    ...[...Map.groupBy(shared, ({ rank }) => rank).values()].map((rows) => ({ rows, places: null })),
  ];
  return groups.filter(
    ({ rows }) => rows.length > 1 && rows.every(({ dossierId }) => !waiting.has(dossierId)),
  );
}

/** Whether a vote still counts: no later one orders the same enterprises. Votes come the last one first. */
export function voteCounts(votes: TallyView['votes'], index: number): boolean {
  const key = (ids: readonly string[]): string => [...ids].toSorted().join('\n');
  const own = key(votes[index]?.dossierIds ?? []);
  return !votes.slice(0, index).some(({ dossierIds }) => key(dossierIds) === own);
}

export interface OwnDeviation {
  readonly row: TallyRow;
  readonly sheet: TallyRow['sheets'][number];
}

/** The warnings of one member, in the order of the result. */
export function ownDeviations(view: TallyView, seatId: string | undefined): readonly OwnDeviation[] {
  return view.rows.flatMap((row) =>
    row.sheets
      .filter((sheet) => sheet.seatId === seatId && sheet.deviation !== null)
      .map((sheet) => ({ row, sheet })),
  );
}

/** Sheets that can be reopened: opened ones. Members by seat, with the rows they scored. */
export function reopenable(
  view: TallyView,
): readonly { readonly seatId: string; readonly label: string; readonly rows: readonly TallyRow[] }[] {
  const members = new Map(
    view.rows.flatMap((row) => row.sheets.map(({ seatId, label }) => [seatId, label] as const)),
  );
  return [...members]
    .map(([seatId, label]) => ({
      seatId,
      label,
      rows: view.rows.filter((row) =>
        row.sheets.some((sheet) => sheet.seatId === seatId && sheet.total !== null),
      ),
    }))
    .filter(({ rows }) => rows.length > 0);
}
