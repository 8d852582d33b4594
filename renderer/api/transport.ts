import type { Reply } from '../../shared/api/reply.ts';

/** How calls and bytes travel. One per host; nothing above this file knows which. */
export interface Transport {
  /** `task` is the id that the caller chose for a long call. */
  readonly call: (name: string, input: unknown, task?: string) => Promise<Reply<unknown>>;
  /** Fetches a path of the backend's files with whatever the host asks for. */
  readonly fetch: (path: string, init?: RequestInit) => Promise<Response>;
}

declare global {
  interface Window {
    /** Given by the preload in the desktop host; its one function. */
    readonly panel?: { readonly call: (name: string, input: unknown, task?: string) => Promise<unknown> };
  }
}

const tokenKey = 'panel-token';
const sessionKey = 'panel-session';

/** A reply that stands for a lost connection: the backend itself never answers with this reference. */
export const connectionReference = 'connection';
const connectionLost: Reply<never> = {
  ok: false,
  problem: { code: 'unexpected', reference: connectionReference },
};

/**
 * Takes the loopback token out of the address (`#k=…`) once, keeps it for this tab, and removes it from
 * the address bar so that it is neither seen on a projector nor bookmarked.
 */
export function takeToken(): string {
  const given = new URLSearchParams(location.hash.slice(1)).get('k');
  if (given !== null) {
    sessionStorage.setItem(tokenKey, given);
    history.replaceState(history.state, '', location.pathname);
  }
  return given ?? sessionStorage.getItem(tokenKey) ?? '';
}

/**
 * The session of this tab. A duplicated tab inherits `sessionStorage`; the lock is held by one tab only,
 * so the second one gets a session of its own and starts locked.
 */
export async function claimSession(): Promise<string> {
  const kept = sessionStorage.getItem(sessionKey);
  if (kept !== null && (await holdLock(kept))) return kept;
  const fresh = crypto.randomUUID();
  sessionStorage.setItem(sessionKey, fresh);
  await holdLock(fresh);
  return fresh;
}

function holdLock(session: string): Promise<boolean> {
  return new Promise((resolve) => {
    void navigator.locks.request(`session-${session}`, { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      // Never settled: the lock lasts as long as the page.
      return lock === null ? undefined : new Promise<void>(() => undefined);
    });
  });
}

function isReply(value: unknown): value is Reply<unknown> {
  return typeof value === 'object' && value !== null && 'ok' in value;
}

/** HTTP on 127.0.0.1: token and session in headers, no cookies. */
export function loopbackTransport(token: string, session: string): Transport {
  const guarded = (init: RequestInit = {}): RequestInit => {
    const headers = new Headers(init.headers);
    headers.set('x-panel-token', token);
    headers.set('x-panel-session', session);
    return { ...init, headers, credentials: 'omit', cache: 'no-store' };
  };
  return {
    fetch: (path, init) => fetch(path, guarded(init)),
    call: async (name, input, task) => {
      try {
        const answer = await fetch(
          '/call',
          guarded({
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ name, input, task }),
          }),
        );
        const reply: unknown = await answer.json();
        return isReply(reply) ? reply : connectionLost;
      } catch {
        return connectionLost;
      }
    },
  };
}

/** The desktop host: the preload's one function; files come over the own scheme. */
export function desktopTransport(panel: NonNullable<Window['panel']>): Transport {
  return {
    fetch: (path, init) => fetch(path, init),
    call: async (name, input, task) => {
      try {
        const reply = await panel.call(name, input, task);
        return isReply(reply) ? reply : connectionLost;
      } catch {
        return connectionLost;
      }
    },
  };
}

/** The transport of the host this page runs in. Called once at start. */
export async function connect(): Promise<Transport> {
  if (window.panel !== undefined) return desktopTransport(window.panel);
  return loopbackTransport(takeToken(), await claimSession());
}
