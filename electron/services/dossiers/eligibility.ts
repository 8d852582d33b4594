import type { DossierFields } from '../../../shared/domain/dossier-fields.ts';
import { assessEligibility } from '../../../shared/domain/eligibility.ts';
import type { Scheme } from '../../../shared/domain/scheme.ts';
import type { ConditionResult, EligibilityState } from '../../../shared/schema/dossier.ts';
import type { ReadDb } from '../../database/access.ts';
import type { DossierRow } from '../../database/dossiers.ts';
import { judgementsOf } from '../../database/judgements.ts';

export interface Eligibility {
  readonly state: EligibilityState;
  readonly conditions: ConditionResult[];
  /** Meets a preference condition (同等条件可优先). */
  readonly preference: boolean;
}

/** The canonical facts of a stored dossier. */
export function fieldsOf(dossier: DossierRow): DossierFields {
  return JSON.parse(dossier.fields) as DossierFields;
}

/**
 * What the conditions (准入条件) say about one dossier, with what a person decided where the rule leaves it
 * open. A veto condition not met makes it ineligible, one undecided leaves it open; the others never do.
 */
export function eligibilityOf(db: ReadDb, dossier: DossierRow, scheme: Scheme): Eligibility {
  const rules = scheme.eligibility ?? [];
  const assessed = assessEligibility(rules, fieldsOf(dossier));
  const judgements = new Map(judgementsOf(db, dossier.id).map((row) => [row.condition_id, row]));
  const conditions = rules.map((rule, index): ConditionResult => {
    const computed = assessed[index]?.outcome ?? 'missing';
    // A person completes the rule and doesn't overrule it: a wrong fact is corrected in the dossier.
    const judgement = leavesOpen(computed) ? judgements.get(rule.id) : undefined;
    return {
      conditionId: rule.id,
      text: rule.text,
      article: rule.article,
      effect: rule.effect,
      computed,
      value: assessed[index]?.value ?? '',
      judged:
        judgement === undefined
          ? null
          : {
              outcome: judgement.outcome,
              reason: judgement.reason,
              by: judgement.name,
              atMs: judgement.made_ms,
            },
      outcome: judgement?.outcome ?? computed,
    };
  });
  const preference = conditions.some(({ effect, outcome }) => effect === 'preference' && outcome === 'met');
  return { state: stateOf(conditions), conditions, preference };
}

/** True where a person has to decide. */
export function leavesOpen(outcome: ConditionResult['outcome']): boolean {
  return outcome === 'to-judge' || outcome === 'missing';
}

function stateOf(conditions: readonly ConditionResult[]): EligibilityState {
  const vetoes = conditions.filter(({ effect }) => effect === 'veto');
  if (vetoes.some(({ outcome }) => outcome === 'not-met')) return 'ineligible';
  return vetoes.some(({ outcome }) => leavesOpen(outcome)) ? 'open' : 'eligible';
}
