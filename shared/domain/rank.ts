import { compareIds } from './bytes-order.ts';
import type { CompiledTieStep } from './compiled-scheme.ts';
import { compare, type Fraction } from './fraction.ts';
import type { TieTrace } from './tally-types.ts';
import { splitByStep, type TieFacts } from './ties.ts';

/** What ranking needs of a dossier: the value ranked on and the exact category values. */
export interface Candidate {
  readonly id: string;
  readonly value: Fraction;
  readonly categories: readonly Fraction[];
}

export interface Placed {
  readonly rank: number;
  readonly tie: TieTrace | null;
}

/** Standard competition ranking (1, 2, 2, 4), higher values first, ties broken by the ladder. */
export function rank(
  candidates: readonly Candidate[],
  ladder: readonly CompiledTieStep[],
  facts: TieFacts,
): ReadonlyMap<string, Placed> {
  const sorted = candidates.toSorted((a, b) => compare(b.value, a.value) || compareIds(a.id, b.id));
  const places = new Map<string, Placed>();
  let start = 0;
  while (start < sorted.length) {
    let end = start + 1;
    while (end < sorted.length && sameValue(sorted[start], sorted[end])) end += 1;
    placeGroup(sorted.slice(start, end), start + 1, ladder, facts, places);
    start = end;
  }
  return places;
}

function placeGroup(
  tied: readonly Candidate[],
  firstRank: number,
  ladder: readonly CompiledTieStep[],
  facts: TieFacts,
  places: Map<string, Placed>,
): void {
  const decidedBy = new Map<string, number[]>(tied.map(({ id }) => [id, []]));
  let groups: (readonly Candidate[])[] = [tied];
  for (const [position, step] of ladder.entries()) {
    groups = groups.flatMap((group) => {
      const parts = group.length === 1 ? [group] : splitByStep(group, step, facts);
      if (parts.length > 1) for (const { id } of group) decidedBy.get(id)?.push(position);
      return parts;
    });
  }
  const all = tied.map(({ id }) => id);
  let place = firstRank;
  for (const group of groups) {
    const sharedWith = group.map(({ id }) => id);
    for (const { id } of group) {
      const tie = tied.length === 1 ? null : { with: all, decidedBy: decidedBy.get(id) ?? [], sharedWith };
      places.set(id, { rank: place, tie });
    }
    place += group.length;
  }
}

function sameValue(left: Candidate | undefined, right: Candidate | undefined): boolean {
  return left !== undefined && right !== undefined && compare(left.value, right.value) === 0;
}
