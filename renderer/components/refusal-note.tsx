import type { ReactNode } from 'react';
import type { Problem } from '../../shared/api/problem.ts';
import { useText } from '../stores/language.ts';
import { ProblemNote } from './problem-note.tsx';

/** As `ProblemNote`, with the exact sentence where the refusal names what it met (`conflict.<what>`) or how long to wait. */
export function RefusalNote({ problem }: { readonly problem: Problem | undefined }): ReactNode {
  const t = useText();
  const what = problem?.values?.['what'] ?? '';
  const exact = problem?.code === 'conflict' ? t.of(`conflict.${what}`, problem.values, '') : '';
  const seconds = problem?.code === 'slow-down' ? problem.values?.['seconds'] : undefined;
  if (exact === '' && seconds === undefined) return <ProblemNote problem={problem} />;
  return (
    <div className="problem" role="alert">
      <p>{exact === '' ? t('unlock.wait', { seconds: seconds ?? '' }) : exact}</p>
    </div>
  );
}
