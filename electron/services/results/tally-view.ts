import type { DossierExplanation } from '../../../shared/domain/explain.ts';
import { explain } from '../../../shared/domain/explain.ts';
import { explainRules } from '../../../shared/domain/explain-rules.ts';
import { distinctTexts } from '../../../shared/domain/distinct-text.ts';
import { parseFraction } from '../../../shared/domain/fraction.ts';
import { select } from '../../../shared/domain/selection.ts';
import { twoPlacesText } from '../../../shared/domain/total-text.ts';
import { tally } from '../../../shared/domain/tally.ts';
import {
  TallyInputError,
  type DossierResult,
  type TallyInput,
  type TallyResult,
} from '../../../shared/domain/tally-types.ts';
import { AppError } from '../../../shared/api/problem.ts';
import type { TallyRow, TallyView } from '../../../shared/schema/result.ts';
import { resultHashOf } from './result-hash.ts';
import { tallyInput, type Round } from './round.ts';
import { memberLabel, namedStep } from './words.ts';

/** The result of an opened review: the facts, the numbers, why they are so, and the view of them. */
export interface ReviewResult {
  readonly round: Round;
  readonly result: TallyResult;
  readonly explanations: ReadonlyMap<string, DossierExplanation>;
  readonly view: TallyView;
}

/** @throws AppError `data-corrupt` when the sheets break the frozen scheme */
export function computeResult(round: Round): ReviewResult {
  const input = tallyInput(round);
  const result = countedOrRefused(input);
  const explanations = new Map(explain(input, result).map((entry) => [entry.id, entry]));
  const shown = shownTexts(round, result);
  const rows = result.dossiers.map((dossier) =>
    rowOf(round, dossier, explanations.get(dossier.id), shown.get(dossier.id) ?? null),
  );
  const view: TallyView = {
    rows,
    rules: explainRules(round.scheme).map((step) => shownStep(round, step)),
    provisional: rows.some(({ status, ineligible }) => status === 'provisional' && !ineligible),
    resultHash: resultHashOf(round, result),
    openedMs: round.opening.opened_ms,
    openTies: openTies(round, result),
    selection: selectionOf(round, result),
    votes: round.votes.map(({ dossierIds, note, atMs }) => ({ dossierIds: [...dossierIds], note, atMs })),
  };
  return { round, result, explanations, view };
}

/** The last vote that orders exactly the dossiers tied on the last place of the quota; null without one. */
export function borderVote(round: Round, result: TallyResult): readonly string[] | null {
  const open = select(round.scheme, result)?.openTie ?? [];
  const border = [...open].toSorted().join('\n');
  const vote = round.votes.find(({ dossierIds }) => [...dossierIds].toSorted().join('\n') === border);
  return vote?.dossierIds ?? null;
}

/** 入选 by pass mark and quota; a vote counts when it orders exactly the dossiers tied on the last place. */
function selectionOf(round: Round, result: TallyResult): TallyView['selection'] {
  const decided = select(round.scheme, result, borderVote(round, result));
  if (decided === null) return null;
  const { passMark, quota, dossiers, openTie, openPlaces } = decided;
  return {
    passMark,
    quota,
    openTie: [...openTie],
    openPlaces,
    dossiers: dossiers.map(({ id, selected, reason }) => ({ dossierId: id, selected, reason })),
  };
}

function countedOrRefused(input: TallyInput): TallyResult {
  try {
    return tally(input);
  } catch (error) {
    if (error instanceof TallyInputError) throw new AppError('data-corrupt', { detail: error.message });
    throw error;
  }
}

function shownTexts(round: Round, result: TallyResult): ReadonlyMap<string, string> {
  const { places, mode } = round.scheme.rules.rounding;
  const scored = result.dossiers.flatMap(({ id, exact }) =>
    exact === null ? [] : [{ id, exact: parseFraction(exact) }],
  );
  const texts = distinctTexts(
    scored.map(({ exact }) => exact),
    places,
    mode,
  );
  return new Map(scored.map(({ id }, index) => [id, texts[index] ?? '']));
}

