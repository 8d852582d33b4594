import type { Hundredths } from './decimal.ts';
import type { Fraction } from './fraction.ts';
import type { Aggregate, Band, Rounding, Scheme } from './scheme.ts';

/** A scheme after every check: numbers parsed, defaults filled in, ids turned into positions. */
export interface CompiledScheme {
  readonly source: Scheme;
  readonly title: string;
  readonly total: Fraction;
  readonly categories: readonly CompiledCategory[];
  /** All items in the order of the scheme; a sheet's scores stand in this order. */
  readonly items: readonly CompiledItem[];
  readonly itemIndex: ReadonlyMap<string, number>;
  readonly rules: CompiledRules;
  /** 畸高畸低 in percent of the panel mean; null when switched off. */
  readonly deviation: Fraction | null;
  /** Null when the scheme names neither a pass mark nor a quota. */
  readonly selection: CompiledSelection | null;
}

export interface CompiledSelection {
  readonly passMark: Fraction | null;
  readonly quota: number | null;
}

export interface CompiledCategory {
  readonly id: string;
  readonly name: string;
  readonly cap: Fraction;
  readonly weight: Fraction;
  /** Position of the category's first item in `items`, and how many items it has. */
  readonly first: number;
  readonly count: number;
  /** weight × weightUnit, a whole number; see `CompiledRules.weightUnit`. */
  readonly scaledWeight: bigint;
}

export interface CompiledItem {
  readonly id: string;
  readonly name: string;
  /** Position of its category. */
  readonly category: number;
  /** The cap as the scheme writes it. */
  readonly capText: string;
  /** The highest score, in whole hundredths not above the cap. */
  readonly cap: Hundredths;
  readonly step: Hundredths;
  readonly bands: readonly Band[];
}

export type CompiledTieStep =
  | { readonly kind: 'preference' }
  | { readonly kind: 'category'; readonly category: number }
  | { readonly kind: 'vote' }
  | { readonly kind: 'shared' };

export interface CompiledRules {
  readonly aggregate: Aggregate;
  readonly rounding: Rounding;
  readonly rankOn: 'exact' | 'published';
  readonly ties: readonly CompiledTieStep[];
  readonly quorum: number;
  /** Common denominator of all weights: a total in units of 1 / (100 × weightUnit) points is whole. */
  readonly weightUnit: bigint;
}

/** One wrong place of a scheme; the same shape as the contract's `ProblemPlace`. */
export interface SchemeProblem {
  /** Dotted path into scheme.json, e.g. `categories.0.items.1.cap`; empty for the whole. */
  readonly path: string;
  readonly reason: SchemeReason;
  readonly values?: Readonly<Record<string, string | number>> | undefined;
}

export type SchemeReason =
  | 'scheme-decimal'
  | 'scheme-not-positive'
  | 'scheme-step'
  | 'scheme-step-over-cap'
  | 'scheme-id-empty'
  | 'scheme-id-repeated'
  | 'scheme-no-categories'
  | 'scheme-no-items'
  | 'scheme-category-sum'
  | 'scheme-total-sum'
  | 'scheme-band-range'
  | 'scheme-band-hole'
  | 'scheme-band-overlap'
  | 'scheme-places'
  | 'scheme-rounding-mode'
  | 'scheme-rounding-point'
  | 'scheme-rank-on'
  | 'scheme-aggregate'
  | 'scheme-trim-count'
  | 'scheme-trim-scope'
  | 'scheme-trim-minimum'
  | 'scheme-median-point'
  | 'scheme-tie-unknown'
  | 'scheme-tie-category'
  | 'scheme-tie-shared-last'
  | 'scheme-quorum'
  | 'scheme-deviation'
  | 'scheme-quota'
  | 'scheme-pass-mark-over-total';

export type CompileOutcome =
  | { readonly ok: true; readonly scheme: CompiledScheme }
  | { readonly ok: false; readonly problems: readonly SchemeProblem[] };
