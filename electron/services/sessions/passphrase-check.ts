import { AppError } from '../../../shared/api/problem.ts';
import { Refusal } from '../../api/handler.ts';
import type { CommandContext, QueryContext } from '../../api/context.ts';
import { personById } from '../../database/people.ts';
import { activeProfile, addFailure, clearFailures, failuresOf } from '../../database/profiles.ts';
import {
  unlockProfileKeys,
  type OpenProfileKeys,
  type StoredProfileKeys,
} from '../../signing/profile-keys.ts';
import { conflict } from '../conflict.ts';

/** Wrong tries that cost nothing; from then on each further one doubles the wait, up to five minutes. */
const freeTries = 3;
const longestWaitMs = 5 * 60_000;
/** Wrong tries of a session PIN; then the secretary lets try again. */
export const pinTries = 5;

/** What is read before a passphrase is tried. */
export interface KeyHolder {
  readonly personId: string;
  readonly stored: StoredProfileKeys;
  readonly passphrase: string;
}

/** Keys of the holder, or null for a wrong passphrase. */
export interface Tried {
  readonly personId: string;
  readonly keys: OpenProfileKeys | null;
}

/**
 * @throws AppError `slow-down` with the seconds to wait, `not-ready` without a profile
 */
export function gatherKeyHolder(context: QueryContext, personId: string, passphrase: string): KeyHolder {
  const profile = activeProfile(context.db, personId);
  if (profile === undefined) throw new AppError('not-ready', { what: 'profile-missing' });
  if (profile.place === 'elsewhere') {
    const name = personById(context.db, personId)?.name ?? '';
    throw conflict('', { what: 'profile-elsewhere', name });
  }
  requireNoWait(context, personId);
  return { personId, passphrase, stored: JSON.parse(profile.keys) as StoredProfileKeys };
}

/**
 * @throws AppError `slow-down` with the seconds to wait after wrong tries; `conflict` (pin-locked) after five
 *   wrong tries of a session PIN, which is short enough to be guessed
 */
export function requireNoWait({ db, environment }: QueryContext, personId: string): void {
  const { failures, last_ms: lastMs } = failuresOf(db, personId);
  if (activeProfile(db, personId)?.guard === 'pin') {
    if (failures < pinTries) return;
    throw conflict('', { what: 'pin-locked', name: personById(db, personId)?.name ?? '' });
  }
  if (failures < freeTries) return;
  const waitMs = Math.min(longestWaitMs, 1000 * 2 ** (failures - freeTries + 1));
  const leftMs = lastMs + waitMs - environment.nowMs();
  // A clock set back must not lock for longer than the wait itself.
  if (leftMs > 0 && leftMs <= waitMs) throw new AppError('slow-down', { seconds: Math.ceil(leftMs / 1000) });
}

export async function tryPassphrase(holder: KeyHolder): Promise<Tried> {
  try {
    return { personId: holder.personId, keys: await unlockProfileKeys(holder.stored, holder.passphrase) };
  } catch (error) {
    if (error instanceof AppError && error.problem.code === 'wrong-passphrase') {
      return { personId: holder.personId, keys: null };
    }
    throw error;
  }
}

/**
 * Counts wrong tries, also those of a refused command; null when every passphrase was right. What happened
 * while the keys were derived counts too: others may have guessed at the same moment, and the profile may
 * have been retired.
 * @throws AppError `slow-down`, `stale`
 */
export function countTries(
  context: CommandContext,
  tries: readonly Tried[],
  who: readonly string[],
): Refusal | null {
  let refusal: Refusal | null = null;
  for (const { personId } of tries) requireNoWait(context, personId);
  tries.forEach((tried, index) => {
    if (tried.keys !== null) {
      const active = activeProfile(context.db, tried.personId)?.public_key;
      if (active !== tried.keys.signingPublicSpki) throw new AppError('stale');
      clearFailures(context.db, tried.personId);
      return;
    }
    addFailure(context.db, tried.personId, context.nowMs);
    refusal ??= new Refusal({
      code: 'wrong-passphrase',
      values: { who: who[index] ?? '', ...triesLeft(context, tried.personId) },
    });
  });
  return refusal;
}

/** Said for a session PIN only, where they are limited. */
function triesLeft({ db }: QueryContext, personId: string): { left?: number } {
  if (activeProfile(db, personId)?.guard !== 'pin') return {};
  return { left: pinTries - failuresOf(db, personId).failures };
}
