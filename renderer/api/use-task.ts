import { useCallback, useEffect, useRef, useState } from 'react';
import type { InputOf, NamesOfKind, OutputOf } from '../../shared/api/contract.ts';
import type { Problem } from '../../shared/api/problem.ts';
import type { Reply } from '../../shared/api/reply.ts';
import { refreshRevisions } from '../stores/revisions.ts';
import { call } from './client.ts';

export interface TaskState<Name extends NamesOfKind<'task'>> {
  readonly start: (input: InputOf<Name>) => Promise<Reply<OutputOf<Name>>>;
  readonly cancel: () => void;
  readonly running: boolean;
  /** 0 to 1, as last heard. */
  readonly fraction: number;
  /** Text key of what is being done, empty when unknown. */
  readonly label: string;
  readonly problem: Problem | undefined;
  readonly clear: () => void;
}

const idle = { running: false, fraction: 0, label: '' };
const pollMs = 400;

/** Long work with progress and cancel, named by an id that is chosen here. */
export function useTask<Name extends NamesOfKind<'task'>>(name: Name): TaskState<Name> {
  const [state, setState] = useState(idle);
  const [problem, setProblem] = useState<Problem>();
  const task = useRef<string>(undefined);

  useEffect(() => {
    if (!state.running) return undefined;
    const timer = window.setInterval(() => {
      const id = task.current;
      if (id === undefined) return;
      void call('task.progress', { task: id }).then((reply) => {
        if (reply.ok && reply.value !== null && task.current === id)
          setState({ running: true, ...reply.value });
      });
    }, pollMs);
    return () => window.clearInterval(timer);
  }, [state.running]);

  const start = useCallback(
    async (input: InputOf<Name>): Promise<Reply<OutputOf<Name>>> => {
      const id = crypto.randomUUID();
      task.current = id;
      setProblem(undefined);
      setState({ ...idle, running: true });
      const reply = await call(name, input, id);
      task.current = undefined;
      setState(idle);
      if (reply.ok) await refreshRevisions();
      else setProblem(reply.problem);
      return reply;
    },
    [name],
  );
  const cancel = useCallback(() => {
    if (task.current !== undefined) void call('task.cancel', { task: task.current });
  }, []);
  const clear = useCallback(() => setProblem(undefined), []);
  return { start, cancel, ...state, problem, clear };
}
