import type { ReadDb } from '../../database/access.ts';
import { manifestsOf } from '../../database/manifests.ts';
import { activeProfile } from '../../database/profiles.ts';
import type { ReplicaRow } from '../../database/replicas.ts';
import { freezingOf } from '../../database/reviews.ts';
import { rostersOf } from '../../database/rosters.ts';
import type { PackageContent } from '../../exchange/review-package.ts';
import { refused } from '../../exchange/parts.ts';
import { AppError } from '../../../shared/api/problem.ts';
import { sha256Hex } from '../../signing/fingerprint.ts';
import { verifyJws } from '../../signing/jws.ts';
import { MANIFEST_TYPE, type ManifestPayload } from '../dossiers/manifest.ts';
import { ROSTER_TYPE, type RosterPayload } from '../panel/roster.ts';

export interface SignedVersion<Payload> {
  readonly jws: string;
  /** SHA-256 of the payload. */
  readonly hash: string;
  readonly payload: Payload;
}

/** A package in which everything is signed by the pinned authority and fits together and to this laptop. */
export interface CheckedPackage extends PackageContent {
  readonly rosterVersions: readonly SignedVersion<RosterPayload>[];
  readonly manifestVersions: readonly SignedVersion<ManifestPayload>[];
  readonly roster: RosterPayload;
  readonly manifest: ManifestPayload;
  readonly schemeHash: string;
}

/**
 * Judges a package against what this laptop knows; changes nothing.
 * @throws AppError `data-corrupt` (exchange), reasons `other-review`, `other-authority`, `other-member`,
 *   `own-key`, `scheme-changed`, `history-changed`, `package-signature`, `package-inconsistent`
 */
export function checkPackage(db: ReadDb, replica: ReplicaRow, content: PackageContent): CheckedPackage {
  const { state, scheme, authority } = content;
  if (state.review !== replica.review_id) throw refused('other-review');
  if (authority.spki !== replica.authority_public) throw refused('other-authority');
  if (replica.seat_id !== '' && state.seat !== replica.seat_id) throw refused('other-member');
  const schemeHash = sha256Hex(scheme);
  const frozen = freezingOf(db, replica.review_id);
  if (frozen !== undefined && frozen.scheme_hash !== schemeHash) throw refused('scheme-changed');
  const rosterVersions = content.rosters.map((jws) =>
    signed<RosterPayload>(jws, authority.spki, ROSTER_TYPE),
  );
  const manifestVersions = content.manifests.map((jws) =>
    signed<ManifestPayload>(jws, authority.spki, MANIFEST_TYPE),
  );
  const roster = rosterVersions.at(-1)?.payload;
  const manifest = manifestVersions.at(-1)?.payload;
  if (roster === undefined || manifest === undefined) throw refused('package-inconsistent');
  for (const { payload } of [...rosterVersions, ...manifestVersions])
    if (payload.review !== state.review || payload.schemeHash !== schemeHash)
      throw refused('package-inconsistent');
  // What was signed once stays: another text under a number that is known here is another history.
  requireKnown(rostersOf(db, state.review), rosterVersions);
  requireKnown(manifestsOf(db, state.review), manifestVersions);
  requireOwnKey(db, replica, state.seat, roster);
  requireSameSeats(content, roster);
  requireSignedFacts(content, manifest);
  return { ...content, rosterVersions, manifestVersions, roster, manifest, schemeHash };
}

function signed<Payload>(jws: string, spki: string, type: string): SignedVersion<Payload> {
  try {
    const bytes = verifyJws(jws, spki, type);
    return { jws, hash: sha256Hex(bytes), payload: JSON.parse(bytes.toString('utf8')) as Payload };
  } catch (error) {
    if (error instanceof AppError || error instanceof SyntaxError) throw refused('package-signature');
    throw error;
  }
}

function requireKnown(
  known: readonly { readonly hash: string }[],
  given: readonly { readonly hash: string }[],
): void {
  if (known.some(({ hash }, index) => given[index]?.hash !== hash)) throw refused('history-changed');
}

/** Sheets are signed with the key of this laptop, so the roster must list it under the own seat. */
function requireOwnKey(db: ReadDb, replica: ReplicaRow, seatId: string, roster: RosterPayload): void {
  const own = roster.seats.find(({ seat }) => seat === seatId);
  const profile = activeProfile(db, replica.person_id);
  if (own === undefined || own.role !== 'member') throw refused('other-member');
  if (own.publicKey !== profile?.public_key || own.recipient !== profile.recipient) throw refused('own-key');
}

function requireSameSeats({ state }: PackageContent, roster: RosterPayload): void {
  const told = state.seats.map(({ seat, name, role }) => [seat, name, role]);
  const listed = roster.seats.map(({ seat, name, role }) => [seat, name, role]);
  if (JSON.stringify(told) !== JSON.stringify(listed)) throw refused('package-inconsistent');
}

/** Facts only of listed dossiers, byte for byte as signed, and of none from which the member is recused. */
function requireSignedFacts({ facts, state }: PackageContent, manifest: ManifestPayload): void {
  const listed = new Map(manifest.dossiers.map((entry) => [entry.dossier, entry]));
  const recused = new Set(state.recusals.map(({ dossier }) => dossier));
  for (const [dossier, text] of facts) {
    if (listed.get(dossier)?.factsHash !== sha256Hex(text) || recused.has(dossier))
      throw refused('package-inconsistent');
  }
  const withdrawn = manifest.dossiers.filter((entry) => entry.withdrawn).map((entry) => entry.dossier);
  const known = [...state.recusals.map(({ dossier }) => dossier), ...state.withdrawn];
  if (known.some((dossier) => !listed.has(dossier)) || withdrawn.some((id) => !state.withdrawn.includes(id)))
    throw refused('package-inconsistent');
}
