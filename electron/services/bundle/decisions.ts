import type { ReadDb } from '../../database/access.ts';
import { dossiersOf } from '../../database/dossiers.ts';
import type { Decisions } from '../../exchange/bundle/payloads.ts';
import { readRound, type Round } from '../results/round.ts';

/** What the panel decided beside the sheets, as authority and chair sign it. */
export function decisionsOf(db: ReadDb, reviewId: string, keeper: string, claimedMs: number): Decisions {
  const round = readRound(db, reviewId);
  const ids = (fits: (one: Round['dossiers'][number]) => boolean): string[] =>
    round.dossiers.filter(fits).map(({ row }) => row.id);
  return {
    format: 1,
    review: reviewId,
    schemeHash: round.freezing.scheme_hash,
    members: round.members.map(({ id }) => id),
    dossiers: round.dossiers.map(({ row: { id, number, name, credit_code: creditCode } }) => ({
      dossier: id,
      number,
      name,
      creditCode,
    })),
    withdrawn: dossiersOf(db, reviewId)
      .filter(({ withdrawn_reason: reason }) => reason !== null)
      .map(({ id }) => id),
    recused: pairs(round, round.recusals),
    absent: pairs(round, round.absences),
    ineligible: ids(({ ineligible }) => ineligible),
    preferred: ids((one) => one.preferenceProposed && one.preferenceConfirmed === true),
    undecided: ids((one) => one.preferenceProposed && one.preferenceConfirmed === null),
    votes: round.votes.map(({ dossierIds }) => dossierIds),
    keeper,
    claimedMs,
  };
}

/** Of members and applications that are in the result, in the order of both. */
function pairs(
  { members, dossiers }: Round,
  rows: readonly { readonly seat_id: string; readonly dossier_id: string }[],
): [string, string][] {
  const known = new Set(rows.map((row) => `${row.seat_id}\n${row.dossier_id}`));
  return dossiers.flatMap(({ row }) =>
    members.flatMap(({ id }): [string, string][] => (known.has(`${id}\n${row.id}`) ? [[id, row.id]] : [])),
  );
}
