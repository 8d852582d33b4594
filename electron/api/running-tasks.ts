export interface RunningTask {
  readonly progress: (fraction: number, label: string) => void;
  readonly signal: AbortSignal;
  readonly end: () => void;
}

export interface RunningTasks {
  readonly start: (session: string, task: string | undefined) => RunningTask;
  readonly progressOf: (session: string, task: string) => { fraction: number; label: string } | null;
  readonly cancel: (session: string, task: string) => void;
}

/** Long work under way, named by the session and the id that the caller chose. */
export function makeRunningTasks(): RunningTasks {
  const running = new Map<string, { fraction: number; label: string; controller: AbortController }>();
  const keyOf = (session: string, task: string): string => `${session}\n${task}`;
  return {
    start(session, task) {
      const entry = { fraction: 0, label: '', controller: new AbortController() };
      if (task !== undefined) running.set(keyOf(session, task), entry);
      return {
        progress: (fraction, label) => {
          entry.fraction = Math.min(1, Math.max(0, fraction));
          entry.label = label;
        },
        signal: entry.controller.signal,
        end: () => {
          if (task !== undefined) running.delete(keyOf(session, task));
        },
      };
    },
    progressOf(session, task) {
      const entry = running.get(keyOf(session, task));
      return entry === undefined ? null : { fraction: entry.fraction, label: entry.label };
    },
    cancel(session, task) {
      running.get(keyOf(session, task))?.controller.abort();
    },
  };
}