function rowOf(
  round: Round,
  dossier: DossierResult,
  explanation: DossierExplanation | undefined,
  shown: string | null,
): TallyRow {
  const facts = round.dossiers.find(({ row }) => row.id === dossier.id);
  if (facts === undefined || explanation === undefined) throw new Error(`no facts of ${dossier.id}`);
  const { row, preferenceProposed, preferenceConfirmed, ineligible } = facts;
  return {
    dossierId: row.id,
    number: row.number,
    name: row.name,
    rank: dossier.rank,
    score: dossier.score,
    exact: dossier.exact,
    shown,
    members: dossier.members,
    status: dossier.status,
    ineligible,
    tie: tieName(round, dossier),
    preference: {
      proposed: preferenceProposed,
      confirmed: preferenceConfirmed,
      reason: row.preference_reason,
    },
    categories: dossier.categories.map(({ id, mean, exact }) => ({ id, mean, exact })),
    sheets: sheetsOf(round, row.id, explanation),
    explanation: explanation.steps.map((step) => shownStep(round, step)),
  };
}

/** One entry a member, in the order of seating. */
function sheetsOf(round: Round, dossierId: string, explanation: DossierExplanation): TallyRow['sheets'] {
  const paper = new Set(
    round.sheets.filter((sheet) => sheet.paper && sheet.dossierId === dossierId).map(({ seatId }) => seatId),
  );
  const lines = new Map(explanation.members.map((line) => [line.member, line]));
  const notes = new Map(
    round.deviationNotes.filter((row) => row.dossier_id === dossierId).map((row) => [row.seat_id, row.text]),
  );
  return round.members.map((seat) => {
    const line = lines.get(seat.id);
    return {
      seatId: seat.id,
      label: memberLabel(round.scheme, seat),
      total: line === undefined || line.total === null ? null : twoPlacesText(line.total),
      categories: (line?.categories ?? []).map((value) => (value === null ? null : twoPlacesText(value))),
      mark: line?.mark ?? 'missing',
      paper: paper.has(seat.id),
      deviation: line?.deviation?.warned === true ? line.deviation.percent : null,
      deviationNote: notes.get(seat.id) ?? '',
    };
  });
}

/** The step of the ladder that decided a tie, e.g. `preference`, `category:basic`, `shared`. */
function tieName(round: Round, { tie }: DossierResult): string | null {
  if (tie === null) return null;
  if (tie.sharedWith.length > 1) return 'shared';
  const step = round.scheme.rules.ties[tie.decidedBy.at(-1) ?? -1];
  if (step === undefined) return 'shared';
  return step.kind === 'category'
    ? `category:${round.scheme.categories[step.category]?.id ?? ''}`
    : step.kind;
}

/**
 * Groups of equal value in which a preference is proposed and not decided; only where the scheme's ladder
 * asks for preference and only if it could tell them apart.
 */
function openTies(round: Round, result: TallyResult): string[][] {
  if (!round.scheme.rules.ties.some(({ kind }) => kind === 'preference')) return [];
  const facts = new Map(round.dossiers.map((dossier) => [dossier.row.id, dossier]));
  const isOpen = (id: string): boolean => {
    const dossier = facts.get(id);
    return dossier?.preferenceProposed === true && dossier.preferenceConfirmed === null;
  };
  const groups = new Map<string, readonly string[]>();
  for (const { tie } of result.dossiers) if (tie !== null) groups.set(tie.with.join('\n'), tie.with);
  return [...groups.values()].filter((ids) => ids.some(isOpen)).map((ids) => [...ids]);
}

function shownStep(round: Round, step: Parameters<typeof namedStep>[1]): TallyView['rules'][number] {
  const { key, values } = namedStep(round, step);
  return { key, values: { ...values } };
}
