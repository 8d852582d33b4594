import type { TallyResult } from '../../../shared/domain/tally-types.ts';
import { sha256Hex } from '../../signing/fingerprint.ts';
import type { Round } from './round.ts';

/** SHA-256 (hex) of the result record, the digest that minutes and rule card print. */
export function resultHashOf(round: Round, result: TallyResult): string {
  return sha256Hex(resultRecordOf(round, result));
}

/**
 * The result record as JSON: what was signed and decided and what came of it. Never envelopes, receipts, clocks
 * or the log, so that a rebuilt store gives the same bytes. Key order and order of lists (number of the
 * dossier, seating) are fixed. People and enterprises stand in it by their numbers only.
 */
export function resultRecordOf(round: Round, result: TallyResult): string {
  const seats = round.members.map(({ id }) => id);
  const ofDossier = <Row extends { readonly dossier_id: string; readonly seat_id: string }>(
    rows: readonly Row[],
    dossierId: string,
  ): string[] => {
    const own = new Set(rows.filter((row) => row.dossier_id === dossierId).map((row) => row.seat_id));
    return seats.filter((seat) => own.has(seat));
  };
  const record = {
    format: 1,
    review: round.review.id,
    scheme: round.freezing.scheme_hash,
    members: seats,
    votes: round.votes.map(({ dossierIds }) => dossierIds),
    dossiers: round.dossiers.map(({ row, ineligible, preferenceProposed, preferenceConfirmed }) => {
      const own = result.dossiers.find(({ id }) => id === row.id);
      const sheets = new Map(
        round.sheets.filter((sheet) => sheet.dossierId === row.id).map((sheet) => [sheet.seatId, sheet]),
      );
      return {
        dossier: row.id,
        sheets: seats.flatMap((seat) => {
          const sheet = sheets.get(seat);
          return sheet === undefined ? [] : [[seat, sheet.payloadHash, sheet.paper ? 'paper' : 'laptop']];
        }),
        recused: ofDossier(round.recusals, row.id),
        absent: ofDossier(round.absences, row.id),
        ineligible,
        preference: preferenceProposed ? preferenceConfirmed : false,
        rank: own?.rank ?? null,
        score: own?.score ?? null,
        exact: own?.exact ?? null,
        members: own?.members ?? 0,
        status: own?.status ?? 'provisional',
        categories: own?.categories.map(({ id, mean, exact }) => [id, mean, exact]) ?? [],
      };
    }),
  };
  return JSON.stringify(record);
}
