import type { ConditionResult, DossierView } from '../../../shared/schema/dossier.ts';
import type { Text } from '../../../shared/text/index.ts';

export interface OpenCondition {
  readonly dossier: DossierView;
  readonly condition: ConditionResult;
}

export type Verdict = 'met' | 'not-met';

/** True where a person has to decide; `judged` outcomes are closed. */
export function isOpen(condition: ConditionResult): boolean {
  return condition.outcome === 'to-judge' || condition.outcome === 'missing';
}

export interface OpenFilter {
  /** A condition's id, or "" for all. */
  readonly conditionId: string;
  readonly vetoesOnly: boolean;
}

/**
 * What is still to decide: by condition in the scheme's order, then by number, so that one condition is
 * judged alike across the enterprises. Withdrawn dossiers need no decision.
 */
export function openConditions(
  dossiers: readonly DossierView[],
  filter: OpenFilter,
): readonly OpenCondition[] {
  const order = new Map<string, number>();
  for (const { conditions } of dossiers) {
    for (const { conditionId } of conditions) {
      if (!order.has(conditionId)) order.set(conditionId, order.size);
    }
  }
  return dossiers
    .filter(({ withdrawn }) => !withdrawn)
    .flatMap((dossier) => dossier.conditions.filter(isOpen).map((condition) => ({ dossier, condition })))
    .filter(({ condition }) => filter.conditionId === '' || condition.conditionId === filter.conditionId)
    .filter(({ condition }) => !filter.vetoesOnly || condition.effect === 'veto')
    .sort(
      (left, right) =>
        (order.get(left.condition.conditionId) ?? 0) - (order.get(right.condition.conditionId) ?? 0) ||
        left.dossier.number - right.dossier.number,
    );
}

/** Names one line of the list. */
export function openKey({ dossier, condition }: OpenCondition): string {
  return `${dossier.dossierId} ${condition.conditionId}`;
}

/** The longest reason that is accepted, in characters (`optionalText`). */
export const longestReason = 200;
const longestQuote = 40;

/** A reason to start from; a person amends it. Never longer than what is accepted. */
export function suggestReason(t: Text, condition: ConditionResult, verdict: Verdict): string {
  const missing = condition.value === '';
  if (missing)
    return t(verdict === 'met' ? 'dossiers.judgeSuggestMissingMet' : 'dossiers.judgeSuggestMissingNotMet');
  const flat = condition.value.replace(/\s+/g, ' ').replace(/[。；.;]$/, '');
  const value = flat.length > longestQuote ? `${flat.slice(0, longestQuote)}…` : flat;
  return t(verdict === 'met' ? 'dossiers.judgeSuggestMet' : 'dossiers.judgeSuggestNotMet', { value });
}
