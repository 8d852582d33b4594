import type { CompiledTieStep } from './compiled-scheme.ts';
import { compare, equal, ZERO, type Fraction } from './fraction.ts';

export interface TieFacts {
  readonly preferred: ReadonlySet<string>;
  readonly votes: readonly (readonly string[])[];
}

interface Tied {
  readonly id: string;
  readonly categories: readonly Fraction[];
}

/**
 * Splits a tied group by one step of the ladder, best part first; one part when the step can't decide.
 * The order inside a part (by id) is kept.
 */
export function splitByStep<Entry extends Tied>(
  group: readonly Entry[],
  step: CompiledTieStep,
  facts: TieFacts,
): (readonly Entry[])[] {
  if (step.kind === 'preference') {
    const parts = [
      group.filter(({ id }) => facts.preferred.has(id)),
      group.filter(({ id }) => !facts.preferred.has(id)),
    ];
    return parts.filter((part) => part.length > 0);
  }
  if (step.kind === 'category') return splitByCategory(group, step.category);
  if (step.kind === 'vote') return splitByVote(group, facts.votes);
  return [group];
}

function splitByCategory<Entry extends Tied>(
  group: readonly Entry[],
  category: number,
): (readonly Entry[])[] {
  const value = (entry: Entry) => entry.categories[category] ?? ZERO;
  const parts: Entry[][] = [];
  for (const entry of group.toSorted((left, right) => compare(value(right), value(left)))) {
    const last = parts.at(-1);
    if (last?.[0] !== undefined && equal(value(last[0]), value(entry))) last.push(entry);
    else parts.push([entry]);
  }
  return parts;
}

/**
 * The first vote that names every dossier of the group orders it. A vote that leaves one out says nothing
 * about that one, so it can't decide: a tie is never broken silently.
 */
function splitByVote<Entry extends Tied>(
  group: readonly Entry[],
  votes: readonly (readonly string[])[],
): (readonly Entry[])[] {
  const vote = votes.find((order) => group.every(({ id }) => order.includes(id)));
  if (vote === undefined) return [group];
  return group
    .toSorted((left, right) => vote.indexOf(left.id) - vote.indexOf(right.id))
    .map((entry) => [entry]);
}
