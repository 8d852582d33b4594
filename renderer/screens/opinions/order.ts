import type { Opinion } from '../../../shared/schema/result.ts';

/** In the order of the result, ineligible ones last. */
export function orderOpinions(opinions: readonly Opinion[]): readonly Opinion[] {
  const group = ({ ineligible, rank }: Opinion): number => (ineligible ? 2 : rank === null ? 1 : 0);
  return opinions.toSorted(
    (one, other) =>
      group(one) - group(other) || (one.rank ?? 0) - (other.rank ?? 0) || one.number - other.number,
  );
}

export function needsOpinion(opinion: Opinion): boolean {
  return !opinion.ineligible;
}

/** A conclusion without a word of reason: allowed, but seldom meant. */
export function lacksText({ conclusion, text }: Opinion): boolean {
  return conclusion !== null && text.trim() === '';
}

/** Conclusions given and needed. */
export function progressOf(opinions: readonly Opinion[]): { readonly done: number; readonly of: number } {
  const needed = opinions.filter(needsOpinion);
  return { done: needed.filter(({ conclusion }) => conclusion !== null).length, of: needed.length };
}

/** The neighbour in the list; the end stays the end. Passes over those that need no opinion. */
export function neighbour(
  opinions: readonly Opinion[],
  dossierId: string,
  step: 1 | -1,
): Opinion | undefined {
  const needed = opinions.filter(needsOpinion);
  const place = needed.findIndex((opinion) => opinion.dossierId === dossierId);
  return needed[place + step];
}

/** Where the work begins: the first without a conclusion, otherwise the first. */
export function firstOpen(opinions: readonly Opinion[]): Opinion | undefined {
  const needed = opinions.filter(needsOpinion);
  return needed.find(({ conclusion }) => conclusion === null) ?? needed.at(0) ?? opinions.at(0);
}
