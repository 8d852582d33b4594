import { AppError, type ProblemPlace } from '../../../shared/api/problem.ts';
import type { CommandContext } from '../../api/context.ts';
import type { ReadDb } from '../../database/access.ts';
import { latestManifest, manifestsOf } from '../../database/manifests.ts';
import { frozen } from '../../database/reviews.ts';
import { sha256Hex } from '../../signing/fingerprint.ts';
import { verified } from '../panel/signed-rosters.ts';
import {
  MANIFEST_TYPE,
  manifestPayload,
  renewManifest,
  type ManifestDossier,
  type ManifestPayload,
} from './manifest.ts';

/** Every version by its hash, each as the review's authority signed it, and the newest one. */
export interface SignedManifests {
  readonly byHash: ReadonlyMap<string, ManifestPayload>;
  readonly latest: ManifestPayload | undefined;
}

/** @throws AppError `data-corrupt` for a manifest that the authority didn't sign */
export function signedManifests(db: ReadDb, reviewId: string): SignedManifests {
  const authority = frozen(db, reviewId).authority_public;
  const byHash = new Map<string, ManifestPayload>();
  let latest: ManifestPayload | undefined;
  for (const { jws, version } of manifestsOf(db, reviewId)) {
    const bytes = verified(jws, authority, MANIFEST_TYPE, `manifest ${version}`);
    const payload = JSON.parse(bytes.toString('utf8')) as ManifestPayload;
    if (payload.review !== reviewId || payload.version !== version)
      throw new AppError('data-corrupt', { detail: `manifest ${version}` });
    byHash.set(sha256Hex(bytes), payload);
    latest = payload;
  }
  return { byHash, latest };
}

/** What of a dossier is compared; each is a key of text `materials.altered.<part>`. */
const parts: Readonly<Record<string, (entry: ManifestDossier) => unknown>> = {
  name: ({ number, name, creditCode }) => [number, name, creditCode],
  facts: ({ factsHash }) => factsHash,
  eligibility: ({ ineligible, judgedHash, preference }) => [ineligible, judgedHash, preference],
  withdrawn: ({ withdrawn }) => withdrawn,
  files: ({ materials }) => materials,
};

function differences(
  signed: ManifestDossier | undefined,
  now: ManifestDossier | undefined,
  besides: readonly string[] = [],
): string[] {
  if (signed === undefined || now === undefined) return signed === now ? [] : ['listed'];
  return Object.entries(parts)
    .filter(([part, of]) => !besides.includes(part) && JSON.stringify(of(signed)) !== JSON.stringify(of(now)))
    .map(([part]) => part);
}

function altered(entry: ManifestDossier, found: readonly string[]): ProblemPlace[] {
  const path = `${entry.number} ${entry.name}`;
  return found.map((part) => ({ path, reason: `materials.altered.${part}` }));
}

function refuse(places: readonly ProblemPlace[]): void {
  if (places.length === 0) return;
  throw new AppError(
    'data-corrupt',
    { what: 'dossiers', detail: `dossier ${places[0]?.path ?? ''}` },
    places,
  );
}

/**
 * What stands in the database must be what the authority signed last; otherwise somebody wrote into the file
 * past the program. Passes before the first manifest.
 * @throws AppError `data-corrupt` with one place for each dossier and part that differs
 */
export function requireSignedDossiers(db: ReadDb, reviewId: string): void {
  if (latestManifest(db, reviewId) === undefined) return;
  requireAsSigned(db, reviewId, signedManifests(db, reviewId).latest);
}

function requireAsSigned(db: ReadDb, reviewId: string, signed: ManifestPayload | undefined): void {
  if (signed === undefined) return;
  const now = manifestPayload(db, reviewId, signed.version);
  const known = new Map(signed.dossiers.map((entry) => [entry.dossier, entry]));
  const places = now.dossiers.flatMap((entry) => {
    const before = known.get(entry.dossier);
    known.delete(entry.dossier);
    return altered(before ?? entry, differences(before, entry));
  });
  refuse([...places, ...[...known.values()].flatMap((entry) => altered(entry, ['listed']))]);
}

/** A signed sheet and the manifest it names; null for a sheet of format 1, which names none. */
export interface SheetOfManifest {
  readonly dossierId: string;
  readonly manifestHash: string | null;
}

/**
 * Every sheet names a manifest that the authority signed, its dossier there is the dossier of today (a
 * withdrawal apart), and the database is what was signed last.
 * @throws AppError `data-corrupt`
 */
export function requireSheetManifests(
  db: ReadDb,
  reviewId: string,
  sheets: readonly SheetOfManifest[],
): void {
  const { byHash, latest } = signedManifests(db, reviewId);
  requireAsSigned(db, reviewId, latest);
  const places: ProblemPlace[] = [];
  for (const { dossierId, manifestHash } of sheets) {
    if (manifestHash === null) continue;
    const named = byHash.get(manifestHash)?.dossiers.find(({ dossier }) => dossier === dossierId);
    if (named === undefined) throw new AppError('data-corrupt', { detail: `manifest of ${dossierId}` });
    const today = latest?.dossiers.find(({ dossier }) => dossier === dossierId);
    if (differences(named, today, ['withdrawn']).length > 0) places.push(...altered(named, ['since']));
  }
  refuse([...new Map(places.map((place) => [place.path, place])).values()]);
}

/** Whether a sheet that names this manifest judges the dossier as it is today; a withdrawal apart. */
export function isOfToday(
  { byHash, latest }: SignedManifests,
  manifestHash: string,
  dossierId: string,
): boolean {
  const entryIn = (manifest: ManifestPayload | undefined): ManifestDossier | undefined =>
    manifest?.dossiers.find(({ dossier }) => dossier === dossierId);
  const named = entryIn(byHash.get(manifestHash));
  return named !== undefined && differences(named, entryIn(latest), ['withdrawn']).length === 0;
}

/**
 * Runs an act that changes applications or their files: what stands there must be what was signed, and what
 * comes out is signed anew, in the same transaction.
 */
export function changingDossiers<T>(context: CommandContext, reviewId: string, act: () => T): T {
  requireSignedDossiers(context.db, reviewId);
  const result = act();
  renewManifest(context, reviewId);
  return result;
}

/** A member's laptop doesn't know who judged what: its own eligibility isn't compared there. */
const unknownToMembers = ['eligibility', 'withdrawn'];

/** Whether a member may sign for this dossier now: the newest manifest lists it just as it stands here. */
export function isFreshFor(db: ReadDb, reviewId: string, dossierIds: ReadonlySet<string>): boolean {
  const { latest } = signedManifests(db, reviewId);
  if (latest === undefined) return false;
  const now = manifestPayload(db, reviewId, latest.version).dossiers.filter(({ dossier }) =>
    dossierIds.has(dossier),
  );
  const listed = new Map(latest.dossiers.map((entry) => [entry.dossier, entry]));
  return now.every((entry) => differences(listed.get(entry.dossier), entry, unknownToMembers).length === 0);
}
