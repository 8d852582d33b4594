import { countSheets, type CountedSheets } from './counted-sheets.ts';
import { parseFraction, compare } from './fraction.ts';
import { tally } from './tally.ts';
import type { DossierResult, TallyInput, TallyResult } from './tally-types.ts';

/** Keys of `shared/text`: what the members who scored both dossiers say. */
export type RecusalOutcome =
  | 'recusal-check-same'
  | 'recusal-check-reversed'
  | 'recusal-check-tied'
  | 'recusal-check-separated'
  | 'recusal-check-nobody';

/** JSON-safe: one neighbouring pair of the ranking that different members scored. */
export interface RecusalCheck {
  readonly upper: string;
  readonly lower: string;
  /** Members who scored both, by id. */
  readonly common: readonly string[];
  /** The scores under the scheme's own rule from the common members alone; null without any. */
  readonly upperScore: string | null;
  readonly lowerScore: string | null;
  readonly outcome: RecusalOutcome;
  /** The order differs, so a recusal or an absence may have decided it. */
  readonly flagged: boolean;
}

/**
 * 回避检查: neighbours in the ranking that weren't scored by the same members are compared once more on those
 * who scored both. A lenient or strict member who is missing on one side can turn the order.
 */
export function checkRecusals(input: TallyInput, result: TallyResult): readonly RecusalCheck[] {
  const counted = new Map(countSheets(input).map((sheets) => [sheets.dossier, sheets]));
  const ranked = result.dossiers.filter(({ rank }) => rank !== null);
  return ranked.slice(1).flatMap((lower, index) => {
    const upper = ranked[index];
    const [above, below] = [counted.get(upper?.id ?? ''), counted.get(lower.id)];
    if (upper === undefined || above === undefined || below === undefined) return [];
    if (above.members.join('\n') === below.members.join('\n')) return [];
    return [checkPair(input, upper, lower, commonMembers(above, below))];
  });
}

function commonMembers(left: CountedSheets, right: CountedSheets): readonly string[] {
  const others = new Set(right.members);
  return left.members.filter((member) => others.has(member));
}

function checkPair(
  input: TallyInput,
  upper: DossierResult,
  lower: DossierResult,
  common: readonly string[],
): RecusalCheck {
  const pair = { upper: upper.id, lower: lower.id, common };
  const { scheme } = input;
  const dossiers = [upper.id, lower.id];
  const sheets = input.sheets.filter(
    (sheet) => dossiers.includes(sheet.dossier) && common.includes(sheet.member),
  );
  const again = new Map(tally({ scheme, dossiers, sheets }).dossiers.map((dossier) => [dossier.id, dossier]));
  const [first, second] = [again.get(upper.id), again.get(lower.id)];
  const scores = { upperScore: first?.score ?? null, lowerScore: second?.score ?? null };
  const order = compareResults(scheme.rules.rankOn, first, second);
  if (order === null) return { ...pair, ...scores, outcome: 'recusal-check-nobody', flagged: false };
  const before = compareResults(scheme.rules.rankOn, upper, lower);
  const outcome = judge(before ?? 0, order);
  return { ...pair, ...scores, outcome, flagged: outcome !== 'recusal-check-same' };
}

/** On the value that the scheme ranks on; null when one of them has none. */
function compareResults(
  rankOn: 'exact' | 'published',
  left: DossierResult | undefined,
  right: DossierResult | undefined,
): number | null {
  const [exact, otherExact] = [left?.exact ?? null, right?.exact ?? null];
  if (exact === null || otherExact === null) return null;
  // Rounding never turns an order, so different printed values are ordered like the exact ones.
  if (rankOn === 'published' && left?.score === right?.score) return 0;
  return compare(parseFraction(exact), parseFraction(otherExact));
}

/** Before: the upper one is above (1) or has the same value (0). */
function judge(before: number, common: number): RecusalOutcome {
  if (before === common) return 'recusal-check-same';
  if (before === 0) return 'recusal-check-separated';
  return common === 0 ? 'recusal-check-tied' : 'recusal-check-reversed';
}
