import { AppError } from '../../../shared/api/problem.ts';
import { formatHundredths } from '../../../shared/domain/decimal.ts';
import type { ReadDb } from '../../database/access.ts';
import {
  openedScoresOf,
  openedSheetsOf,
  type OpenedSheetWithKeys,
  type ScoreRow,
} from '../../database/opened-sheets.ts';
import { frozen } from '../../database/reviews.ts';
import { fingerprint, sha256Hex } from '../../signing/fingerprint.ts';
import { readUnverifiedJws, verifyJws } from '../../signing/jws.ts';

/** What a member (or, for paper, a typist) signed. Scores are decimal texts by item id. */
export interface SheetPayload {
  readonly format: 1;
  readonly kind: 'sheet' | 'paper-sheet';
  readonly review: string;
  readonly schemeHash: string;
  readonly rosterHash: string;
  readonly dossier: string;
  readonly member: string;
  readonly seq: number;
  readonly scores: Readonly<Record<string, string>>;
  readonly comments: Readonly<Record<string, string>>;
  readonly overall: string;
  readonly claimedMs: number;
  /** Paper only: name of the typist and SHA-256 of the scan. */
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
 * handing in, the payload names this place, and every score row equals the signed score.
 * @throws AppError `data-corrupt` naming what doesn't agree
 */
export function requireScoresMatchSheets(db: ReadDb, reviewId: string): readonly CheckedSheet[] {
  const rows = new Map<string, ScoreRow[]>();
  for (const row of openedScoresOf(db, reviewId)) {
    const key = `${row.seat_id}\n${row.dossier_id}`;
    rows.set(key, [...(rows.get(key) ?? []), row]);
  }
  const sheets = openedSheetsOf(db, reviewId);
  const schemeHash = sheets.length === 0 ? '' : frozen(db, reviewId).scheme_hash;
  return sheets.map((sheet) => {
    const own = rows.get(`${sheet.seat_id}\n${sheet.dossier_id}`) ?? [];
    return checkSheet(sheet, own, { reviewId, schemeHash });
  });
}

function checkSheet(
  sheet: OpenedSheetWithKeys,
  rows: readonly ScoreRow[],
  place: { readonly reviewId: string; readonly schemeHash: string },
): CheckedSheet {
  const name = `${sheet.seat_id} × ${sheet.dossier_id}`;
  const paper = sheet.source === 'paper';
  const scores = new Map(rows.map((row) => [row.item_id, row.hundredths]));
  const payloads = signedBytes(sheet, name).map(
    (bytes) => JSON.parse(bytes.toString('utf8')) as SheetPayload,
  );
  for (const payload of payloads) {
    const same =
      payload.review === place.reviewId &&
      payload.schemeHash === place.schemeHash &&
      payload.dossier === sheet.dossier_id &&
      payload.member === sheet.seat_id &&
      payload.seq === sheet.seq &&
      payload.kind === (paper ? 'paper-sheet' : 'sheet');
    if (!same) throw corrupt(`place of ${name}`);
    if (!sameScores(payload.scores, scores)) throw corrupt(`scores of ${name}`);
  }
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

/** The signed bytes: one text of the member, or one of each of the two typists, a line each. */
function signedBytes(sheet: OpenedSheetWithKeys, name: string): readonly Buffer[] {
  const keys = JSON.parse(sheet.public_keys) as string[];
  const texts = sheet.jws.split('\n');
  const signed = texts.map((text) => {
    try {
      const { kid, typ } = readUnverifiedJws(text);
      const key = keys.find((candidate) => fingerprint(candidate) === kid);
      if (key !== undefined) return { kid, bytes: verifyJws(text, key, typ) };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
    throw corrupt(`signature of ${name}`);
  });
  const wanted = sheet.source === 'paper' ? 2 : 1;
  if (new Set(signed.map(({ kid }) => kid)).size !== wanted || signed.length !== wanted) {
    throw corrupt(`signers of ${name}`);
  }
  const [first] = signed;
  const hashed = sheet.source === 'paper' ? sheet.jws : (first?.bytes ?? '');
  if (sha256Hex(hashed) !== sheet.payload_hash) throw corrupt(`payload hash of ${name}`);
  return signed.map(({ bytes }) => bytes);
}

/** "8.50" and "8.5" are the same score; the stored text is the shortest one. */
function sameNumber(shortest: string, text: string): boolean {
  return shortest === (text.includes('.') ? text.replace(/0+$/u, '').replace(/\.$/u, '') : text);
}

function corrupt(detail: string): AppError {
  return new AppError('data-corrupt', { detail });
}
