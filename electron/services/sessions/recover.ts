import { AppError } from '../../../shared/api/problem.ts';
import type { Session } from '../../../shared/schema/session.ts';
import type { CommandContext, QueryContext } from '../../api/context.ts';
import { Refusal, slow, type Handlers } from '../../api/handler.ts';
import type { Environment } from '../../api/environment.ts';
import type { Sessions } from '../../api/sessions.ts';
import { addFailure, clearFailures, retireProfile } from '../../database/profiles.ts';
import { frozen } from '../../database/reviews.ts';
import { seatOfPerson } from '../../database/seats.ts';
import { requireStrongPassphrase } from '../../signing/passphrase.ts';
import {
  restoreProfileKeys,
  unlockProfileKeys,
  type OpenProfileKeys,
  type StoredProfileKeys,
} from '../../signing/profile-keys.ts';
import { openRecoveryFile } from '../../signing/recovery-file.ts';
import { noteAct } from '../act.ts';
import { requireNoWait } from './passphrase-check.ts';
import { enter, storeProfile } from './sessions.ts';

interface Gathered {
  readonly personId: string;
  readonly file: string;
  readonly recoveryPassphrase: string;
  readonly passphrase: string;
}

interface Restored {
  readonly stored: StoredProfileKeys;
  readonly keys: OpenProfileKeys;
}

/**
 * A forgotten passphrase of the secretary: the recovery passphrase made at the freezing gives the same keys
 * under a new passphrase, so that sealed sheets still open and the authority still signs.
 */
export const recoverHandlers = (sessions: Sessions): Pick<Handlers, 'session.recover'> => ({
  'session.recover': slow({
    gather: (context, input) => gather(context, input),
    prepare: (gathered, environment) => restore(gathered, environment),
    commit: (context, { reviewId }, restored): Session | Refusal => {
      const personId = frozen(context.db, reviewId).frozen_by;
      // Others may have guessed while the key was derived.
      requireNoWait(context, personId);
      if (restored === null) {
        addFailure(context.db, personId, context.nowMs);
        return new Refusal({ code: 'wrong-passphrase', values: { who: 'recovery' } });
      }
      return commit(context, reviewId, personId, restored, sessions);
    },
  }),
});

function gather(
  context: QueryContext,
  input: { reviewId: string; recoveryPassphrase: string; passphrase: string },
): Gathered {
  const { frozen_by: personId, recovery } = frozen(context.db, input.reviewId);
  if (seatOfPerson(context.db, input.reviewId, personId) === undefined) throw new AppError('not-permitted');
  requireStrongPassphrase(input.passphrase);
  requireNoWait(context, personId);
  const { recoveryPassphrase, passphrase } = input;
  return { personId, file: Buffer.from(recovery).toString('utf8'), recoveryPassphrase, passphrase };
}

/** Null for a wrong recovery passphrase. */
async function restore(gathered: Gathered, environment: Environment): Promise<Restored | null> {
  try {
    const secrets = await openRecoveryFile(gathered.recoveryPassphrase, gathered.file);
    const kept = {
      profileKey: secrets['secretaryProfileKey'] ?? '',
      signingKey: secrets['secretaryKey'] ?? '',
      identity: secrets['secretaryIdentity'] ?? '',
    };
    const stored = await restoreProfileKeys(gathered.passphrase, kept, environment.kdfCost);
    return { stored, keys: await unlockProfileKeys(stored, gathered.passphrase) };
  } catch (error) {
    if (error instanceof AppError && error.problem.code === 'wrong-passphrase') return null;
    throw error;
  }
}

function commit(
  context: CommandContext,
  reviewId: string,
  personId: string,
  { stored, keys }: Restored,
  sessions: Sessions,
): Session {
  clearFailures(context.db, personId);
  retireProfile(context.db, personId, context.nowMs);
  storeProfile(context, personId, stored);
  sessions.lockPerson(personId);
  const session = enter(context, personId, keys);
  noteAct(context, reviewId, 'secretary-recovered', { name: session.name });
  return session;
}
