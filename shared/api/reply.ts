import type { Problem } from './problem.ts';

/** What every call answers. The dispatcher never rejects. JSON-safe values only. */
export type Reply<Output> =
  { readonly ok: true; readonly value: Output } | { readonly ok: false; readonly problem: Problem };

/** One call as a transport carries it. `session` names the tab or window, never a person. */
export interface Call {
  readonly session: string;
  readonly name: string;
  readonly input: unknown;
}

export type Dispatch = (call: Call) => Promise<Reply<unknown>>;

/** What a host needs of the backend: calls, one request-to-response function for bytes, and the end. */
export interface Backend {
  readonly dispatch: Dispatch;
  readonly files: (request: Request, session: string) => Promise<Response>;
  readonly endSession: (session: string) => void;
  readonly close: () => Promise<void>;
}
