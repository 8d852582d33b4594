import { compareIds } from './bytes-order.ts';
import type { CompiledScheme } from './compiled-scheme.ts';
import { compare, exactDecimal, parseFraction } from './fraction.ts';
import { parseDecimal } from './decimal.ts';
import type { DossierResult, TallyResult } from './tally-types.ts';

/** Keys of `shared/text`: why a dossier is or isn't selected. */
export type SelectionReason =
  | 'selection-in'
  | 'selection-in-by-vote'
  | 'selection-out-by-vote'
  | 'selection-below-pass-mark'
  | 'selection-beyond-quota'
  | 'selection-open-tie'
  | 'selection-ineligible'
  | 'selection-provisional'
  | 'selection-no-score';

export interface SelectedDossier {
  readonly id: string;
  readonly selected: boolean;
  readonly reason: SelectionReason;
}

/** JSON-safe. */
export interface Selection {
  /** The rule as exact decimal text and count; null where it sets none. */
  readonly passMark: string | null;
  readonly quota: number | null;
  /** In the order of the tally. */
  readonly dossiers: readonly SelectedDossier[];
  /** Dossiers tied on the last place(s) of the quota, by id; empty when nothing is open. */
  readonly openTie: readonly string[];
  /** How many of `openTie` the panel's vote has to choose. */
  readonly openPlaces: number;
  /** A recorded vote that doesn't order exactly the tied dossiers decides nothing. */
  readonly voteProblem: 'selection-vote-names' | null;
  /** A dossier with a score is provisional, so the list can't be signed. */
  readonly provisional: boolean;
}

/** Dossiers on the border of the quota, and how many places are left for them. */
interface Border {
  readonly ids: readonly string[];
  readonly places: number;
}

/**
 * 入选: rank within the quota and value at least the pass mark, on the value that `rankOn` names. An ineligible
 * or provisional dossier is never selected; a provisional one keeps its place, which nobody moves up into.
 * A tie on the last place is never broken silently: it stays open until `vote`, the recorded order of exactly
 * those dossiers (best first), decides. Null when the scheme names neither a pass mark nor a quota.
 */
export function select(
  scheme: CompiledScheme,
  result: TallyResult,
  vote: readonly string[] | null = null,
): Selection | null {
  if (scheme.selection === null) return null;
  const { passMark, quota } = scheme.selection;
  const passes = (dossier: DossierResult) => reachesPassMark(scheme, dossier);
  const border = findBorder(result, quota, passes);
  const decided = vote !== null && border !== null && namesExactly(vote, border.ids);
  const winners = new Set(decided ? vote.slice(0, border.places) : []);
  const tied = new Set(border?.ids);
  const dossiers = result.dossiers.map((dossier): SelectedDossier => {
    const reason = judge(dossier);
    return {
      id: dossier.id,
      selected: reason === 'selection-in' || reason === 'selection-in-by-vote',
      reason,
    };
  });
  const open = border !== null && !decided;
  return {
    passMark: passMark === null ? null : exactDecimal(passMark),
    quota,
    dossiers,
    openTie: open ? border.ids : [],
    openPlaces: open ? border.places : 0,
    voteProblem: vote === null || decided ? null : 'selection-vote-names',
    provisional: result.dossiers.some(({ rank, status }) => rank !== null && status === 'provisional'),
  };

  function judge(dossier: DossierResult): SelectionReason {
    if (dossier.ineligible) return 'selection-ineligible';
    if (dossier.rank === null) return 'selection-no-score';
    if (dossier.status === 'provisional') return 'selection-provisional';
    if (!passes(dossier)) return 'selection-below-pass-mark';
    if (tied.has(dossier.id)) {
      if (!decided) return 'selection-open-tie';
      return winners.has(dossier.id) ? 'selection-in-by-vote' : 'selection-out-by-vote';
    }
    return quota !== null && dossier.rank > quota ? 'selection-beyond-quota' : 'selection-in';
  }
}

/** Compared on the exact value or on the printed one, like the ranks. Without a pass mark everybody passes. */
function reachesPassMark(scheme: CompiledScheme, { exact, score }: DossierResult): boolean {
  const passMark = scheme.selection?.passMark ?? null;
  if (exact === null || score === null) return false;
  if (passMark === null) return true;
  const value = scheme.rules.rankOn === 'exact' ? parseFraction(exact) : parseDecimal(score);
  return value !== null && compare(value, passMark) >= 0;
}

/** Those who share a rank that begins within the quota and ends beyond it; equal values pass or fail together. */
function findBorder(
  result: TallyResult,
  quota: number | null,
  passes: (dossier: DossierResult) => boolean,
): Border | null {
  if (quota === null) return null;
  const groups = Map.groupBy(
    result.dossiers.filter(({ rank }) => rank !== null),
    ({ rank }) => rank ?? 0,
  );
  for (const [rank, group] of groups) {
    if (rank <= quota && rank + group.length - 1 > quota && group.every(passes)) {
      return { ids: group.map(({ id }) => id).sort(compareIds), places: quota - rank + 1 };
    }
  }
  return null;
}

function namesExactly(vote: readonly string[], ids: readonly string[]): boolean {
  const named = new Set(vote);
  return vote.length === ids.length && named.size === ids.length && ids.every((id) => named.has(id));
}
