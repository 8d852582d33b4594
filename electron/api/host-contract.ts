import type { Dispatch } from '../../shared/api/reply.ts';

/**
 * All a host needs of the backend: calls, one request-to-response function for bytes (interface assets,
 * documents, uploads), the end of a session, and the end of everything.
 */
export interface Backend {
  readonly dispatch: Dispatch;
  /** `session` names the tab or window; paths: `/`, `/assets/*`, `/files/<id>`, `POST /uploads`. */
  readonly files: (request: Request, session: string) => Promise<Response>;
  readonly endSession: (session: string) => void;
  readonly close: () => Promise<void>;
}
