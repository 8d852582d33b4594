/**
 * 假设分析, for secretary and chair only: what another usual rule, or the absence of one member, would have
 * changed. Every number comes from `tally`; nothing here is a result.
 */
import { agreement, type Agreement } from './agreement.ts';
import { compareIds } from './bytes-order.ts';
import type { CompiledScheme } from './compiled-scheme.ts';
import { markTable, totalsByDossier } from './mark-table.ts';
import { checkRecusals, type RecusalCheck } from './recusal-check.ts';
import type { Aggregate } from './scheme.ts';
import { select } from './selection.ts';
import { spreads, strictness, type DossierSpread, type MemberStrictness } from './spread.ts';
import { tally } from './tally.ts';
import type { TallyInput, TallyResult } from './tally-types.ts';

/** A rank that would be another one. Null: no rank, because nothing of the dossier is left to count. */
export interface MovedDossier {
  readonly id: string;
  readonly rank: number | null;
  readonly otherRank: number | null;
}

export type VariantKey = 'what-if-mean' | 'what-if-trimmed' | 'what-if-median' | 'what-if-without';

export interface Variant {
  /** Key of `shared/text`; `member` fills its place. */
  readonly key: VariantKey;
  readonly member: string | null;
  /** The scheme already computes so: nothing can change. */
  readonly ownRule: boolean;
  /** Dossiers whose rank would change, in the order of the result. */
  readonly moved: readonly MovedDossier[];
  readonly firstChanged: boolean;
  /** Dossiers that would enter or leave the selection, or the open tie on its last place, by id. */
  readonly entering: readonly string[];
  readonly leaving: readonly string[];
  /** Key of `shared/text` that sums it up. */
  readonly outcome: 'what-if-same' | 'what-if-order' | 'what-if-cut-off';
}

/** JSON-safe. */
export interface WhatIf {
  readonly variants: readonly Variant[];
  readonly spreads: readonly DossierSpread[];
  readonly strictness: readonly MemberStrictness[];
  readonly agreement: Agreement;
  readonly recusals: readonly RecusalCheck[];
}

const USUAL_RULES: readonly { readonly key: VariantKey; readonly aggregate: Aggregate }[] = [
  { key: 'what-if-mean', aggregate: 'mean' },
  {
    key: 'what-if-trimmed',
    // One high and one low sheet, from three sheets on: the least that leaves somebody.
    aggregate: { trimmed: { high: 1, low: 1, scope: 'sheet', minimumMembers: 3 } },
  },
  { key: 'what-if-median', aggregate: 'median' },
];

/**
 * `vote` is the recorded order of a tie on the last place. Quorum and missing sheets are left out of the
 * comparison, because without one member they would hide what the question is about. Throws as `tally` does.
 */
export function whatIf(input: TallyInput, vote: readonly string[] | null = null): WhatIf {
  const totals = totalsByDossier(input);
  const table = markTable(totals);
  const base = standing(input, vote);
  const rules = USUAL_RULES.map(({ key, aggregate }) => {
    const ownRule = sameRule(aggregate, input.scheme.rules.aggregate);
    const other = ownRule ? base : standing({ ...input, scheme: withRule(input.scheme, aggregate) }, vote);
    return { key, member: null, ownRule, ...difference(base, other) };
  });
  const members = table.members.map((member) => ({
    key: 'what-if-without' as const,
    member,
    ownRule: false,
    ...difference(base, standing(without(input, member), vote)),
  }));
  return {
    variants: [...rules, ...members],
    spreads: spreads(input.scheme, totals),
    strictness: strictness(totals),
    agreement: agreement(table),
    recusals: checkRecusals(input, base.result),
  };
}

interface Standing {
  readonly result: TallyResult;
  /** Selected ones; with an open tie on the last place, those who stand in it too. */
  readonly above: ReadonlySet<string>;
}

function standing(input: TallyInput, vote: readonly string[] | null): Standing {
  const result = tally(input);
  const settled = result.dossiers.map((dossier) => ({ ...dossier, status: 'final' as const }));
  const selection = select(input.scheme, { dossiers: settled }, vote);
  const selected = selection?.dossiers.filter((dossier) => dossier.selected).map(({ id }) => id) ?? [];
  return { result, above: new Set([...selected, ...(selection?.openTie ?? [])]) };
}

/** Medians of categories don't add up, so rounding then happens once, at the end. */
function withRule(scheme: CompiledScheme, aggregate: Aggregate): CompiledScheme {
  const { rounding } = scheme.rules;
  const point = aggregate === 'median' ? 'end' : rounding.point;
  return { ...scheme, rules: { ...scheme.rules, aggregate, rounding: { ...rounding, point } } };
}

function without(input: TallyInput, member: string): TallyInput {
  return {
    ...input,
    members: input.members?.filter((other) => other !== member),
    sheets: input.sheets.filter((sheet) => sheet.member !== member),
  };
}

function difference(base: Standing, other: Standing) {
  const ranks = new Map(other.result.dossiers.map(({ id, rank }) => [id, rank]));
  const moved = base.result.dossiers.flatMap(({ id, rank }): MovedDossier[] => {
    const otherRank = ranks.get(id) ?? null;
    return rank === otherRank ? [] : [{ id, rank, otherRank }];
  });
  const entering = [...other.above].filter((id) => !base.above.has(id)).sort(compareIds);
  const leaving = [...base.above].filter((id) => !other.above.has(id)).sort(compareIds);
  const cutOff = entering.length + leaving.length > 0;
  const outcome = cutOff
    ? ('what-if-cut-off' as const)
    : moved.length > 0
      ? ('what-if-order' as const)
      : ('what-if-same' as const);
  const firstChanged = moved.some(({ rank, otherRank }) => rank === 1 || otherRank === 1);
  return { moved, firstChanged, entering, leaving, outcome };
}

function sameRule(left: Aggregate, right: Aggregate): boolean {
  if (typeof left === 'string' || typeof right === 'string') return left === right;
  const [a, b] = [left.trimmed, right.trimmed];
  return a.high === b.high && a.low === b.low && a.scope === b.scope && a.minimumMembers === b.minimumMembers;
}
