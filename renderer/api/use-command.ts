import { useCallback, useRef, useState } from 'react';
import type { InputOf, NamesOfKind, OutputOf } from '../../shared/api/contract.ts';
import type { Problem } from '../../shared/api/problem.ts';
import type { Reply } from '../../shared/api/reply.ts';
import { refreshRevisions } from '../stores/revisions.ts';
import { call } from './client.ts';

export interface CommandState<Name extends NamesOfKind<'command'>> {
  /** Sends the command; never throws. A second press while one runs gives the same answer. */
  readonly run: (input: InputOf<Name>) => Promise<Reply<OutputOf<Name>>>;
  readonly pending: boolean;
  readonly problem: Problem | undefined;
  readonly clear: () => void;
}

/** One command with its state. After success the topics are read at once, so that screens follow. */
export function useCommand<Name extends NamesOfKind<'command'>>(name: Name): CommandState<Name> {
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const running = useRef<Promise<Reply<OutputOf<Name>>>>(undefined);

  const run = useCallback(
    (input: InputOf<Name>): Promise<Reply<OutputOf<Name>>> => {
      if (running.current !== undefined) return running.current;
      const send = async (): Promise<Reply<OutputOf<Name>>> => {
        setPending(true);
        setProblem(undefined);
        const reply = await call(name, input);
        running.current = undefined;
        setPending(false);
        if (reply.ok) await refreshRevisions();
        else setProblem(reply.problem);
        return reply;
      };
      running.current = send();
      return running.current;
    },
    [name],
  );
  const clear = useCallback(() => setProblem(undefined), []);
  return { run, pending, problem, clear };
}
