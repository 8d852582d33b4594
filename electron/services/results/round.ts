import { AppError } from '../../../shared/api/problem.ts';
import type { CompiledScheme } from '../../../shared/domain/compiled-scheme.ts';
import { hundredths } from '../../../shared/domain/decimal.ts';
import { sheetOf, type Sheet } from '../../../shared/domain/sheet.ts';
import type { TallyInput } from '../../../shared/domain/tally-types.ts';
import type { ReadDb } from '../../database/access.ts';
import { activeDossiers, type DossierRow } from '../../database/dossiers.ts';
import { openingOf, type OpeningRow } from '../../database/opened-sheets.ts';
import { recusalsOf, type RecusalRow } from '../../database/recusals.ts';
import { frozen, reviewById, type FreezingRow, type ReviewRow } from '../../database/reviews.ts';
import { membersOf, type SeatRow } from '../../database/seats.ts';
import { absencesOf, type AbsenceRow } from '../../database/sheets.ts';
import { deviationNotesOf, type DeviationNoteRow } from '../../database/deviation-notes.ts';
import { votesOf } from '../../database/votes.ts';
import { eligibilityOf } from '../dossiers/eligibility.ts';
import { frozenScheme } from '../scheme/scheme-store.ts';
import { requireSignedActs } from './signed-acts.ts';
import { requireScoresMatchSheets, type CheckedSheet } from './require-scores.ts';

export interface RoundDossier {
  readonly row: DossierRow;
  readonly ineligible: boolean;
  /** Meets a preference condition of the scheme. */
  readonly preferenceProposed: boolean;
  /** Null while the panel hasn't decided. */
  readonly preferenceConfirmed: boolean | null;
}

/** Everything that a result rests on, read in one snapshot and checked. Withdrawn applications are left out. */
export interface Round {
  readonly review: ReviewRow;
  readonly freezing: FreezingRow;
  readonly scheme: CompiledScheme;
  readonly opening: OpeningRow;
  readonly members: readonly SeatRow[];
  readonly dossiers: readonly RoundDossier[];
  readonly sheets: readonly CheckedSheet[];
  readonly recusals: readonly RecusalRow[];
  readonly absences: readonly AbsenceRow[];
  /** Votes of the panel that order dossiers, the last one first. */
  readonly votes: readonly {
    readonly dossierIds: readonly string[];
    readonly note: string;
    readonly atMs: number;
  }[];
  readonly deviationNotes: readonly DeviationNoteRow[];
}

/**
 * @throws AppError `not-ready` before the opening, `data-corrupt` when scores and signed sheets differ
 */
export function readRound(db: ReadDb, reviewId: string): Round {
  const review = reviewById(db, reviewId);
  const opening = openingOf(db, reviewId);
  if (opening === undefined) throw new AppError('not-ready', { what: 'opening' });
  requireSignedActs(db, reviewId);
  const scheme = frozenScheme(db, reviewId);
  const dossiers = activeDossiers(db, reviewId).map((row): RoundDossier => {
    const { state, preference } = eligibilityOf(db, row, scheme.source);
    const confirmed = row.preference_confirmed;
    return {
      row,
      ineligible: state === 'ineligible',
      preferenceProposed: preference,
      preferenceConfirmed: confirmed === null ? null : confirmed === 1,
    };
  });
  const listed = new Set(dossiers.map(({ row }) => row.id));
  const isListed = (row: { readonly dossier_id: string }): boolean => listed.has(row.dossier_id);
  return {
    review,
    freezing: frozen(db, reviewId),
    scheme,
    opening,
    members: membersOf(db, reviewId),
    dossiers,
    sheets: requireScoresMatchSheets(db, reviewId).filter((sheet) => listed.has(sheet.dossierId)),
    recusals: recusalsOf(db, reviewId).filter(isListed),
    absences: absencesOf(db, reviewId).filter(isListed),
    votes: votesOf(db, reviewId).map((row) => ({
      dossierIds: JSON.parse(row.dossiers) as string[],
      note: row.note,
      atMs: row.made_ms,
    })),
    deviationNotes: deviationNotesOf(db, reviewId),
  };
}

/** The round as the tally module wants it. */
export function tallyInput(round: Round): TallyInput {
  const { scheme } = round;
  const pair = (row: RecusalRow | AbsenceRow): [string, string] => [row.seat_id, row.dossier_id];
  const ids = (wanted: (dossier: RoundDossier) => boolean): string[] =>
    round.dossiers.filter(wanted).map(({ row }) => row.id);
  return {
    scheme,
    dossiers: ids(() => true),
    members: round.members.map(({ id }) => id),
    sheets: round.sheets.map((sheet) => domainSheet(scheme, sheet)),
    review: {
      preferred: ids((dossier) => dossier.preferenceProposed && dossier.preferenceConfirmed === true),
      ineligible: ids(({ ineligible }) => ineligible),
      votes: round.votes.map(({ dossierIds }) => dossierIds),
      recused: round.recusals.map(pair),
      absent: round.absences.map(pair),
    },
  };
}

function domainSheet(scheme: CompiledScheme, sheet: CheckedSheet): Sheet {
  const scores = Object.fromEntries([...sheet.scores].map(([item, value]) => [item, hundredths(value)]));
  return sheetOf(scheme, sheet.dossierId, sheet.seatId, scores);
}
