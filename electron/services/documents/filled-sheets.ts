import { formatHundredths } from '../../../shared/domain/decimal.ts';
import type { ScoreSheetData, ScoreSheetPage } from '../../documents/data.ts';
import type { ReadDb } from '../../database/access.ts';
import { correctionsOf } from '../results/corrections.ts';
import type { ReviewResult } from '../results/tally-view.ts';
import { listedSeats } from './annex.ts';
import { printedCategories, sheetCode } from './forms-data.ts';
import { frameOf, printedScheme } from './print.ts';
import { commentOf } from './results-data.ts';

/** Score sheets as they were opened, a page for each member and enterprise, with a line to sign. */
export function filledSheetData(
  db: ReadDb,
  reviewId: string,
  result: ReviewResult,
  software: string,
): ScoreSheetData {
  const { round } = result;
  const scheme = printedScheme(round.scheme.source, round.freezing);
  return {
    ...frameOf(db, round.review, software),
    schemeTitle: scheme.title,
    schemeHash: scheme.hash,
    full: scheme.total,
    pages: listedSeats(result).flatMap((seatId, index) => pagesOfSeat(db, result, seatId, index)),
  };
}

function pagesOfSeat(db: ReadDb, result: ReviewResult, seatId: string, index: number): ScoreSheetPage[] {
  const { round, view } = result;
  const scheme = printedScheme(round.scheme.source, round.freezing);
  const named = round.scheme.source.panel?.show !== 'codes';
  const organisation = named ? round.members.find(({ id }) => id === seatId)?.organisation : undefined;
  const corrected = new Set(
    correctionsOf(db, round.review.id)
      .filter((row) => row.seatId === seatId && row.done)
      .map((row) => row.dossierId),
  );
  return view.rows
    .filter(({ ineligible }) => !ineligible)
    .toSorted((one, other) => one.number - other.number)
    .flatMap((row): ScoreSheetPage[] => {
      const sheet = row.sheets.find((candidate) => candidate.seatId === seatId);
      if (sheet === undefined || sheet.mark === 'missing') return [];
      const own = round.sheets.find((one) => one.seatId === seatId && one.dossierId === row.dossierId);
      const number = String(row.number).padStart(2, '0');
      const remarks = [...(sheet.paper ? ['纸质'] : []), ...(corrected.has(row.dossierId) ? ['更正后'] : [])];
      const states = { recused: 'recused', absent: 'absent' } as const;
      const state = sheet.mark === 'recused' || sheet.mark === 'absent' ? states[sheet.mark] : 'filled';
      // Scored items stand in the order of the scheme's categories.
      let position = 0;
      const categories = printedCategories(scheme).map((category) => ({
        ...category,
        items: category.items.map((item) => {
          const id = round.scheme.items[position]?.id ?? '';
          position += 1;
          const value = own?.scores.get(id);
          return { ...item, score: value === undefined ? undefined : formatHundredths(value) };
        }),
      }));
      return [
        {
          member: sheet.label,
          memberOrganisation: organisation === '' ? undefined : organisation,
          number,
          enterprise: row.name,
          code: sheetCode(scheme.hash, index, number),
          remark: remarks.join('、') || undefined,
          state,
          categories,
          total: sheet.total ?? undefined,
          comment: commentOf(round.scheme.items, own?.payload),
        },
      ];
    });
}
