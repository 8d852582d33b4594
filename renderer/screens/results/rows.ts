import type { ExplanationStep, TallyRow, TallyView } from '../../../shared/schema/result.ts';
import type { Text } from '../../../shared/text/index.ts';

type SheetLine = TallyRow['sheets'][number];

/** Ranked first, then without rank, ineligible last; within each by number. */
export function orderRows(rows: readonly TallyRow[]): readonly TallyRow[] {
  const group = (row: TallyRow): number => (row.ineligible ? 2 : row.rank === null ? 1 : 0);
  return rows.toSorted(
    (one, other) =>
      group(one) - group(other) || (one.rank ?? 0) - (other.rank ?? 0) || one.number - other.number,
  );
}

/** Codes by their number, because the order of seating would give the names away; names stay as seated. */
export function orderSheets(sheets: readonly SheetLine[]): readonly SheetLine[] {
  const numbers = sheets.map(({ label }) => /^专家(\d+)$/.exec(label)?.[1]);
  if (numbers.some((number) => number === undefined)) return sheets;
  const numberOf = (sheet: SheetLine): number => Number(sheet.label.replace('专家', ''));
  return sheets.toSorted((one, other) => numberOf(one) - numberOf(other));
}

export function countedTotals(row: TallyRow): readonly string[] {
  return row.sheets.flatMap(({ total, mark }) => (total !== null && mark === 'counted' ? [total] : []));
}

/** The means of the categories have a table of their own. */
export function stepsInList(row: TallyRow): readonly ExplanationStep[] {
  return row.explanation.filter(({ key }) => !key.startsWith('explain-category'));
}

/** Whether the panel still has to decide the preference of this row. */
export function isPreferenceOpen(view: Pick<TallyView, 'openTies'>, row: TallyRow): boolean {
  const tied = view.openTies.some((ids) => ids.includes(row.dossierId));
  return tied && row.preference.proposed && row.preference.confirmed === null;
}

/** What decided a tie, in words; null without a tie. */
export function tieWords(t: Text, tie: string | null, categoryName: (id: string) => string): string | null {
  if (tie === null) return null;
  const [kind, category = ''] = tie.split(':');
  if (kind === 'category') return t('results.tieCategory', { name: categoryName(category) });
  if (kind === 'preference') return t('results.tiePreference');
  return kind === 'vote' ? t('results.tieVote') : t('results.tieShared');
}

const markKeys = {
  counted: 'results.markCounted',
  dropped: 'results.markDropped',
  recused: 'results.markRecused',
  absent: 'results.markAbsent',
  missing: 'results.markMissing',
  incomplete: 'results.markIncomplete',
} as const;

export function markWords(t: Text, sheet: SheetLine): string {
  return t(markKeys[sheet.mark]);
}

/** 畸高 or 畸低 with the deviation in percent; null without a warning. */
export function deviationWords(t: Text, deviation: string | null): string | null {
  if (deviation === null) return null;
  const low = deviation.startsWith('-');
  const percent = deviation.replace(/^[-+]/, '');
  return t(low ? 'results.deviationLow' : 'results.deviationHigh', { percent });
}
