import type { CommandContext, QueryContext } from '../../api/context.ts';
import { isReplica } from '../../database/replicas.ts';
import { insertRoster, latestRoster } from '../../database/rosters.ts';
import { freezingOf, type FreezingRow } from '../../database/reviews.ts';
import { seatsOf } from '../../database/seats.ts';
import { issueCertificate, type Authority } from '../../signing/authority.ts';
import { fingerprint, sha256Hex } from '../../signing/fingerprint.ts';
import { signJws } from '../../signing/jws.ts';
import { unwrapSecret } from '../../signing/passphrase.ts';
import { importPrivateKey } from '../../signing/profile-keys.ts';

export const ROSTER_TYPE = 'panel-roster';
export const AUTHORITY_USE = 'paneldesk/1/authority';
const tenYearsMs = 10 * 365 * 86_400_000;

/** What the authority signs: who sits, with which keys. Every sheet names its hash. */
export interface RosterPayload {
  readonly format: 1;
  readonly review: string;
  readonly schemeHash: string;
  readonly seats: readonly {
    readonly seat: string;
    readonly name: string;
    readonly role: string;
    readonly code: string | null;
    readonly chair: boolean;
    readonly deputy: boolean;
    readonly publicKey: string | null;
    readonly recipient: string | null;
  }[];
}

function rosterPayload(context: QueryContext, reviewId: string, schemeHash: string): RosterPayload {
  const seats = seatsOf(context.db, reviewId).map((seat) => ({
    seat: seat.id,
    name: seat.name,
    role: seat.role,
    code: seat.code,
    chair: seat.chair === 1,
    deputy: seat.deputy === 1,
    publicKey: seat.public_key,
    recipient: seat.recipient,
  }));
  return { format: 1, review: reviewId, schemeHash, seats };
}

/** True when the seats differ from what the authority signed last; the secretary's next act signs anew. */
export function isRosterStale(context: QueryContext, reviewId: string): boolean {
  const freezing = freezingOf(context.db, reviewId);
  // A member's copy is what the office signed; there is nobody here who could sign anew.
  if (freezing === undefined || isReplica(context.db, reviewId)) return false;
  const text = JSON.stringify(rosterPayload(context, reviewId, freezing.scheme_hash));
  return latestRoster(context.db, reviewId)?.hash !== sha256Hex(Buffer.from(text, 'utf8'));
}

/** Signs a new version of the roster and certifies its keys, if it is stale and the secretary is unlocked. */
export function renewRoster(context: CommandContext, reviewId: string): void {
  const freezing = freezingOf(context.db, reviewId);
  if (freezing === undefined || freezing.frozen_by !== context.session.person?.personId) return;
  if (!isRosterStale(context, reviewId)) return;
  const authority = openAuthority(context, freezing);
  if (authority === null) return;
  const payload = rosterPayload(context, reviewId, freezing.scheme_hash);
  const bytes = Buffer.from(JSON.stringify(payload), 'utf8');
  const version = (latestRoster(context.db, reviewId)?.version ?? 0) + 1;
  const jws = signJws(authority.privateKey, { typ: ROSTER_TYPE, kid: authority.fingerprint }, bytes);
  const validity = {
    from: new Date(freezing.frozen_ms - 86_400_000),
    to: new Date(freezing.frozen_ms + tenYearsMs),
  };
  const certificates: Record<string, string> = {};
  payload.seats.forEach((seat, index) => {
    if (seat.publicKey === null) return;
    // The serial carries the roster's version, so that each certificate of the authority has its own.
    const subject = {
      name: seat.name,
      role: certificateRole(seat),
      serial: version * 1000 + index + 1,
      ...validity,
    };
    certificates[seat.seat] = issueCertificate(authority, seat.publicKey, subject);
  });
  const row = { version, jws, hash: sha256Hex(bytes), certificates: JSON.stringify(certificates) };
  insertRoster(context.db, reviewId, row, context.nowMs);
}

/** The review's authority, if the secretary who froze it is unlocked in this session. */
export function openAuthority(context: QueryContext, freezing: FreezingRow): Authority | null {
  const profileKey = context.session.person?.keys.profileKey;
  if (profileKey === undefined) return null;
  const sealed = unwrapSecret(profileKey, freezing.authority, AUTHORITY_USE);
  if (sealed === undefined) return null;
  const { privateKey, publicSpki } = importPrivateKey(sealed.toString('utf8'));
  const certificate = freezing.authority_certificate;
  return { privateKey, publicSpki, certificate, fingerprint: fingerprint(publicSpki) };
}

function certificateRole(seat: RosterPayload['seats'][number]): string {
  if (seat.chair) return '组长';
  const names: Readonly<Record<string, string>> = {
    member: '评审组成员',
    secretary: '评审工作人员',
    recorder: '记录人',
    supervisor: '监督人员',
  };
  return names[seat.role] ?? seat.role;
}
