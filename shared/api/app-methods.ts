import { z } from 'zod';
import { count, identifier, nothing, passphrase } from '../schema/common.ts';
import { guard, session, tile } from '../schema/session.ts';
import { command, query, task } from './method.ts';

/** The program, the tab's session and the progress of long work. */
export const appMethods = {
  'app.status': query(
    nothing,
    z.object({ version: z.string(), host: z.enum(['loopback', 'desktop', 'cli']), dataFolder: z.string() }),
  ),
  /** Topic → number that grows with each change; screens poll it. */
  'app.revisions': query(nothing, z.record(z.string(), count)),
  /** Ends the host after the reply. */
  'app.quit': task(nothing, nothing),
  'session.current': query(nothing, session.nullable()),
  /** Who can unlock: the seats of a review, or every profile of this laptop. */
  'session.tiles': query(z.object({ reviewId: identifier.nullable() }), z.array(tile)),
  /** A generated passphrase: 16 digits in groups of four. */
  'session.suggest': query(nothing, z.object({ passphrase: z.string() })),
  /** First passphrase, or a member's session PIN, of a seated person: makes the profile's keys and unlocks. */
  'session.create': command(
    z.object({ personId: identifier, passphrase, guard: guard.default('passphrase') }),
    session,
    ['session', 'panel', 'people'],
  ),
  'session.unlock': command(z.object({ personId: identifier, passphrase }), session, ['session']),
  /** The secretary's forgotten passphrase: the recovery passphrase of the review gives the same keys a new one. */
  'session.recover': command(
    z.object({ reviewId: identifier, recoveryPassphrase: passphrase, passphrase }),
    session,
    ['session', 'record'],
  ),
  'session.lock': command(nothing, nothing, ['session']),
  /** `task` is the id that the caller chose for its own long call; null when it isn't running. */
  'task.progress': query(
    z.object({ task: identifier }),
    z.object({ fraction: z.number().min(0).max(1), label: z.string() }).nullable(),
  ),
  'task.cancel': command(z.object({ task: identifier }), nothing, []),
};
