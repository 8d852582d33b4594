import { AppError } from '../../../shared/api/problem.ts';
import { compileScheme } from '../../../shared/domain/compile-scheme.ts';
import type { CommandContext, QueryContext } from '../../api/context.ts';
import type { Environment } from '../../api/environment.ts';
import { slow, type Handlers, type Refusal } from '../../api/handler.ts';
import { insertItemCaps } from '../../database/item-caps.ts';
import { freezingOf, insertFreezing, reviewById, saveScheme } from '../../database/reviews.ts';
import { membersOf, seatById, setCode, setDeputy } from '../../database/seats.ts';
import { createAuthority, type Authority } from '../../signing/authority.ts';
import { sha256Hex } from '../../signing/fingerprint.ts';
import { requireStrongPassphrase, wrapSecret } from '../../signing/passphrase.ts';
import { exportPrivateKey } from '../../signing/profile-keys.ts';
import { makeRecoveryFile } from '../../signing/recovery-file.ts';
import { noteAct, ownPerson } from '../act.ts';
import {
  countTries,
  gatherKeyHolder,
  tryPassphrase,
  type KeyHolder,
  type Tried,
} from '../sessions/passphrase-check.ts';
import { presets, presetScheme } from './presets.ts';
import { AUTHORITY_USE } from '../panel/roster.ts';
import { renewManifest } from '../dossiers/manifest.ts';
import { schemeOf } from './scheme-store.ts';
import { personById } from '../../database/people.ts';

type Names = 'scheme.presets' | 'scheme.preset' | 'scheme.get' | 'scheme.save' | 'scheme.freeze';

export const schemeHandlers: Pick<Handlers, Names> = {
  'scheme.presets': (context) =>
    presets.map((preset) => {
      const scheme = presetScheme(context.environment, preset);
      return { preset, title: scheme.title, note: scheme.note ?? '' };
    }),
  'scheme.preset': (context, { preset }) => presetScheme(context.environment, preset) as never,
  'scheme.get': (context, { reviewId }) => {
    const freezing = freezingOf(context.db, reviewId);
    const by = freezing === undefined ? undefined : personById(context.db, freezing.frozen_by)?.name;
    return {
      scheme: schemeOf(context.db, reviewId) as never,
      revision: reviewById(context.db, reviewId).scheme_revision,
      frozen:
        freezing === undefined
          ? null
          : { hash: freezing.scheme_hash, atMs: freezing.frozen_ms, by: by ?? '' },
      recoveryFile: freezing === undefined ? null : `recovery-${reviewId}`,
    };
  },
  'scheme.save': (context, { reviewId, revision, scheme }) => {
    requireNotFrozen(context, reviewId);
    saveScheme(context.db, reviewId, revision, JSON.stringify(scheme));
    noteAct(context, reviewId, 'scheme-saved', { title: scheme.title });
    return { revision: revision + 1 };
  },
  'scheme.freeze': slow({
    gather: (context, input) => gatherFreezing(context, input),
    prepare: (gathered: Gathered, environment) => prepareFreezing(gathered, environment),
    commit: (context, { reviewId, deputySeatId, revision }, prepared): FrozenAnswer | Refusal => {
      const refusal = countTries(context, [prepared.tried], ['own']);
      if (refusal !== null) return refusal;
      return freeze(context, reviewId, revision, deputySeatId, prepared);
    },
  }),
};

interface Gathered {
  readonly holder: KeyHolder;
  readonly organiser: string;
  readonly recoveryPassphrase: string;
  readonly nowMs: number;
}

interface Prepared {
  readonly tried: Tried;
  readonly authority: Authority;
  readonly authoritySealed: string;
  readonly recovery: string;
}

interface FrozenAnswer {
  readonly hash: string;
  readonly authority: string;
  readonly recoveryFile: string;
}

function requireNotFrozen(context: QueryContext, reviewId: string): void {
  if (freezingOf(context.db, reviewId) !== undefined)
    throw new AppError('conflict', { what: 'scheme-frozen' });
}

