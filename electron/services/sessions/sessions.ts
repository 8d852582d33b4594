import { AppError } from '../../../shared/api/problem.ts';
import type { Session, Tile } from '../../../shared/schema/session.ts';
import type { CommandContext, QueryContext } from '../../api/context.ts';
import { Refusal, slow, type Handlers } from '../../api/handler.ts';
import { lockSession } from '../../api/sessions.ts';
import type { ReadDb } from '../../database/access.ts';
import { allPeople, personById } from '../../database/people.ts';
import { activeProfile, insertProfile } from '../../database/profiles.ts';
import { seatsOf, seatsOfPerson } from '../../database/seats.ts';
import { generateDigits } from '../../signing/passphrase.ts';
import {
  createProfileKeys,
  unlockProfileKeys,
  type Guard,
  type OpenProfileKeys,
  type StoredProfileKeys,
} from '../../signing/profile-keys.ts';
import { isReplicaPerson } from '../../database/replicas.ts';
import { noteAct } from '../act.ts';
import { conflict } from '../conflict.ts';
import { countTries, gatherKeyHolder, tryPassphrase, type Tried } from './passphrase-check.ts';
import { firstManifest } from '../dossiers/manifest.ts';
import { renewRoster } from '../panel/roster.ts';
import { samplePassphraseOf } from '../sample/sample-people.ts';

type Names =
  | 'session.current'
  | 'session.tiles'
  | 'session.suggest'
  | 'session.create'
  | 'session.unlock'
  | 'session.lock';

export const sessionHandlers: Pick<Handlers, Names> = {
  'session.current': (context) => {
    const person = context.session.person;
    return person === null ? null : sessionOf(context.db, person.personId, person.name);
  },
  'session.tiles': (context, { reviewId }) => tiles(context, reviewId),
  'session.suggest': () => ({ passphrase: generateDigits() }),
  'session.create': slow({
    gather: (context, input) => {
      requireNewcomer(context.db, input.personId, input.guard);
      return input;
    },
    prepare: async ({ passphrase, guard }, environment) => {
      const stored = await createProfileKeys(passphrase, environment.kdfCost, guard);
      return { stored, keys: await unlockProfileKeys(stored, passphrase) };
    },
    commit: (context, { personId, guard }, { stored, keys }) => {
      requireNewcomer(context.db, personId, guard);
      return createProfile(context, personId, stored, keys, guard);
    },
  }),
  'session.unlock': slow({
    gather: (context, { personId, passphrase }) => {
      requirePerson(context.db, personId);
      return gatherKeyHolder(context, personId, passphrase);
    },
    prepare: (holder) => tryPassphrase(holder),
    commit: (context, { personId }, tried: Tried): Session | Refusal => {
      const refusal = countTries(context, [tried], ['own']);
      if (refusal !== null || tried.keys === null)
        return refusal ?? new Refusal({ code: 'wrong-passphrase' });
      return enter(context, personId, tried.keys);
    },
  }),
  'session.lock': (context) => {
    lockSession(context.session);
    return {};
  },
};

/** Stores a new profile, unlocks it in this session and renews the rosters that name the person. */
export function createProfile(
  context: CommandContext,
  personId: string,
  stored: StoredProfileKeys,
  keys: OpenProfileKeys,
  guard: Guard = 'passphrase',
): Session {
  storeProfile(context, personId, stored, guard);
  const session = enter(context, personId, keys);
  for (const seat of seatsOfPerson(context.db, personId)) {
    noteAct(context, seat.review_id, 'profile-created', { name: session.name });
  }
  return session;
}

/** Stores the keys of a person; the profile before must be retired. */
export function storeProfile(
  context: CommandContext,
  personId: string,
  stored: StoredProfileKeys,
  guard: Guard = 'passphrase',
): void {
  const row = {
    id: context.environment.newId(),
    person_id: personId,
    keys: JSON.stringify(stored),
    public_key: stored.signingPublicSpki,
    recipient: stored.ageRecipient,
    place: 'here',
    guard,
  } as const;
  insertProfile(context.db, row, context.nowMs);
}

/** Unlocks the person in this session and signs the rosters anew that are the person's to sign. */
export function enter(context: CommandContext, personId: string, keys: OpenProfileKeys): Session {
  lockSession(context.session);
  const { name } = requirePerson(context.db, personId);
  context.session.person = { personId, name, keys };
  // Members enrol while the secretary is away; the secretary's next unlocking signs the roster anew.
  for (const { review_id: reviewId } of seatsOfPerson(context.db, personId)) {
    renewRoster(context, reviewId);
    firstManifest(context, reviewId);
  }
  return sessionOf(context.db, personId, name);
}

/**
 * Only a seated person gets keys here; the secretary's are made with the review. A session PIN is for members
 * only: who keeps the outer layer of every sheet, or the record, needs a passphrase.
 * @throws AppError `not-permitted`, `conflict`
 */
function requireNewcomer(db: ReadDb, personId: string, guard: Guard): void {
  requirePerson(db, personId);
  const seats = seatsOfPerson(db, personId);
  if (seats.length === 0 || isReplicaPerson(db, personId)) throw new AppError('not-permitted');
  const place = activeProfile(db, personId)?.place;
  if (place === 'elsewhere')
    throw conflict('', { what: 'profile-elsewhere', name: personById(db, personId)?.name ?? '' });
  if (place !== undefined) throw new AppError('conflict', { what: 'profile' });
  if (guard === 'pin' && seats.some(({ role }) => role !== 'member'))
    throw conflict('', { what: 'pin-members-only' });
}

function requirePerson(db: ReadDb, personId: string): { name: string } {
  const person = personById(db, personId);
  if (person === undefined) throw new AppError('not-found', { what: 'person' });
  return person;
}

export function sessionOf(db: ReadDb, personId: string, name: string): Session {
  const seats = seatsOfPerson(db, personId).map((seat) => ({
    reviewId: seat.review_id,
    seatId: seat.id,
    role: seat.role,
    chair: seat.chair === 1,
    deputy: seat.deputy === 1,
  }));
  return { personId, name, seats };
}

function tiles(context: QueryContext, reviewId: string | null): Tile[] {
  if (reviewId !== null) {
    return seatsOf(context.db, reviewId).map((seat) => ({
      personId: seat.person_id,
      name: seat.name,
      organisation: seat.organisation,
      role: seat.role,
      chair: seat.chair === 1,
      deputy: seat.deputy === 1,
      hasProfile: seat.profile_id !== null,
      elsewhere: seat.profile_place === 'elsewhere',
      guard: seat.guard,
      samplePassphrase: samplePassphraseOf(context, seat.person_id),
    }));
  }
  return allPeople(context.db)
    .filter((person) => person.profile_place === 'here')
    .map((person) => {
      const seat = seatsOfPerson(context.db, person.id)[0];
      return {
        personId: person.id,
        name: person.name,
        organisation: person.organisation,
        role: seat?.role ?? 'secretary',
        chair: seat?.chair === 1,
        deputy: seat?.deputy === 1,
        hasProfile: true,
        elsewhere: false,
        guard: person.guard,
        samplePassphrase: samplePassphraseOf(context, person.id),
      };
    });
}
