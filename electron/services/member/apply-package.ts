import type { CommandContext } from '../../api/context.ts';
import type { WriteDb } from '../../database/access.ts';
import { dossiersOf, type DossierRow } from '../../database/dossiers.ts';
import { insertManifest, manifestsOf } from '../../database/manifests.ts';
import { insertMaterial, materialsOf, removeMaterial } from '../../database/materials.ts';
import { insertRecusal, recusalsOf } from '../../database/recusals.ts';
import { putReplicaDossier, putReplicaReview } from '../../database/replica-state.ts';
import { renewReplica, type ReplicaRow } from '../../database/replicas.ts';
import { freezingOf, insertFreezing } from '../../database/reviews.ts';
import { insertRoster, rostersOf } from '../../database/rosters.ts';
import { clearDeclarations, seatById, setDeclared } from '../../database/seats.ts';
import { noteAct } from '../act.ts';
import type { ManifestPayload } from '../dossiers/manifest.ts';
import { applySeats } from './apply-seats.ts';
import type { CheckedPackage } from './check-package.ts';

/** Replaces this laptop's copy by a checked package, in one transaction. Answers dossiers to be erased. */
export function applyPackage(
  context: CommandContext,
  replica: ReplicaRow,
  checked: CheckedPackage,
): string[] {
  const { db, nowMs } = context;
  const { state, manifest } = checked;
  const before = namesOf(dossiersOf(db, state.review));
  const wasDeclared = replica.version > 0 && seatById(db, state.review, state.seat).declared_ms !== null;
  putReplicaReview(db, { ...state, scheme: Buffer.from(checked.scheme).toString('utf8'), nowMs });
  applySeats(context, replica, checked);
  freeze(context, checked);
  applyVersions(context, checked);
  const hidden = applyDossiers(db, state.seat, checked, nowMs);
  applyMaterials(context, state.review, manifest, hidden);
  applyDeclared(context, checked, wasDeclared && isSameList(before, dossiersOf(db, state.review)));
  const office = checked.roster.seats.find(({ role }) => role === 'secretary')?.recipient ?? replica.office;
  const { title, version } = state;
  renewReplica(db, state.review, { title, seat_id: state.seat, version, office }, nowMs);
  noteAct(context, state.review, 'package-taken', { version });
  return [...hidden];
}

/** The public half only: the authority's key stays at the office. */
function freeze({ db, nowMs }: CommandContext, checked: CheckedPackage): void {
  if (freezingOf(db, checked.state.review) !== undefined) return;
  insertFreezing(db, checked.state.review, {
    scheme: checked.scheme,
    scheme_hash: checked.schemeHash,
    authority: '',
    authority_public: checked.authority.spki,
    authority_certificate: checked.authority.certificate,
    recovery: new Uint8Array(),
    frozen_by: checked.roster.seats.find(({ role }) => role === 'secretary')?.seat ?? '',
    frozen_ms: nowMs,
  });
}

function applyVersions({ db, nowMs }: CommandContext, checked: CheckedPackage): void {
  const { review } = checked.state;
  const rosters = rostersOf(db, review).length;
  checked.rosterVersions.slice(rosters).forEach(({ jws, hash }, index) => {
    insertRoster(db, review, { version: rosters + index + 1, jws, hash, certificates: '{}' }, nowMs);
  });
  const manifests = manifestsOf(db, review).length;
  checked.manifestVersions.slice(manifests).forEach(({ jws, hash }, index) => {
    insertManifest(db, review, { version: manifests + index + 1, jws, hash }, nowMs);
  });
}

/** Answers the dossiers whose facts and files this laptop may not hold. */
function applyDossiers(db: WriteDb, seatId: string, checked: CheckedPackage, nowMs: number): Set<string> {
  const { state, manifest, facts } = checked;
  for (const entry of manifest.dossiers)
    putReplicaDossier(db, state.review, entry, facts.get(entry.dossier) ?? null);
  for (const { dossier, reason, late } of state.recusals) {
    const row = { seat_id: seatId, dossier_id: dossier, reason, late: late ? 1 : 0, made_ms: nowMs } as const;
    insertRecusal(db, row);
  }
  // Declared here and perhaps not yet at the office, or recorded there: both hide.
  const hidden = new Set(
    recusalsOf(db, state.review)
      .filter((row) => row.seat_id === seatId)
      .map((row) => row.dossier_id),
  );
  for (const entry of manifest.dossiers)
    if (hidden.has(entry.dossier)) putReplicaDossier(db, state.review, entry, null);
  return hidden;
}

function applyMaterials(
  { db, nowMs }: CommandContext,
  reviewId: string,
  manifest: ManifestPayload,
  hidden: ReadonlySet<string>,
): void {
  const known = new Map(materialsOf(db, reviewId).map((row) => [row.id, row]));
  for (const entry of manifest.dossiers) {
    for (const { material, kind, item, name, sha256, size } of entry.materials) {
      if (known.delete(material) || hidden.has(entry.dossier)) continue;
      const row = {
        id: material,
        dossier_id: entry.dossier,
        slot: material,
        version: 1,
        kind,
        item_id: item,
      };
      insertMaterial(db, { ...row, name, size, sha256, made_ms: nowMs });
    }
  }
  // Replaced or taken out at the office.
  for (const row of known.values()) removeMaterial(db, row, 'office', nowMs);
}

/** Who declared on the same list stays declared while the declaration is on its way to the office. */
function applyDeclared(context: CommandContext, { state }: CheckedPackage, stays: boolean): void {
  const { db, nowMs } = context;
  clearDeclarations(db, state.review);
  for (const { seat, declared } of state.seats)
    if (declared || (stays && seat === state.seat)) setDeclared(db, seat, nowMs);
}

/** The bare list that a declaration is made on. */
function namesOf(rows: readonly DossierRow[]): Set<string> {
  const active = rows.filter((row) => row.withdrawn_reason === null);
  return new Set(active.map(({ id, name, credit_code: code }) => JSON.stringify([id, name, code])));
}

/** True when nothing joined the list; what left it needs no new declaration. */
function isSameList(before: ReadonlySet<string>, now: readonly DossierRow[]): boolean {
  return [...namesOf(now)].every((name) => before.has(name));
}
