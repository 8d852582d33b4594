import type { SessionState } from './context.ts';

export interface Sessions {
  /** The state of a tab or window; made on its first call. */
  readonly of: (id: string) => SessionState;
  readonly end: (id: string) => void;
  /** Drops the keys and the uploads of every session of a person, e.g. after a reseating. */
  readonly lockPerson: (personId: string) => void;
  /** Locks what nobody used since that time, e.g. a tab that was closed without locking. */
  readonly lockIdle: (sinceMs: number) => void;
}

export function makeSessions(): Sessions {
  const states = new Map<string, SessionState>();
  return {
    of(id) {
      const known = states.get(id);
      if (known !== undefined) return known;
      const state: SessionState = {
        id,
        person: null,
        uploads: new Map(),
        staged: new Map(),
        playsSample: false,
        lastActMs: 0,
      };
      states.set(id, state);
      return state;
    },
    end(id) {
      const state = states.get(id);
      if (state !== undefined) lockSession(state);
      states.delete(id);
    },
    lockIdle(sinceMs) {
      for (const state of states.values()) if (state.lastActMs < sinceMs) lockSession(state);
    },
    lockPerson(personId) {
      for (const state of states.values()) if (state.person?.personId === personId) lockSession(state);
    },
  };
}

/** Everything that belongs to one person leaves the memory of the tab at hand-over. */
export function lockSession(state: SessionState): void {
  state.person?.keys.profileKey.fill(0);
  state.person = null;
  state.uploads.clear();
  // The bytes themselves lie sealed; the next start sweeps them.
  state.staged.clear();
}
