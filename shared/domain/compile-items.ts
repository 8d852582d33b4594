import { checkBands } from './compile-bands.ts';
import type { CompiledItem, SchemeProblem } from './compiled-scheme.ts';
import { hundredths, parseDecimal } from './decimal.ts';
import { compare, fraction, multiply, subtract, sum, exactDecimal, ZERO } from './fraction.ts';
import type { Fraction } from './fraction.ts';
import type { Scheme, SchemeCategory, SchemeItem } from './scheme.ts';

const HUNDRED: Fraction = { numerator: 100n, denominator: 1n };
const DEFAULT_STEP = '0.01';

export interface DraftCategory {
  readonly id: string;
  readonly name: string;
  readonly cap: Fraction;
  readonly weight: Fraction;
  readonly first: number;
  readonly count: number;
}

export interface DraftItems {
  readonly categories: readonly DraftCategory[];
  readonly items: readonly CompiledItem[];
}

/** Categories and items with numbers read; every defect goes into `problems`, and reading goes on. */
export function compileItems(scheme: Scheme, problems: SchemeProblem[]): DraftItems {
  const categories: DraftCategory[] = [];
  const items: CompiledItem[] = [];
  const seen = new Set<string>();
  if (scheme.categories.length === 0) problems.push({ path: 'categories', reason: 'scheme-no-categories' });
  for (const [index, category] of scheme.categories.entries()) {
    const path = `categories.${index}`;
    checkId(category.id, path, seen, problems);
    const cap = readPositive(category.cap, `${path}.cap`, problems);
    const weight = readPositive(category.weight ?? '1', `${path}.weight`, problems);
    const first = items.length;
    const own = category.items ?? [{ id: category.id, name: category.name, cap: category.cap }];
    if (own.length === 0) problems.push({ path: `${path}.items`, reason: 'scheme-no-items' });
    for (const [position, item] of own.entries()) {
      const place = category.items === undefined ? path : `${path}.items.${position}`;
      if (category.items !== undefined) checkId(item.id, place, seen, problems);
      items.push(compileItem(item, index, place, category.items !== undefined, problems));
    }
    checkCategorySum(category, cap, path, problems);
    categories.push({ id: category.id, name: category.name, cap, weight, first, count: own.length });
  }
  return { categories, items };
}

/** Σ cap × weight must be the total; says by how much it is not. */
export function checkTotal(scheme: Scheme, draft: DraftItems, problems: SchemeProblem[]): Fraction {
  const total = readPositive(scheme.total, 'total', problems);
  const reached = sum(draft.categories.map((category) => multiply(category.cap, category.weight)));
  const readable = !problems.some(
    ({ reason }) => reason === 'scheme-decimal' || reason === 'scheme-not-positive',
  );
  if (readable && compare(reached, total) !== 0) {
    problems.push({ path: 'total', reason: 'scheme-total-sum', values: difference(reached, total) });
  }
  return total;
}

function compileItem(
  item: SchemeItem,
  category: number,
  path: string,
  ownCap: boolean,
  problems: SchemeProblem[],
): CompiledItem {
  const cap = ownCap ? readPositive(item.cap, `${path}.cap`, problems) : (parseDecimal(item.cap) ?? ZERO);
  const scaled = multiply(cap, HUNDRED);
  const step = readStep(item.step ?? DEFAULT_STEP, `${path}.step`, problems);
  const wholeCap = hundredths(Number(scaled.numerator / scaled.denominator));
  if (compare(cap, ZERO) > 0 && step > wholeCap) {
    problems.push({
      path: `${path}.step`,
      reason: 'scheme-step-over-cap',
      values: { step: item.step ?? DEFAULT_STEP, cap: item.cap },
    });
  }
  if (item.bands !== undefined)
    checkBands(item.bands, { cap, step: fraction(BigInt(step), 100n), path: `${path}.bands` }, problems);
  return {
    id: item.id,
    name: item.name,
    category,
    capText: item.cap,
    cap: wholeCap,
    step,
    bands: item.bands ?? [],
  };
}

function readStep(text: string, path: string, problems: SchemeProblem[]) {
  const step = multiply(parseDecimal(text) ?? ZERO, HUNDRED);
  if (step.numerator === 0n || step.denominator !== 1n) {
    problems.push({ path, reason: 'scheme-step', values: { text } });
    return hundredths(1);
  }
  return hundredths(Number(step.numerator));
}

function readPositive(text: string, path: string, problems: SchemeProblem[]): Fraction {
  const value = parseDecimal(text);
  if (value === null) problems.push({ path, reason: 'scheme-decimal', values: { text } });
  else if (value.numerator === 0n) problems.push({ path, reason: 'scheme-not-positive', values: { text } });
  return value ?? ZERO;
}

function checkId(id: string, path: string, seen: Set<string>, problems: SchemeProblem[]): void {
  if (id === '') problems.push({ path: `${path}.id`, reason: 'scheme-id-empty' });
  else if (seen.has(id)) problems.push({ path: `${path}.id`, reason: 'scheme-id-repeated', values: { id } });
  seen.add(id);
}

function checkCategorySum(
  category: SchemeCategory,
  cap: Fraction,
  path: string,
  problems: SchemeProblem[],
): void {
  if (category.items === undefined || category.items.length === 0 || cap.numerator === 0n) return;
  const caps = category.items.map((item) => parseDecimal(item.cap));
  if (caps.includes(null)) return;
  const reached = sum(caps.map((value) => value ?? ZERO));
  if (compare(reached, cap) !== 0) {
    problems.push({
      path: `${path}.items`,
      reason: 'scheme-category-sum',
      values: { id: category.id, ...difference(reached, cap) },
    });
  }
}

/** `difference` carries its sign: "-1" means one point is missing. */
function difference(reached: Fraction, expected: Fraction): Record<string, string> {
  return {
    reached: exactDecimal(reached),
    expected: exactDecimal(expected),
    difference: exactDecimal(subtract(reached, expected)),
  };
}
