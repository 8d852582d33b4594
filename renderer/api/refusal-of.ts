import { problemCodes, type Problem } from '../../shared/api/problem.ts';

/** A host may refuse before the backend is asked, without a problem in the answer. */
const byStatus: Readonly<Record<number, Problem['code']>> = {
  403: 'not-permitted',
  404: 'not-found',
  410: 'not-found',
  413: 'file-too-large',
};

/** Why bytes were refused: the backend's own problem, or else what the status says. */
export async function refusalOf(answer: Response): Promise<Problem> {
  const told = problemIn(await answer.text());
  return told ?? { code: byStatus[answer.status] ?? 'unexpected' };
}

function problemIn(text: string): Problem | undefined {
  try {
    const { problem } = JSON.parse(text) as { problem?: Problem };
    return problemCodes.some((code) => code === problem?.code) ? problem : undefined;
  } catch {
    return undefined;
  }
}
