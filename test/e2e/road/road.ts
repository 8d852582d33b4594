import type { Stage } from '../stage.ts';

/** What the parts of the road hand on to each other. */
export interface Road {
  readonly stage: () => Stage;
  /** Fingerprint of the review authority, in groups as read aloud. */
  authority: string;
  /** Path of the signed minutes. */
  minutes: string;
}
