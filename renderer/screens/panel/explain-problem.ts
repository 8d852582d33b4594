import type { Problem } from '../../../shared/api/problem.ts';

/** The refusals of the panel name what stands in the way by `what`; its sentence is put under the general one. */
export function explainProblem(problem: Problem | undefined): Problem | undefined {
  const what = problem?.values?.['what'];
  if (problem === undefined || typeof what !== 'string' || (problem.places ?? []).length > 0) return problem;
  return { ...problem, places: [{ path: '', reason: `panel.refused-${what}`, values: problem.values }] };
}
