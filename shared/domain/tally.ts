import { aggregate, type Aggregated } from './aggregate.ts';
import { compareIds } from './bytes-order.ts';
import type { CompiledScheme } from './compiled-scheme.ts';
import { countSheets, type CountedSheets } from './counted-sheets.ts';
import { formatFraction, sum, type Fraction } from './fraction.ts';
import { rank, type Placed } from './rank.ts';
import { formatRounded, roundFraction } from './rounding.ts';
import type { DossierResult, TallyInput, TallyResult } from './tally-types.ts';

/** One dossier after the arithmetic and before the ranking. */
export interface Computed {
  readonly sheets: CountedSheets;
  /** Null without a counted sheet. */
  readonly aggregated: Aggregated | null;
  /** The value before the final rounding; with `point: category` the sum of rounded categories. */
  readonly exact: Fraction | null;
  readonly published: Fraction | null;
}

/**
 * 启封汇总: scores and ranks of all dossiers, the one calculation behind screen, minutes, workbook and
 * `panel tally`. Linear in the number of scores. Throws TallyInputError when sheets break the scheme.
 */
export function tally(input: TallyInput): TallyResult {
  const computed = countSheets(input).map((sheets) => computeDossier(input.scheme, sheets));
  const ineligible = new Set(input.review?.ineligible ?? []);
  const places = placeDossiers(input, computed, ineligible);
  const results = computed.map((dossier) => {
    const { dossier: id } = dossier.sheets;
    return describe(input.scheme, dossier, places.get(id), ineligible.has(id));
  });
  return { dossiers: results.sort(listingOrder) };
}

/** The arithmetic of one dossier. */
export function computeDossier(scheme: CompiledScheme, sheets: CountedSheets): Computed {
  if (sheets.members.length === 0) return { sheets, aggregated: null, exact: null, published: null };
  const { places, mode, point } = scheme.rules.rounding;
  const aggregated = aggregate(scheme, sheets);
  const exact =
    point === 'end'
      ? aggregated.total
      : sum(aggregated.categories.map((value) => roundFraction(value, places, mode)));
  return { sheets, aggregated, exact, published: roundFraction(exact, places, mode) };
}

function placeDossiers(
  input: TallyInput,
  computed: readonly Computed[],
  ineligible: ReadonlySet<string>,
): ReadonlyMap<string, Placed> {
  const { rankOn, ties } = input.scheme.rules;
  const candidates = computed.flatMap(({ sheets, aggregated, exact, published }) => {
    const value = rankOn === 'exact' ? exact : published;
    if (value === null || aggregated === null || ineligible.has(sheets.dossier)) return [];
    return [{ id: sheets.dossier, value, categories: aggregated.categories }];
  });
  const facts = { preferred: new Set(input.review?.preferred ?? []), votes: input.review?.votes ?? [] };
  return rank(candidates, ties, facts);
}

function describe(
  scheme: CompiledScheme,
  { sheets, aggregated, exact }: Computed,
  placed: Placed | undefined,
  ineligible: boolean,
): DossierResult {
  const { places, mode } = scheme.rules.rounding;
  const provisional = sheets.members.length < scheme.rules.quorum || sheets.missing.length > 0;
  return {
    id: sheets.dossier,
    rank: placed?.rank ?? null,
    score: exact === null ? null : formatRounded(exact, places, mode),
    exact: exact === null ? null : formatFraction(exact),
    members: sheets.members.length,
    status: provisional ? 'provisional' : 'final',
    categories: scheme.categories.map(({ id }, index) => {
      const value = aggregated?.categories[index];
      return value === undefined
        ? { id, mean: null, exact: null }
        : { id, mean: formatRounded(value, places, mode), exact: formatFraction(value) };
    }),
    notes: sheets.notes,
    ineligible,
    tie: placed?.tie ?? null,
  };
}

/** Ranked ones by rank, then ineligible ones, then those without a score; by id inside each. */
function listingOrder(left: DossierResult, right: DossierResult): number {
  return (
    Number(left.score === null) - Number(right.score === null) ||
    Number(left.rank === null) - Number(right.rank === null) ||
    (left.rank ?? 0) - (right.rank ?? 0) ||
    compareIds(left.id, right.id)
  );
}
