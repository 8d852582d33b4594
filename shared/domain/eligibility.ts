import { showFieldValue } from './dossier-choices.ts';
import { findDossierField } from './dossier-fields.ts';
import type { DossierFields } from './dossier-fields.ts';
import type { EligibilityCondition } from './scheme.ts';

/** `to-judge`: a person decides and says why; `missing`: the application doesn't say. */
export type ConditionOutcome = 'met' | 'not-met' | 'to-judge' | 'missing';

export interface AssessedCondition {
  readonly conditionId: string;
  readonly outcome: ConditionOutcome;
  /** The article the condition rests on, e.g. 第三条第2项. */
  readonly article: string;
  /** What was read, for people: "实缴资本 1500 万元；净资产 2600 万元". */
  readonly value: string;
}

/** A plain non-negative decimal as whole and fraction digits, or null. */
function readDecimal(text: string | null | undefined): { whole: bigint; fraction: string } | null {
  const [whole = '', fraction = '', ...more] = (text ?? '').split('.');
  if (more.length > 0 || !/^\d{1,15}$/u.test(whole) || !/^\d{0,6}$/u.test(fraction)) return null;
  return { whole: BigInt(whole), fraction: fraction.padEnd(6, '0') };
}

/** Compares by digits: money never becomes a float. */
function isAtLeast(value: string, threshold: string): boolean | null {
  const left = readDecimal(value);
  const right = readDecimal(threshold);
  if (!left || !right) return null;
  if (left.whole !== right.whole) return left.whole > right.whole;
  return left.fraction >= right.fraction;
}

function givenValue(fields: DossierFields, key: string | undefined): string | null {
  if (key === undefined || !Object.hasOwn(fields, key)) return null;
  const value = fields[key];
  return value === undefined || value === null || value === '' ? null : value;
}

function describe(fields: DossierFields, key: string | undefined): string {
  const value = givenValue(fields, key);
  if (key === undefined || value === null) return '';
  const field = findDossierField(key);
  return field ? `${field.label.zh} ${showFieldValue(field, value)}` : `${key} ${value}`;
}

/** Seed 001 art. 3(2): paid-in capital below the threshold, or the corresponding net assets, which a person judges. */
function assessThreshold(condition: EligibilityCondition, fields: DossierFields): ConditionOutcome {
  const value = givenValue(fields, condition.fact);
  const replacement = givenValue(fields, condition.alternative);
  if (value === null) return replacement === null ? 'missing' : 'to-judge';
  const enough = isAtLeast(value, condition.threshold ?? '');
  if (enough === null) return 'to-judge';
  if (enough) return 'met';
  return replacement === null ? 'not-met' : 'to-judge';
}

function assessAnswer(condition: EligibilityCondition, fields: DossierFields): ConditionOutcome {
  const value = givenValue(fields, condition.fact);
  if (value === null) return 'missing';
  const favourable = findDossierField(condition.fact)?.favourable ?? ['yes'];
  return favourable.includes(value) ? 'met' : 'not-met';
}

/**
 * What the rules say by themselves about each condition (准入条件), in the order given. A person decides
 * `to-judge` and may overrule nothing else here. Never throws.
 */
export function assessEligibility(
  conditions: readonly EligibilityCondition[],
  fields: DossierFields,
): readonly AssessedCondition[] {
  return conditions.map((condition) => {
    const outcome =
      condition.kind === 'at-least'
        ? assessThreshold(condition, fields)
        : condition.kind === 'yes'
          ? assessAnswer(condition, fields)
          : 'to-judge';
    const value = [describe(fields, condition.fact), describe(fields, condition.alternative)]
      .filter((text) => text !== '')
      .join('；');
    return { conditionId: condition.id, outcome, article: condition.article, value };
  });
}
