import { AppError } from '../../../shared/api/problem.ts';
import type { ReadDb } from '../../database/access.ts';
import { reopeningsOf } from '../../database/reopenings.ts';
import { absencesOf } from '../../database/sheets.ts';
import { fingerprint } from '../../signing/fingerprint.ts';
import { readUnverifiedJws, verifyJws } from '../../signing/jws.ts';
import { signedRosters, type SignedRosters } from '../panel/signed-rosters.ts';

export const ABSENCE_TYPE = 'panel-absence';
export const REOPENING_TYPE = 'panel-reopening';

/** What chair or deputy sign in place of a sheet or before a corrected one. */
interface SignedAct {
  readonly seat_id: string;
  readonly dossier_id: string;
  readonly reason: string;
  readonly jws: string;
  readonly signer_seat_id: string;
}

/**
 * Every absence and every reopening must carry the signature of the seat that it names, under a key with
 * which the authority's roster lists that seat as chair or deputy, over this very place and reason.
 * @throws AppError `data-corrupt` naming the first one that doesn't
 */
export function requireSignedActs(db: ReadDb, reviewId: string): void {
  const absences = absencesOf(db, reviewId);
  const reopenings = reopeningsOf(db, reviewId);
  if (absences.length + reopenings.length === 0) return;
  const rosters = signedRosters(db, reviewId);
  for (const act of absences) requireSigned(act, ABSENCE_TYPE, 'absence', { review: reviewId }, rosters);
  for (const act of reopenings) {
    requireSigned(act, REOPENING_TYPE, 'reopening', { review: reviewId, seq: act.seq }, rosters);
  }
}

function requireSigned(
  act: SignedAct,
  type: string,
  kind: string,
  place: Readonly<Record<string, string | number>>,
  rosters: SignedRosters,
): void {
  const { seat_id: member, dossier_id: dossier, signer_seat_id: signer, reason } = act;
  const wanted: Readonly<Record<string, unknown>> = { ...place, kind, member, dossier, reason, signer };
  if (!isSigned(act.jws, type, wanted, keeperKeys(rosters, signer))) {
    throw new AppError('data-corrupt', { detail: `${kind} of ${member} × ${dossier}` });
  }
}

function isSigned(
  jws: string,
  type: string,
  wanted: Readonly<Record<string, unknown>>,
  keys: readonly string[],
): boolean {
  try {
    const { kid } = readUnverifiedJws(jws);
    const key = keys.find((candidate) => fingerprint(candidate) === kid);
    if (key === undefined) return false;
    const signed = JSON.parse(verifyJws(jws, key, type).toString('utf8')) as Record<string, unknown>;
    return Object.entries(wanted).every(([field, value]) => signed[field] === value);
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}

/** Keys that a seat ever had as chair or deputy. */
function keeperKeys(rosters: SignedRosters, seatId: string): readonly string[] {
  return [...rosters.values()].flatMap(({ seats }) =>
    seats.flatMap(({ seat, chair, deputy, publicKey }) =>
      seat === seatId && (chair || deputy) && publicKey !== null ? [publicKey] : [],
    ),
  );
}
