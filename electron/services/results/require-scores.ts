import { AppError } from '../../../shared/api/problem.ts';
import { formatHundredths } from '../../../shared/domain/decimal.ts';
import type { ReadDb } from '../../database/access.ts';
import {
  openedScoresOf,
  openedSheetsOf,
  type OpenedSheetWithKeys,
  type SheetScoresRow,
} from '../../database/opened-sheets.ts';
import { frozen } from '../../database/reviews.ts';
import { fingerprint, sha256Hex } from '../../signing/fingerprint.ts';
import { readUnverifiedJws } from '../../signing/jws.ts';
import { SHEET_TYPE } from '../../signing/sealed-sheet.ts';
import { requireSheetManifests } from '../dossiers/signed-manifests.ts';
import { PAPER_TYPE } from '../sheets/paper-seal.ts';
import { rosterKey, signedRosters, verified, type SignedRosters } from '../panel/signed-rosters.ts';

/** What a member (or, for paper, a typist) signed. Scores are decimal texts by item id. */
export interface SheetPayload {
  readonly format: 1 | 2;
  readonly kind: 'sheet' | 'paper-sheet';
  readonly review: string;
  readonly schemeHash: string;
  readonly rosterHash: string;
  /** From format 2 on. */
  readonly manifestHash?: string | undefined;
  readonly dossier: string;
  readonly member: string;
  readonly seq: number;
  readonly scores: Readonly<Record<string, string>>;
  readonly comments: Readonly<Record<string, string>>;
  readonly overall: string;
  readonly claimedMs: number;
  /** Paper only: seat of the typist and SHA-256 of the scan. */
  readonly typist?: string | undefined;
  readonly scanHash?: string | null | undefined;
}

/** An opened sheet whose signature, place and score rows agree. */
export interface CheckedSheet {
  readonly seatId: string;
  readonly dossierId: string;
  readonly paper: boolean;
  readonly payloadHash: string;
  readonly payload: SheetPayload;
  /** Hundredths by item id. */
  readonly scores: ReadonlyMap<string, number>;
}

/**
 * Reads every opened sheet of a review and checks it: the signature holds under the key stored at the
 * handing in and named by a roster of the authority, the payload names this place, and every score row equals the signed score;
 * the dossiers are those that the sheets were made on.
 * @throws AppError `data-corrupt` naming what doesn't agree
 */
export function requireScoresMatchSheets(db: ReadDb, reviewId: string): readonly CheckedSheet[] {
  const stored = new Map(
    openedScoresOf(db, reviewId).map((row) => [`${row.seat_id}\n${row.dossier_id}`, scoresOf(row)]),
  );
  const sheets = openedSheetsOf(db, reviewId);
  if (sheets.length === 0) return [];
  const freezing = frozen(db, reviewId);
  const rosters = signedRosters(db, reviewId);
  const place = { reviewId, schemeHash: freezing.scheme_hash, rosters };
  const checked = sheets.map((sheet) =>
    checkSheet(sheet, stored.get(`${sheet.seat_id}\n${sheet.dossier_id}`) ?? new Map(), place),
  );
  const named = checked.map(({ dossierId, payload }) => ({
    dossierId,
    manifestHash: payload.manifestHash ?? null,
  }));
  requireSheetManifests(db, reviewId, named);
  return checked;
}

interface Place {
  readonly reviewId: string;
  readonly schemeHash: string;
  readonly rosters: SignedRosters;
}

function scoresOf({ scores }: SheetScoresRow): ReadonlyMap<string, number> {
  return new Map(Object.entries(JSON.parse(scores) as Record<string, number>));
}

function checkSheet(
  sheet: OpenedSheetWithKeys,
  scores: ReadonlyMap<string, number>,
  place: Place,
): CheckedSheet {
  const name = `${sheet.seat_id} × ${sheet.dossier_id}`;
  const paper = sheet.source === 'paper';
  const texts = signedTexts(sheet, name);
  const payloads = texts.map(({ key, bytes }) => {
    const payload = JSON.parse(bytes.toString('utf8')) as SheetPayload;
    const same =
      payload.review === place.reviewId &&
      payload.schemeHash === place.schemeHash &&
      payload.dossier === sheet.dossier_id &&
      payload.member === sheet.seat_id &&
      payload.seq === sheet.seq &&
      payload.kind === (paper ? 'paper-sheet' : 'sheet');
    if (!same) throw corrupt(`place of ${name}`);
    // A paper sheet is signed by its typists, who sit in the office.
    const signer = paper ? (payload.typist ?? '') : payload.member;
    if (rosterKey(place.rosters, payload.rosterHash, signer) !== key) throw corrupt(`key of ${name}`);
    if (!sameScores(payload.scores, scores)) throw corrupt(`scores of ${name}`);
    return payload;
  });
  const [payload] = payloads;
  if (payload === undefined) throw corrupt(`signature of ${name}`);
  const { seat_id: seatId, dossier_id: dossierId, payload_hash: payloadHash } = sheet;
  return { seatId, dossierId, paper, payloadHash, payload, scores };
}

function sameScores(signed: Readonly<Record<string, string>>, stored: ReadonlyMap<string, number>): boolean {
  const entries = Object.entries(signed);
  return (
    entries.length === stored.size &&
    entries.every(([item, text]) => {
      const value = stored.get(item);
      return value !== undefined && sameNumber(formatHundredths(value), text);
    })
  );
}

/** What was signed, by which key: one text of the member, or one of each of the two typists. */
function signedTexts(
  sheet: OpenedSheetWithKeys,
  name: string,
): readonly { readonly key: string; readonly bytes: Buffer }[] {
  const keys = new Map((JSON.parse(sheet.public_keys) as string[]).map((key) => [fingerprint(key), key]));
  const paper = sheet.source === 'paper';
  const texts = [sheet.jws, ...(sheet.second_jws === null ? [] : [sheet.second_jws])].map((jws) => {
    const key = keys.get(signerOf(jws, name));
    if (key === undefined) throw corrupt(`signature of ${name}`);
    return { key, bytes: verified(jws, key, paper ? PAPER_TYPE : SHEET_TYPE, name) };
  });
  const wanted = paper ? 2 : 1;
  if (texts.length !== wanted || new Set(texts.map(({ key }) => key)).size !== wanted) {
    throw corrupt(`signers of ${name}`);
  }
  const [first] = texts;
  if (sha256Hex(first?.bytes ?? '') !== sheet.payload_hash) throw corrupt(`payload hash of ${name}`);
  return texts;
}

function signerOf(jws: string, name: string): string {
  try {
    return readUnverifiedJws(jws).kid;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw corrupt(`signature of ${name}`);
  }
}

/** "8.50" and "8.5" are the same score; the stored text is the shortest one. */
function sameNumber(shortest: string, text: string): boolean {
  return shortest === (text.includes('.') ? text.replace(/0+$/u, '').replace(/\.$/u, '') : text);
}

function corrupt(detail: string): AppError {
  return new AppError('data-corrupt', { detail });
}
