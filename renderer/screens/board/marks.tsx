import type { ReactNode } from 'react';
import type { BoardState } from '../../../shared/schema/sheet.ts';
import { useText } from '../../stores/language.ts';

/** A shape for each state; the word stands beside it or is read aloud. */
const marks: Readonly<Record<BoardState, string>> = {
  received: '●',
  unacknowledged: '◍',
  conflict: '≠',
  draft: '◐',
  missing: '○',
  recused: '⊘',
  absent: '–',
  paper: '',
  'paper-typed': '✓',
};

export function Mark({ state }: { readonly state: BoardState }): ReactNode {
  const t = useText();
  const paper = state === 'paper' || state === 'paper-typed';
  return (
    <span aria-hidden="true" className={`mark mark-${state}`}>
      {paper && t('board.paperMark')}
      {marks[state]}
    </span>
  );
}

/** In the order of the legend. Not read from the schema: its library has no place in the page. */
const states: readonly BoardState[] = [
  'received',
  'unacknowledged',
  'conflict',
  'draft',
  'missing',
  'recused',
  'absent',
  'paper',
  'paper-typed',
];

/** Known only where sheets travel between laptops; told when the board shows one. */
const ofLetters: readonly BoardState[] = ['unacknowledged', 'conflict'];

/** Every mark with its word. */
export function Legend({ shown }: { readonly shown: ReadonlySet<BoardState> }): ReactNode {
  const t = useText();
  return (
    <ul className="legend small" aria-label={t('board.legend')}>
      {states
        .filter((state) => !ofLetters.includes(state) || shown.has(state))
        .map((state) => (
          <li key={state}>
            <Mark state={state} /> {t(`board.state-${state}`)}
          </li>
        ))}
    </ul>
  );
}
