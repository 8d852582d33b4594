import { checkTotal, compileItems, type DraftItems } from './compile-items.ts';
import { compileDeviation, compileRules } from './compile-rules.ts';
import { compileSelection } from './compile-selection.ts';
import type { CompileOutcome, CompiledScheme, SchemeProblem } from './compiled-scheme.ts';
import type { Scheme } from './scheme.ts';

/**
 * Checks a scheme as a whole and turns it into the form the tally computes with. Every problem is reported
 * at once, each with its path. The shape itself (types, unknown keys) is the schema's business.
 */
export function compileScheme(scheme: Scheme): CompileOutcome {
  const problems: SchemeProblem[] = [];
  const draft = compileItems(scheme, problems);
  const total = checkTotal(scheme, draft, problems);
  const rules = compileRules(scheme, problems);
  const deviation = compileDeviation(scheme.deviation, problems);
  const selection = compileSelection(scheme.selection, total, problems);
  if (problems.length > 0) return { ok: false, problems };
  const weightUnit = commonDenominator(draft);
  const compiled: CompiledScheme = {
    source: scheme,
    title: scheme.title,
    total,
    categories: draft.categories.map((category) => ({
      ...category,
      scaledWeight: (category.weight.numerator * weightUnit) / category.weight.denominator,
    })),
    items: draft.items,
    itemIndex: new Map(draft.items.map((item, index) => [item.id, index])),
    rules: { ...rules, weightUnit },
    deviation,
    selection,
  };
  return { ok: true, scheme: compiled };
}

/** For schemes that are known to be good, e.g. frozen ones. Throws Error listing the problems. */
export function requireScheme(scheme: Scheme): CompiledScheme {
  const outcome = compileScheme(scheme);
  if (outcome.ok) return outcome.scheme;
  throw new Error(
    `scheme refused: ${outcome.problems.map(({ path, reason }) => `${path} ${reason}`).join('; ')}`,
  );
}

/** Weights are decimals of at most 12 places, so their largest denominator divides a power of ten. */
function commonDenominator(draft: DraftItems): bigint {
  let unit = 1n;
  while (draft.categories.some(({ weight }) => unit % weight.denominator !== 0n)) unit *= 10n;
  return unit;
}
