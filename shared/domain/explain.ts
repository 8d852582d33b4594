import { aggregateLabel } from './explain-rules.ts';
import { memberTotals } from './aggregate.ts';
import { compareIds } from './bytes-order.ts';
import { countSheets, type CountedSheets } from './counted-sheets.ts';
import { deviations, type Deviation } from './deviation.ts';
import { exactDecimal, fraction, formatFraction } from './fraction.ts';
import { computeDossier, type Computed } from './tally.ts';
import type { DossierResult, DroppedValue, TallyInput, TallyResult } from './tally-types.ts';

/** One sentence of an explanation: a key of `shared/text` (subject `explain`) with its values. */
export interface ExplanationStep {
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
}

export type SheetMark = 'counted' | 'dropped' | 'recused' | 'absent' | 'missing' | 'incomplete';

export interface MemberLine {
  readonly member: string;
  /** `dropped`: the whole sheet was set aside; parts set aside are in `dropped` with mark `counted`. */
  readonly mark: SheetMark;
  /** Weighted total and category values as exact decimal texts; null when not counted. */
  readonly total: string | null;
  readonly categories: readonly (string | null)[];
  readonly dropped: readonly DroppedValue[];
  readonly deviation: Deviation | null;
}

export interface DossierExplanation {
  readonly id: string;
  /** Everybody who is seated or has a sheet, by id. */
  readonly members: readonly MemberLine[];
  readonly steps: readonly ExplanationStep[];
}

/** Why each number is what it is, in the order of `result.dossiers`. Same input as `tally`. */
export function explain(input: TallyInput, result: TallyResult): readonly DossierExplanation[] {
  const counted = new Map(countSheets(input).map((sheets) => [sheets.dossier, sheets]));
  return result.dossiers.flatMap((dossier) => {
    const sheets = counted.get(dossier.id);
    return sheets === undefined ? [] : [explainDossier(input, dossier, sheets)];
  });
}

function explainDossier(
  input: TallyInput,
  dossier: DossierResult,
  sheets: CountedSheets,
): DossierExplanation {
  const computed = computeDossier(input.scheme, sheets);
  const members = memberLines(input, sheets, computed);
  return { id: dossier.id, members, steps: explanationSteps(input, dossier, computed, members) };
}

function memberLines(input: TallyInput, sheets: CountedSheets, computed: Computed): readonly MemberLine[] {
  const { scheme } = input;
  const unit = 100n * scheme.rules.weightUnit;
  const totals = memberTotals(scheme, sheets).map((total) => fraction(total, unit));
  const offsets = deviations(totals, scheme.deviation);
  const droppedOf = Map.groupBy(computed.aggregated?.dropped ?? [], ({ member }) => member);
  const lines = sheets.members.map((member, index): MemberLine => {
    const dropped = droppedOf.get(member) ?? [];
    return {
      member,
      mark: dropped.some(({ scope }) => scope === 'sheet') ? 'dropped' : 'counted',
      total: exactDecimal(totals[index] ?? fraction(0n)),
      categories: scheme.categories.map((category, place) =>
        exactDecimal(fraction(BigInt(sheets.sums[index]?.[place] ?? 0) * category.scaledWeight, unit)),
      ),
      dropped,
      deviation: offsets[index] ?? null,
    };
  });
  const named = new Set(sheets.members);
  for (const [member, mark] of uncounted(sheets)) {
    if (named.has(member)) continue;
    named.add(member);
    const categories = scheme.categories.map(() => null);
    lines.push({ member, mark, total: null, categories, dropped: [], deviation: null });
  }
  return lines.sort((left, right) => compareIds(left.member, right.member));
}

/** The strongest reason first: a recusal explains more than a missing sheet. */
function uncounted(sheets: CountedSheets): readonly (readonly [string, SheetMark])[] {
  return (['recused', 'incomplete', 'absent', 'missing'] as const).flatMap((mark) =>
    sheets[mark].map((member) => [member, mark] as const),
  );
}

function explanationSteps(
  input: TallyInput,
  dossier: DossierResult,
  { aggregated, exact }: Computed,
  members: readonly MemberLine[],
): readonly ExplanationStep[] {
  const { scheme } = input;
  const { places, mode, point } = scheme.rules.rounding;
  const named = (mark: SheetMark) => members.filter((line) => line.mark === mark).map(({ member }) => member);
  const steps: ExplanationStep[] = [];
  for (const mark of ['recused', 'absent', 'missing', 'incomplete'] as const) {
    const list = named(mark);
    if (list.length > 0) steps.push({ key: `explain-${mark}`, values: { members: list.join(', ') } });
  }
  if (aggregated === null || exact === null) return [...steps, { key: 'explain-no-sheet', values: {} }];
  steps.push({ key: 'explain-counted', values: { count: dossier.members } });
  steps.push(...aggregated.dropped.map(droppedStep));
  for (const [index, category] of scheme.categories.entries()) {
    const value = dossier.categories[index];
    const values = { name: category.name, exact: value?.exact ?? '', mean: value?.mean ?? '' };
    steps.push({ key: point === 'category' ? 'explain-category-rounded' : 'explain-category', values });
  }
  const values = { exact: formatFraction(exact), places, score: dossier.score ?? '' };
  steps.push({ key: aggregateLabel(scheme), values }, { key: `explain-rounded-${mode}`, values });
  return [...steps, ...placeSteps(input, dossier)];
}

function droppedStep({ member, side, scope, place }: DroppedValue): ExplanationStep {
  return { key: `explain-dropped-${side}-${scope}`, values: { member, place: place ?? '' } };
}

function placeSteps(input: TallyInput, dossier: DossierResult): readonly ExplanationStep[] {
  const steps: ExplanationStep[] = [];
  if (dossier.ineligible) steps.push({ key: 'explain-ineligible', values: {} });
  if (dossier.status === 'provisional') {
    steps.push({
      key: 'explain-provisional',
      values: { count: dossier.members, quorum: input.scheme.rules.quorum },
    });
  }
  if (dossier.tie === null) return steps;
  steps.push({ key: 'explain-tied', values: { dossiers: dossier.tie.with.join(', ') } });
  for (const position of dossier.tie.decidedBy) {
    const step = input.scheme.rules.ties[position];
    if (step === undefined) continue;
    const name = step.kind === 'category' ? (input.scheme.categories[step.category]?.name ?? '') : '';
    steps.push({ key: `explain-tie-${step.kind}`, values: { name } });
  }
  if (dossier.tie.sharedWith.length > 1) {
    const values = { dossiers: dossier.tie.sharedWith.join(', '), rank: dossier.rank ?? '' };
    steps.push({ key: 'explain-tie-shared', values });
  }
  return steps;
}
