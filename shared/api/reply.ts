import type { Problem } from './problem.ts';

/** What every call answers. The dispatcher never rejects. JSON-safe values only. */
export type Reply<Output> =
  { readonly ok: true; readonly value: Output } | { readonly ok: false; readonly problem: Problem };

/** One call as a transport carries it. `session` names the tab or window, never a person. */
export interface Call {
  readonly session: string;
  readonly name: string;
  readonly input: unknown;
  /** Id chosen by the caller for a long call, so that `task.progress` and `task.cancel` can name it. */
  readonly task?: string | undefined;
}

export type Dispatch = (call: Call) => Promise<Reply<unknown>>;
