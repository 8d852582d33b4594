import type { CompiledScheme } from './compiled-scheme.ts';
import { exactDecimal } from './fraction.ts';
import type { ExplanationStep } from './explain.ts';

/** The settings of a scheme as sentences, for the rule card, the minutes and the result page. */
export function explainRules(scheme: CompiledScheme): readonly ExplanationStep[] {
  const { aggregate, rounding, rankOn, ties, quorum } = scheme.rules;
  const steps: ExplanationStep[] = [];
  if (typeof aggregate === 'string') steps.push({ key: `rule-${aggregate}`, values: {} });
  else {
    const { high, low, scope, minimumMembers } = aggregate.trimmed;
    steps.push({ key: `rule-trimmed-${scope}`, values: { high, low, minimumMembers } });
  }
  steps.push({
    key: `rule-rounding-${rounding.mode}-${rounding.point}`,
    values: { places: rounding.places },
  });
  steps.push({ key: `rule-rank-${rankOn}`, values: { places: rounding.places } });
  for (const [index, step] of ties.entries()) {
    const name = step.kind === 'category' ? (scheme.categories[step.category]?.name ?? '') : '';
    steps.push({ key: `rule-tie-${step.kind}`, values: { number: index + 1, name } });
  }
  steps.push(...selectionSteps(scheme), { key: 'rule-quorum', values: { quorum } });
  steps.push(
    scheme.deviation === null
      ? { key: 'rule-deviation-off', values: {} }
      : { key: 'rule-deviation', values: { percent: exactDecimal(scheme.deviation) } },
  );
  return steps;
}

/** Pass mark (合格线) and quota (名额), where the scheme names them. */
function selectionSteps({ selection }: CompiledScheme): readonly ExplanationStep[] {
  if (selection === null) return [];
  const { passMark, quota } = selection;
  return [
    ...(passMark === null ? [] : [{ key: 'rule-pass-mark', values: { passMark: exactDecimal(passMark) } }]),
    ...(quota === null ? [] : [{ key: 'rule-quota', values: { quota } }]),
  ];
}

/** Which sentence says how the exact value came about. */
export function aggregateLabel(scheme: CompiledScheme): string {
  if (scheme.rules.rounding.point === 'category') return 'explain-sum-rounded';
  return scheme.rules.aggregate === 'median' ? 'explain-median' : 'explain-sum';
}
