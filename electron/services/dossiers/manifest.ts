import type { CommandContext } from '../../api/context.ts';
import { AppError } from '../../../shared/api/problem.ts';
import type { ReadDb } from '../../database/access.ts';
import { dossiersOf } from '../../database/dossiers.ts';
import { judgementsOf } from '../../database/judgements.ts';
import { insertManifest, latestManifest, type ManifestRow } from '../../database/manifests.ts';
import { materialsOf } from '../../database/materials.ts';
import { freezingOf, frozen } from '../../database/reviews.ts';
import { sha256Hex } from '../../signing/fingerprint.ts';
import { signJws } from '../../signing/jws.ts';
import { openAuthority } from '../panel/roster.ts';
import { schemeOf } from '../scheme/scheme-store.ts';
import { eligibilityOf } from './eligibility.ts';

export const MANIFEST_TYPE = 'panel-manifest';

export interface ManifestMaterial {
  /** Id of this version of the file. */
  readonly material: string;
  readonly kind: string;
  /** The scoring item that it is evidence for, or empty. */
  readonly item: string;
  readonly name: string;
  readonly sha256: string;
  readonly size: number;
}

export interface ManifestDossier {
  readonly dossier: string;
  readonly number: number;
  readonly name: string;
  readonly creditCode: string;
  /** SHA-256 of the stored text of its fields, byte for byte as `facts/<dossier>.json` carries it. */
  readonly factsHash: string;
  readonly ineligible: boolean;
  /** SHA-256 of what people decided where a condition leaves it open: `[[condition, outcome, reason], …]`. */
  readonly judgedHash: string;
  readonly preference: boolean;
  readonly withdrawn: boolean;
  /** The files in force, in the order of their coming. */
  readonly materials: readonly ManifestMaterial[];
}

/** What the authority signs of the applications (resources/spec/exchange.md); every sheet names its hash. */
export interface ManifestPayload {
  readonly format: 1;
  readonly review: string;
  readonly version: number;
  readonly schemeHash: string;
  readonly dossiers: readonly ManifestDossier[];
}

/** The manifest that the database gives now, under a number. */
export function manifestPayload(db: ReadDb, reviewId: string, version: number): ManifestPayload {
  const scheme = schemeOf(db, reviewId);
  const files = Map.groupBy(materialsOf(db, reviewId), ({ dossier_id: dossierId }) => dossierId);
  const dossiers = dossiersOf(db, reviewId).map((row): ManifestDossier => {
    const { state, preference } = eligibilityOf(db, row, scheme);
    return {
      dossier: row.id,
      number: row.number,
      name: row.name,
      creditCode: row.credit_code,
      factsHash: sha256Hex(row.fields),
      ineligible: state === 'ineligible',
      judgedHash: sha256Hex(judgedText(db, row.id)),
      preference,
      withdrawn: row.withdrawn_reason !== null,
      materials: (files.get(row.id) ?? []).map(({ id, kind, item_id: item, name, sha256, size }) => ({
        material: id,
        kind,
        item,
        name,
        sha256,
        size,
      })),
    };
  });
  return { format: 1, review: reviewId, version, schemeHash: frozen(db, reviewId).scheme_hash, dossiers };
}

/** In the order of the conditions' ids, so that one state has one text. */
function judgedText(db: ReadDb, dossierId: string): string {
  const rows = judgementsOf(db, dossierId).map((row) => [row.condition_id, row.outcome, row.reason]);
  return JSON.stringify(rows.toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1)));
}

/** @throws AppError `not-ready` before the first manifest */
export function currentManifest(db: ReadDb, reviewId: string): ManifestRow {
  const row = latestManifest(db, reviewId);
  if (row === undefined) throw new AppError('not-ready', { what: 'manifest' });
  return row;
}

/**
 * Signs a new version, if what stands there differs and the secretary is unlocked. Only acts that change an
 * application or its files call it (`changingDossiers`): signing whatever stands there at an unlocking would
 * approve what somebody wrote into the file in between.
 */
export function renewManifest(context: CommandContext, reviewId: string): void {
  const freezing = freezingOf(context.db, reviewId);
  if (freezing === undefined || freezing.frozen_by !== context.session.person?.personId) return;
  const latest = latestManifest(context.db, reviewId);
  if (latest !== undefined) {
    const same = JSON.stringify(manifestPayload(context.db, reviewId, latest.version));
    if (sha256Hex(same) === latest.hash) return;
  }
  const authority = openAuthority(context, freezing);
  if (authority === null) return;
  const version = (latest?.version ?? 0) + 1;
  const bytes = Buffer.from(JSON.stringify(manifestPayload(context.db, reviewId, version)), 'utf8');
  const jws = signJws(authority.privateKey, { typ: MANIFEST_TYPE, kid: authority.fingerprint }, bytes);
  insertManifest(context.db, reviewId, { version, jws, hash: sha256Hex(bytes) }, context.nowMs);
}

/** The first manifest of a review that was frozen by a program without manifests. */
export function firstManifest(context: CommandContext, reviewId: string): void {
  if (latestManifest(context.db, reviewId) === undefined) renewManifest(context, reviewId);
}
