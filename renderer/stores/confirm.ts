import { create } from 'zustand';

export interface Question {
  readonly title: string;
  readonly sentence: string;
  /** The verb on the button, e.g. 作废. */
  readonly verb: string;
  /** An act that can't be undone: its button is red. */
  readonly irreversible?: boolean;
}

interface Asked {
  readonly question: Question;
  readonly answer: (agreed: boolean) => void;
}

export const useConfirmStore = create<{ readonly asked: Asked | null }>(() => ({ asked: null }));

/** Closes an open question as refused, e.g. at a hand-over. */
export function dropQuestion(): void {
  useConfirmStore.getState().asked?.answer(false);
}

/** Asks in a dialog and answers true when the verb was pressed. A question still open counts as refused. */
export function confirm(question: Question): Promise<boolean> {
  dropQuestion();
  return new Promise((resolve) => {
    const answer = (agreed: boolean): void => {
      useConfirmStore.setState({ asked: null });
      resolve(agreed);
    };
    useConfirmStore.setState({ asked: { question, answer } });
  });
}
