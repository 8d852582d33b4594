import type { QueryContext } from '../../api/context.ts';
import { AppError } from '../../../shared/api/problem.ts';
import { activeDossiers, dossiersOf } from '../../database/dossiers.ts';
import { manifestsOf } from '../../database/manifests.ts';
import { materialsOf, type MaterialRow } from '../../database/materials.ts';
import { nextPackageVersion, packagesOf } from '../../database/packages.ts';
import { recusalsOf } from '../../database/recusals.ts';
import { frozen, reviewById } from '../../database/reviews.ts';
import { rostersOf } from '../../database/rosters.ts';
import { requireMember, seatsOf, type SeatRow } from '../../database/seats.ts';
import { addresseeOf } from '../../exchange/letter.ts';
import type { PackageContent } from '../../exchange/review-package.ts';
import { conflict } from '../conflict.ts';
import { isRosterStale } from '../panel/roster.ts';

/** Everything of a package but the bytes of its materials. */
export interface PackagePlan {
  readonly seat: SeatRow;
  readonly recipient: string;
  readonly content: PackageContent;
  /** One for each content, in the order of the dossiers. */
  readonly materials: readonly MaterialRow[];
}

/**
 * What one member may know of the review now: the whole state, without facts and materials of the dossiers
 * from which the member is recused. A supplement leaves out the materials of packages made for the same keys.
 * @throws AppError `not-ready`, `conflict`
 */
export function planPackage(
  context: QueryContext,
  reviewId: string,
  seatId: string,
  kind: 'package' | 'supplement',
): PackagePlan {
  const { db } = context;
  const seat = requireMember(db, reviewId, seatId);
  if (seat.recipient === null || seat.profile_place !== 'elsewhere')
    throw conflict('', { what: 'package-no-card', name: seat.name });
  if (isRosterStale(context, reviewId)) throw new AppError('not-ready', { what: 'roster' });
  const own = recusalsOf(db, reviewId).filter((row) => row.seat_id === seatId);
  const hidden = new Set(own.map((row) => row.dossier_id));
  const shown = activeDossiers(db, reviewId).filter(({ id }) => !hidden.has(id));
  const sent =
    kind === 'package' ? new Set<string>() : sentTo(context, reviewId, addresseeOf(seat.recipient));
  const files = materialsOf(db, reviewId, new Set(shown.map(({ id }) => id)));
  const review = reviewById(db, reviewId);
  const freezing = frozen(db, reviewId);
  return {
    seat,
    recipient: seat.recipient,
    materials: [...new Map(files.map((row) => [row.sha256, row])).values()].filter(
      ({ sha256 }) => !sent.has(sha256),
    ),
    content: {
      state: {
        format: 1,
        review: reviewId,
        title: review.title,
        organiser: review.organiser,
        sample: review.sample === 1,
        phase: review.phase,
        version: nextPackageVersion(db, reviewId),
        seat: seatId,
        seats: seatsOf(db, reviewId).map((row) => ({
          seat: row.id,
          name: row.name,
          organisation: row.organisation,
          title: row.title,
          field: row.field,
          kind: row.kind,
          role: row.role,
          declared: row.declared_ms !== null,
        })),
        recusals: own.map((row) => ({ dossier: row.dossier_id, reason: row.reason, late: row.late === 1 })),
        withdrawn: dossiersOf(db, reviewId)
          .filter((row) => row.withdrawn_reason !== null)
          .map(({ id }) => id),
      },
      scheme: freezing.scheme,
      authority: { spki: freezing.authority_public, certificate: freezing.authority_certificate },
      rosters: rostersOf(db, reviewId).map(({ jws }) => jws),
      manifests: manifestsOf(db, reviewId).map(({ jws }) => jws),
      facts: new Map(shown.map(({ id, fields }) => [id, fields])),
    },
  };
}

/** Hashes of the materials in packages to the same keys; a reseated member has others and gets all again. */
function sentTo(context: QueryContext, reviewId: string, addressee: string): Set<string> {
  return new Set(
    packagesOf(context.db, reviewId)
      .filter((row) => row.addressee === addressee)
      .flatMap(({ materials }) => JSON.parse(materials) as string[]),
  );
}
