import type { CompiledScheme } from './compiled-scheme.ts';
import type { TrimScope } from './scheme.ts';
import type { Sheet } from './sheet.ts';

/** What belongs to the round and not to the scheme (review.json without `members`). */
export interface ReviewFacts {
  readonly preferred?: readonly string[] | undefined;
  readonly ineligible?: readonly string[] | undefined;
  /** Each vote is an order of tied dossiers, best first. */
  readonly votes?: readonly (readonly string[])[] | undefined;
  /** Pairs of member and dossier. */
  readonly recused?: readonly (readonly [string, string])[] | undefined;
  readonly absent?: readonly (readonly [string, string])[] | undefined;
}

export interface TallyInput {
  readonly scheme: CompiledScheme;
  /** Ids of the dossiers to be listed, in any order. */
  readonly dossiers: readonly string[];
  /** Seated members. Without it a missing sheet can't be noticed. */
  readonly members?: readonly string[] | undefined;
  /** Submitted sheets in any order, at most one for each member × dossier. Incomplete ones aren't counted. */
  readonly sheets: readonly Sheet[];
  readonly review?: ReviewFacts | undefined;
}

/** JSON-safe: exact values are fraction texts ("262/3"), published ones decimal texts. */
export interface TallyResult {
  /** By rank, then id; ineligible ones after the ranked, those without a counted sheet last. */
  readonly dossiers: readonly DossierResult[];
}

export interface DossierResult {
  readonly id: string;
  readonly rank: number | null;
  readonly score: string | null;
  readonly exact: string | null;
  /** Counted members, before trimming. */
  readonly members: number;
  readonly status: 'final' | 'provisional';
  readonly categories: readonly CategoryResult[];
  readonly notes: readonly string[];
  readonly ineligible: boolean;
  /** Set when other dossiers had the same value: which step of the ladder told them apart. */
  readonly tie: TieTrace | null;
}

export interface CategoryResult {
  readonly id: string;
  /** Rounded and exact weighted value. */
  readonly mean: string | null;
  readonly exact: string | null;
}

export interface TieTrace {
  /** All dossiers with the same value, this one included, by id. */
  readonly with: readonly string[];
  /** Positions in `rules.ties` of the steps that separated this dossier from others of the group. */
  readonly decidedBy: readonly number[];
  /** Dossiers that still share the rank after the ladder; alone when only this one. */
  readonly sharedWith: readonly string[];
}

/** A value set aside by the trim. `place` is null, the category's id or the item's id, by scope. */
export interface DroppedValue {
  readonly member: string;
  readonly side: 'high' | 'low';
  readonly scope: TrimScope;
  readonly place: string | null;
}

/** Thrown when sheets break the scheme or the round: never computed around. */
export class TallyInputError extends Error {
  readonly reason: string;
  constructor(reason: string, detail: string) {
    super(`${reason}: ${detail}`);
    this.name = 'TallyInputError';
    this.reason = reason;
  }
}
