import type {
  Band,
  EligibilityCondition,
  Scheme,
  SchemeCategory,
  SchemeItem,
} from '../../../shared/domain/scheme.ts';

/** Puts `value` at the place of `index`; the other elements stay. */
function replaced<Value>(values: readonly Value[], index: number, value: Value): readonly Value[] {
  return values.map((known, position) => (position === index ? value : known));
}

/** Moves one element up (-1) or down (1); at the end of the list nothing happens. */
export function moved<Value>(values: readonly Value[], index: number, by: -1 | 1): readonly Value[] {
  const other = values[index + by];
  const own = values[index];
  if (other === undefined || own === undefined) return values;
  return replaced(replaced(values, index, other), index + by, own);
}

export function without<Value>(values: readonly Value[], index: number): readonly Value[] {
  return values.filter((_value, position) => position !== index);
}

/** An id that neither a category nor an item has: n1, n2 … People never see it. */
export function freshId(scheme: Scheme): string {
  const known = new Set(
    scheme.categories.flatMap(({ id, items }) => [id, ...(items ?? []).map((item) => item.id)]),
  );
  let number = 1;
  while (known.has(`n${number}`)) number += 1;
  return `n${number}`;
}

/** A category without items is one item itself; for editing it is written out. */
export function itemsOf(category: SchemeCategory): readonly SchemeItem[] {
  return category.items ?? [];
}

export function setCategory(scheme: Scheme, index: number, change: Partial<SchemeCategory>): Scheme {
  const category = scheme.categories[index];
  if (category === undefined) return scheme;
  return { ...scheme, categories: replaced(scheme.categories, index, { ...category, ...change }) };
}

export function setItem(
  scheme: Scheme,
  category: number,
  index: number,
  change: Partial<SchemeItem>,
): Scheme {
  const own = scheme.categories[category];
  const item = own?.items?.[index];
  if (own?.items === undefined || item === undefined) return scheme;
  return setCategory(scheme, category, { items: replaced(own.items, index, { ...item, ...change }) });
}

/** A new category at the end, with one empty item: a category is scored by its items. */
export function addCategory(scheme: Scheme): Scheme {
  const category: SchemeCategory = { id: freshId(scheme), name: '', cap: '', items: [] };
  const grown = { ...scheme, categories: [...scheme.categories, category] };
  return addItem(grown, grown.categories.length - 1);
}

/** Removes a category and the tie step that names it. */
export function removeCategory(scheme: Scheme, index: number): Scheme {
  const id = scheme.categories[index]?.id;
  const ties = scheme.tally.ties?.filter((step) => step !== `category:${id}`);
  return { ...scheme, categories: without(scheme.categories, index), tally: { ...scheme.tally, ties } };
}

export function moveCategory(scheme: Scheme, index: number, by: -1 | 1): Scheme {
  return { ...scheme, categories: moved(scheme.categories, index, by) };
}

/** A new item at the end; a category that was scored as a whole gets its first item with the whole cap. */
export function addItem(scheme: Scheme, category: number): Scheme {
  const own = scheme.categories[category];
  if (own === undefined) return scheme;
  const item: SchemeItem = { id: freshId(scheme), name: own.items === undefined ? own.name : '', cap: '' };
  const first = own.items === undefined ? { ...item, cap: own.cap } : item;
  return setCategory(scheme, category, { items: [...itemsOf(own), first] });
}

/** Removes an item; without items the category is scored as a whole. */
export function removeItem(scheme: Scheme, category: number, index: number): Scheme {
  const items = without(scheme.categories[category]?.items ?? [], index);
  return setCategory(scheme, category, { items: items.length === 0 ? undefined : items });
}

export function moveItem(scheme: Scheme, category: number, index: number, by: -1 | 1): Scheme {
  return setCategory(scheme, category, { items: moved(scheme.categories[category]?.items ?? [], index, by) });
}

/** Empty text takes an optional setting back to its default. */
export function orDefault(text: string): string | undefined {
  return text.trim() === '' ? undefined : text;
}

/** The bands of an item; an empty list takes them away. */
export function setBands(scheme: Scheme, category: number, index: number, bands: readonly Band[]): Scheme {
  return setItem(scheme, category, index, { bands: bands.length === 0 ? undefined : bands });
}

export function setCondition(scheme: Scheme, index: number, change: Partial<EligibilityCondition>): Scheme {
  const conditions = scheme.eligibility ?? [];
  const condition = conditions[index];
  if (condition === undefined) return scheme;
  return { ...scheme, eligibility: replaced(conditions, index, { ...condition, ...change }) };
}

export function addCondition(scheme: Scheme, fact: string): Scheme {
  const conditions = scheme.eligibility ?? [];
  const known = new Set(conditions.map(({ id }) => id));
  let number = conditions.length + 1;
  while (known.has(`E${number}`)) number += 1;
  const condition: EligibilityCondition = {
    id: `E${number}`,
    text: '',
    kind: 'judged',
    fact,
    article: '',
    effect: 'veto',
  };
  return { ...scheme, eligibility: [...conditions, condition] };
}

/** Pass mark and quota; without either the scheme selects nobody. A quota that isn't a number stays 0, which is refused. */
export function setSelection(scheme: Scheme, change: { passMark?: string; quota?: string }): Scheme {
  const { passMark = scheme.selection?.passMark ?? '', quota = String(scheme.selection?.quota ?? '') } =
    change;
  const selection = {
    passMark: orDefault(passMark.trim()),
    quota: quota.trim() === '' ? undefined : /^\d{1,6}$/.test(quota.trim()) ? Number(quota) : 0,
  };
  const none = selection.passMark === undefined && selection.quota === undefined;
  return { ...scheme, selection: none ? undefined : selection };
}

/** The tie steps that aren't used yet; `shared` closes every ladder and is never listed. */
export function freeTieSteps(scheme: Scheme): readonly string[] {
  const used = new Set(scheme.tally.ties ?? []);
  const all = ['preference', 'vote', ...scheme.categories.map(({ id }) => `category:${id}`)];
  return all.filter((step) => !used.has(step));
}

/** Writes the ladder with `shared` at its end. */
export function setTies(scheme: Scheme, steps: readonly string[]): Scheme {
  const ties = [...steps.filter((step) => step !== 'shared'), 'shared'];
  return { ...scheme, tally: { ...scheme.tally, ties } };
}
