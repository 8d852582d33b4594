import type { ReactNode } from 'react';
import type { Problem } from '../../shared/api/problem.ts';
import { connectionReference } from '../api/transport.ts';
import { useText } from '../stores/language.ts';

/** A refusal in words: what happened, what to do, and each wrong place on its own line. */
export function ProblemNote({ problem }: { readonly problem: Problem | undefined }): ReactNode {
  const t = useText();
  if (problem === undefined) return null;
  const [sentence, ...places] =
    problem.reference === connectionReference ? [t('problem.connection')] : t.problem(problem);
  return (
    <div className="problem" role="alert">
      <p>{sentence}</p>
      {places.length > 0 && (
        <ul>
          {places.map((place) => (
            <li key={place}>{place}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
