import type { Problem } from '../../../shared/api/problem.ts';

/** The places of a problem under the names that people know instead of ids. */
export function namedPlaces(problem: Problem | undefined): Problem | undefined {
  if (problem?.places === undefined) return problem;
  const places = problem.places.map((place) => {
    const names = [place.values?.['dossier'], place.values?.['item']].filter((name) => name !== undefined);
    return names.length === 0 ? place : { ...place, path: names.join(' · ') };
  });
  return { ...problem, places };
}
