import { AppError } from '../../../shared/api/problem.ts';
import type { ReadDb } from '../../database/access.ts';
import { frozen } from '../../database/reviews.ts';
import { currentRoster, rostersOf } from '../../database/rosters.ts';
import { sha256Hex } from '../../signing/fingerprint.ts';
import { readUnverifiedJws, verifyJws } from '../../signing/jws.ts';
import { ROSTER_TYPE, type RosterPayload } from './roster.ts';

/** Roster hash → who sat with which key, of every version; each as the review's authority signed it. */
export type SignedRosters = ReadonlyMap<string, RosterPayload>;

/** @throws AppError `data-corrupt` for a roster that the authority didn't sign */
export function signedRosters(db: ReadDb, reviewId: string): SignedRosters {
  const authority = frozen(db, reviewId).authority_public;
  return new Map(
    rostersOf(db, reviewId).map(({ jws, version }) => {
      const bytes = verified(jws, authority, ROSTER_TYPE, `roster ${version}`);
      return [sha256Hex(bytes), JSON.parse(bytes.toString('utf8')) as RosterPayload];
    }),
  );
}

/** The roster in force as the authority signed it. @throws AppError `not-ready`, `data-corrupt` */
export function presentRoster(db: ReadDb, reviewId: string): RosterPayload {
  const { jws, version } = currentRoster(db, reviewId);
  const bytes = verified(jws, frozen(db, reviewId).authority_public, ROSTER_TYPE, `roster ${version}`);
  return JSON.parse(bytes.toString('utf8')) as RosterPayload;
}

/** The key of a seat in one version of the roster; null where there is none. */
export function rosterKey(rosters: SignedRosters, rosterHash: string, seatId: string): string | null {
  return rosters.get(rosterHash)?.seats.find(({ seat }) => seat === seatId)?.publicKey ?? null;
}

/** Hash of the roster that a sheet's envelope names. @throws AppError `signature-invalid` */
export function namedRoster(envelope: string): string {
  const { payload } = readUnverifiedJws(envelope);
  return (JSON.parse(payload.toString('utf8')) as { rosterHash: string }).rosterHash;
}

/** Hash of the dossier manifest that an envelope names; null in format 1. */
export function namedManifest(envelope: string): string | null {
  const { payload } = readUnverifiedJws(envelope);
  return (JSON.parse(payload.toString('utf8')) as { manifestHash?: string }).manifestHash ?? null;
}

/** The signed bytes. @throws AppError `data-corrupt` that names what doesn't verify */
export function verified(jws: string, key: string, type: string, name: string): Buffer {
  try {
    return verifyJws(jws, key, type);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw new AppError('data-corrupt', { detail: `signature of ${name}` });
  }
}
