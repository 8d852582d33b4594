import { AppError } from '../../../shared/api/problem.ts';
import { TallyInputError } from '../../../shared/domain/tally-types.ts';
import { whatIf, type WhatIf } from '../../../shared/domain/what-if.ts';
import type { WhatIfView } from '../../../shared/schema/what-if.ts';
import type { Handlers } from '../../api/handler.ts';
import { listedSeats } from '../documents/annex.ts';
import { tallyInput } from './round.ts';
import { borderVote, type ReviewResult } from './tally-view.ts';
import { memberLabel } from './words.ts';
import { resultOf } from './tally.ts';

export const whatIfHandlers: Pick<Handlers, 'tally.whatIf'> = {
  'tally.whatIf': ({ db }, { reviewId }) => whatIfViewOf(resultOf(db, reviewId)),
};

/** The domain's comparison with names in place of ids; members in the order in which scores are listed. */
export function whatIfViewOf(result: ReviewResult): WhatIfView {
  const { round } = result;
  const found = compared(result);
  const listed = listedSeats(result);
  const names = new Map(round.dossiers.map(({ row }) => [row.id, row.name]));
  const labels = new Map(round.members.map((seat) => [seat.id, memberLabel(round.scheme, seat)]));
  const nameOf = (id: string): string => names.get(id) ?? id;
  const labelOf = (id: string): string => labels.get(id) ?? id;
  const byList = (one: string | null, other: string | null): number =>
    listed.indexOf(one ?? '') - listed.indexOf(other ?? '');
  const order = result.view.rows.map(({ dossierId }) => dossierId);
  const { agreement } = found;
  return {
    variants: found.variants
      .toSorted((one, other) => byList(one.member, other.member))
      .map(({ member, moved, entering, leaving, ...rest }) => ({
        ...rest,
        member: member === null ? null : labelOf(member),
        moved: moved.map(({ id, rank, otherRank }) => ({ name: nameOf(id), rank, otherRank })),
        entering: entering.map(nameOf),
        leaving: leaving.map(nameOf),
      })),
    spreads: found.spreads
      .toSorted((one, other) => order.indexOf(one.id) - order.indexOf(other.id))
      .map(({ id, ...rest }) => ({ ...rest, name: nameOf(id) })),
    strictness: found.strictness
      .toSorted((one, other) => byList(one.member, other.member))
      .map(({ member, dossiers, shown, key }) => ({ member: labelOf(member), dossiers, shown, key })),
    agreement: { ...agreement, leftOut: agreement.leftOut.map(nameOf) },
    recusals: found.recusals.map(({ upper, lower, upperScore, lowerScore, outcome, flagged }) => ({
      upper: nameOf(upper),
      lower: nameOf(lower),
      upperScore,
      lowerScore,
      outcome,
      flagged,
    })),
  };
}

function compared({ round, result }: ReviewResult): WhatIf {
  try {
    return whatIf(tallyInput(round), borderVote(round, result));
  } catch (error) {
    if (error instanceof TallyInputError) throw new AppError('data-corrupt', { detail: error.message });
    throw error;
  }
}