function gatherFreezing(
  context: QueryContext,
  input: { reviewId: string; deputySeatId: string; passphrase: string; recoveryPassphrase: string },
): Gathered {
  requireNotFrozen(context, input.reviewId);
  requireFreezable(context, input.reviewId, input.deputySeatId);
  requireStrongPassphrase(input.recoveryPassphrase);
  if (input.recoveryPassphrase === input.passphrase) throw new AppError('weak-passphrase', { what: 'same' });
  const { organiser } = reviewById(context.db, input.reviewId);
  const holder = gatherKeyHolder(context, ownPerson(context).personId, input.passphrase);
  return {
    holder,
    organiser,
    recoveryPassphrase: input.recoveryPassphrase,
    nowMs: context.environment.nowMs(),
  };
}

/** @throws AppError `invalid-rows` with every wrong place of the scheme, `not-ready` */
function requireFreezable(context: QueryContext, reviewId: string, deputySeatId: string): void {
  const outcome = compileScheme(schemeOf(context.db, reviewId));
  if (!outcome.ok) throw new AppError('invalid-rows', { what: 'scheme' }, outcome.problems);
  if (seatById(context.db, reviewId, deputySeatId).role !== 'member')
    throw new AppError('bad-input', { what: 'deputy' });
  const minimum = outcome.scheme.source.panel?.minimum ?? 3;
  const seated = membersOf(context.db, reviewId).length;
  if (seated < minimum) throw new AppError('not-ready', { what: 'members', minimum, seated });
}

async function prepareFreezing(gathered: Gathered, environment: Environment): Promise<Prepared> {
  const tried = await tryPassphrase(gathered.holder);
  const validity = {
    from: new Date(gathered.nowMs - 86_400_000),
    to: new Date(gathered.nowMs + 3650 * 86_400_000),
  };
  const authority = createAuthority(`${gathered.organiser} 评审签发`, validity);
  if (tried.keys === null) return { tried, authority, authoritySealed: '', recovery: '' };
  const authorityKey = exportPrivateKey(authority.privateKey);
  const secrets = {
    authorityKey,
    authorityCertificate: authority.certificate,
    secretaryKey: exportPrivateKey(tried.keys.signingPrivateKey),
    secretaryIdentity: tried.keys.ageIdentity,
    // Drafts of nobody are under it, but the authority's key is.
    secretaryProfileKey: tried.keys.profileKey.toString('base64url'),
  };
  return {
    tried,
    authority,
    authoritySealed: wrapSecret(tried.keys.profileKey, Buffer.from(authorityKey, 'utf8'), AUTHORITY_USE),
    recovery: await makeRecoveryFile(gathered.recoveryPassphrase, secrets, environment.kdfCost),
  };
}

function freeze(
  context: CommandContext,
  reviewId: string,
  revision: number,
  deputySeatId: string,
  prepared: Prepared,
): FrozenAnswer {
  requireNotFrozen(context, reviewId);
  requireFreezable(context, reviewId, deputySeatId);
  if (reviewById(context.db, reviewId).scheme_revision !== revision) throw new AppError('stale');
  const scheme = schemeOf(context.db, reviewId);
  const bytes = Buffer.from(`${JSON.stringify(scheme, undefined, 2)}\n`, 'utf8');
  const hash = sha256Hex(bytes);
  insertFreezing(context.db, reviewId, {
    scheme: bytes,
    scheme_hash: hash,
    authority: prepared.authoritySealed,
    authority_public: prepared.authority.publicSpki,
    authority_certificate: prepared.authority.certificate,
    recovery: Buffer.from(prepared.recovery, 'utf8'),
    frozen_by: ownPerson(context).personId,
    frozen_ms: context.nowMs,
  });
  insertItemCaps(context.db, reviewId, scheme);
  setDeputy(context.db, reviewId, deputySeatId);
  const members = membersOf(context.db, reviewId);
  const order = context.environment.shuffle(members.length);
  members.forEach((member, index) => setCode(context.db, member.id, `专家${(order[index] ?? index) + 1}`));
  const deputy = seatById(context.db, reviewId, deputySeatId).name;
  noteAct(context, reviewId, 'scheme-frozen', { hash, authority: prepared.authority.fingerprint, deputy });
  renewManifest(context, reviewId);
  return { hash, authority: prepared.authority.fingerprint, recoveryFile: `recovery-${reviewId}` };
}
