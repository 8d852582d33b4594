import { AppError } from '../../../shared/api/problem.ts';
import { materialKindOf } from '../../../shared/domain/material-kinds.ts';
import type { ReadDb } from '../../database/access.ts';
import { requireDossier } from '../../database/dossiers.ts';
import { materialsOf, readingsOf } from '../../database/materials.ts';
import { frozen } from '../../database/reviews.ts';
import { currentRoster } from '../../database/rosters.ts';
import type { SheetPlace } from '../../signing/sealed-sheet.ts';
import { currentManifest } from '../dossiers/manifest.ts';
import { isFreshFor } from '../dossiers/signed-manifests.ts';

type OfReview = Pick<SheetPlace, 'review' | 'schemeHash' | 'rosterHash'> & { readonly manifestHash: string };

/** What a sheet signed now is bound to, besides its member, dossier and number. @throws AppError `not-ready` */
export function placeOfReview(db: ReadDb, reviewId: string): OfReview {
  return {
    review: reviewId,
    schemeHash: frozen(db, reviewId).scheme_hash,
    rosterHash: currentRoster(db, reviewId).hash,
    manifestHash: currentManifest(db, reviewId).hash,
  };
}

/**
 * The newest signed manifest must list these dossiers as they stand here: a sheet witnesses what its member
 * judged. @throws AppError `not-ready` (desk.manifestStale)
 */
export function requireFreshManifest(db: ReadDb, reviewId: string, dossierIds: readonly string[]): void {
  if (isFreshFor(db, reviewId, new Set(dossierIds))) return;
  throw new AppError('not-ready', { what: 'desk' }, [{ path: '', reason: 'desk.manifestStale' }]);
}

/**
 * Answers of the hearing and findings of the visit are opened before a sheet is handed in.
 * @throws AppError `not-ready` with one place for each file that this seat hasn't opened
 */
export function requireReadMaterials(
  db: ReadDb,
  reviewId: string,
  seatId: string,
  dossierIds: readonly string[],
): void {
  const read = readingsOf(db, seatId);
  const unread = materialsOf(db, reviewId, new Set(dossierIds)).filter(
    ({ id, kind }) => materialKindOf(kind)?.mustRead === true && !read.has(id),
  );
  if (unread.length === 0) return;
  const places = unread.map(({ dossier_id: dossierId, name }) => ({
    path: requireDossier(db, reviewId, dossierId).name,
    reason: 'desk.unread',
    values: { file: name },
  }));
  throw new AppError('not-ready', { what: 'desk' }, places);
}
