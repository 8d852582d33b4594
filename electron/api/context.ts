import type { Topic } from '../../shared/api/method.ts';
import type { Store } from '../database/open.ts';
import type { ReadDb, WriteDb } from '../database/access.ts';
import type { OpenProfileKeys } from '../signing/profile-keys.ts';
import type { SeatRow } from '../database/seats.ts';
import type { StagedMaterial } from '../services/materials/material-files.ts';
import type { Environment } from './environment.ts';

/** A file that the page handed over; kept in memory until the session locks or uses it. */
export interface Upload {
  readonly id: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** What belongs to one tab or window. Lives in memory only. */
export interface SessionState {
  readonly id: string;
  person: { readonly personId: string; readonly name: string; readonly keys: OpenProfileKeys } | null;
  readonly uploads: Map<string, Upload>;
  /** Files of applications whose bytes were sent and wait for their import. */
  readonly staged: Map<string, StagedMaterial>;
  /** A tab of the sample's players, who prepare a further sample review. */
  playsSample: boolean;
  /** Time of the last call that a person made; polling doesn't count. */
  lastActMs: number;
}

export interface QueryContext {
  readonly db: ReadDb;
  readonly session: SessionState;
  /** The unlocked person's seat in the review that the input names; checked against the permission table. */
  readonly seat: SeatRow | null;
  readonly environment: Environment;
}

export interface CommandContext extends QueryContext {
  readonly db: WriteDb;
  /** Claimed time of the act. */
  readonly nowMs: number;
}

export interface TaskContext {
  readonly session: SessionState;
  readonly environment: Environment;
  readonly store: Store;
  readonly read: <T>(act: (context: QueryContext) => T) => T;
  /** The one command in which the task ends; permission is checked again. */
  readonly commit: <T>(act: (context: CommandContext) => T) => T;
  /** The state of another session: only the sample's players use it. */
  readonly sessionOf: (id: string) => SessionState;
  readonly progress: (fraction: number, label: string) => void;
  /** For a task that only sometimes changes something; others name their topics in the contract. */
  readonly changed: (topics: readonly Topic[]) => void;
  readonly signal: AbortSignal;
}
