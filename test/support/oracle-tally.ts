/**
 * A second implementation of the recount for tests only, written from the text of the specification without
 * a look at shared/domain: unreduced pairs of big integers, repeated scans instead of sorting.
 */
import type { Scheme } from '../../shared/domain/scheme.ts';

/** Value n / d, never reduced until it is printed. */
type Ratio = readonly [n: bigint, d: bigint];

export interface OracleReview {
  readonly preferred: readonly string[];
  readonly ineligible: readonly string[];
  readonly votes: readonly (readonly string[])[];
  readonly members: readonly string[] | null;
  readonly recused: readonly (readonly [string, string])[];
  readonly absent: readonly (readonly [string, string])[];
}

/** dossier → member → item → score text; null is a blank. */
export type OracleSheets = ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, string | null>>>;

interface Worked {
  readonly id: string;
  readonly count: number;
  readonly provisional: boolean;
  readonly exact: Ratio | null;
  readonly categories: readonly Ratio[];
  readonly notes: readonly string[];
}

export function oracleTally(scheme: Scheme, sheets: OracleSheets, review: OracleReview): unknown[] {
  const worked = [...sheets].map(([id, members]) => work(scheme, review, id, members));
  const places = scheme.tally.rounding?.places ?? 2;
  const print = (value: Ratio) => printed(round(value, scheme), places);
  const keys = rankKeys(scheme, review, worked);
  const ranks = new Map(
    [...keys].map(([id, own]) => [id, 1 + [...keys.values()].filter((other) => before(other, own)).length]),
  );
  const listed = worked.map((dossier) => ({
    id: dossier.id,
    rank: ranks.get(dossier.id) ?? null,
    score: dossier.exact && print(dossier.exact),
    exact: dossier.exact && reduced(dossier.exact),
    members: dossier.count,
    status: dossier.provisional ? 'provisional' : 'final',
    categories: scheme.categories.map(({ id }, index) => {
      const value = dossier.exact ? (dossier.categories[index] ?? null) : null;
      return { id, mean: value && print(value), exact: value && reduced(value) };
    }),
    notes: dossier.notes,
  }));
  const place = (entry: (typeof listed)[number]) =>
    entry.rank ?? (entry.score === null ? Number.MAX_SAFE_INTEGER : 1_000_000);
  return listed.sort((a, b) => place(a) - place(b) || bytes(a.id, b.id));
}

function work(
  scheme: Scheme,
  review: OracleReview,
  id: string,
  members: ReadonlyMap<string, ReadonlyMap<string, string | null>>,
): Worked {
  const items = scheme.categories.flatMap((category) =>
    (category.items ?? [category]).map((item) => item.id),
  );
  const good: string[] = [];
  const notes: string[] = [];
  for (const [member, scores] of members) {
    const blank = items.filter((item) => (scores.get(item) ?? null) === null);
    if (blank.length === 0) good.push(member);
    notes.push(...blank.map((item) => `${member} incomplete: ${item}`));
  }
  good.sort(bytes);
  const excused = [...review.recused, ...review.absent]
    .filter(([, dossier]) => dossier === id)
    .map(([who]) => who);
  const late = (review.members ?? []).some((member) => !good.includes(member) && !excused.includes(member));
  const state = {
    id,
    count: good.length,
    provisional: late || good.length < (scheme.tally.quorum ?? 3),
    notes: notes.sort(bytes),
  };
  if (good.length === 0) return { ...state, exact: null, categories: [] };
  const score = (member: string, item: string) => ratio(members.get(member)?.get(item) ?? '');
  const sumOf = (member: string, index: number): Ratio => {
    const category = scheme.categories[index];
    return total((category?.items ?? (category ? [category] : [])).map((item) => score(member, item.id)));
  };
  const weigh = (value: Ratio, index: number) => times(value, ratio(scheme.categories[index]?.weight ?? '1'));
  const whole = (member: string) =>
    total(scheme.categories.map((_c, index) => weigh(sumOf(member, index), index)));
  const rule = scheme.tally.aggregate;
  const each = scheme.categories.map((_category, index) => index);
  let categories: Ratio[];
  let exact: Ratio | null = null;
  if (rule === 'median') {
    categories = each.map((index) => middle(good.map((member) => weigh(sumOf(member, index), index))));
    exact = middle(good.map(whole));
  } else if (rule === 'mean' || good.length < rule.trimmed.minimumMembers) {
    categories = each.map((index) => weigh(average(good.map((member) => sumOf(member, index))), index));
  } else {
    const { high, low, scope } = rule.trimmed;
    const rest = scope === 'sheet' ? keep(good, whole, high, low) : good;
    categories = each.map((index) => {
      if (scope === 'sheet') return weigh(average(rest.map((member) => sumOf(member, index))), index);
      if (scope === 'category') {
        const kept = keep(good, (member) => sumOf(member, index), high, low);
        return weigh(average(kept.map((member) => sumOf(member, index))), index);
      }
      const category = scheme.categories[index];
      const parts = (category?.items ?? (category ? [category] : [])).map((item) => {
        const kept = keep(good, (member) => score(member, item.id), high, low);
        return average(kept.map((member) => score(member, item.id)));
      });
      return weigh(total(parts), index);
    });
  }
  const byCategory = scheme.tally.rounding?.point === 'category';
  exact ??= total(byCategory ? categories.map((value) => round(value, scheme)) : categories);
  return { ...state, exact, categories };
}

/** Keys compared place by place, smaller first. */
function rankKeys(scheme: Scheme, review: OracleReview, worked: readonly Worked[]): Map<string, Ratio[]> {
  const keys = new Map<string, Ratio[]>();
  const running = worked.filter(({ id, exact }) => exact !== null && !review.ineligible.includes(id));
  for (const { id, exact } of running) {
    const value: Ratio = exact ?? [0n, 1n];
    keys.set(id, [times(scheme.tally.rankOn === 'published' ? round(value, scheme) : value, [-1n, 1n])]);
  }
  for (const step of scheme.tally.ties ?? []) {
    const next = new Map<string, Ratio>();
    for (const { id, categories } of running) {
      const peers = [...keys].filter(
        ([, key]) => !before(key, keys.get(id) ?? []) && !before(keys.get(id) ?? [], key),
      );
      const vote = review.votes.find((order) => peers.every(([peer]) => order.includes(peer)));
      const index = scheme.categories.findIndex((category) => `category:${category.id}` === step);
      if (step === 'preference') next.set(id, [review.preferred.includes(id) ? 0n : 1n, 1n]);
      else if (step === 'vote') next.set(id, [BigInt(vote?.indexOf(id) ?? 0), 1n]);
      else if (index >= 0) next.set(id, times(categories[index] ?? [0n, 1n], [-1n, 1n]));
    }
    for (const [id, key] of next) keys.set(id, [...(keys.get(id) ?? []), key]);
  }
  return keys;
}

function before(left: readonly Ratio[], right: readonly Ratio[]): boolean {
  for (const [index, value] of left.entries()) {
    const order = sign(value, right[index] ?? [0n, 1n]);
    if (order !== 0n) return order < 0n;
  }
  return false;
}

/** Removes the largest `high` times, then the smallest `low` times; the list is in order of ids. */
function keep(
  members: readonly string[],
  value: (member: string) => Ratio,
  high: number,
  low: number,
): string[] {
  const rest = [...members];
  for (let turn = 0; turn < high + low; turn += 1) {
    const wanted = turn < high ? 1n : -1n;
    let found = 0;
    for (let index = 1; index < rest.length; index += 1) {
      if (sign(value(rest[index] ?? ''), value(rest[found] ?? '')) * wanted > 0n) found = index;
    }
    rest.splice(found, 1);
  }
  return rest;
}

function middle(values: readonly Ratio[]): Ratio {
  const rest = [...values];
  while (rest.length > 2) {
    for (const wanted of [1n, -1n]) {
      let found = 0;
      for (const [index, value] of rest.entries())
        if (sign(value, rest[found] ?? value) * wanted > 0n) found = index;
      rest.splice(found, 1);
    }
  }
  return average(rest);
}

function ratio(text: string): Ratio {
  const [whole = '0', decimals = ''] = text.split('.');
  return [BigInt(whole + decimals), BigInt(`1${'0'.repeat(decimals.length)}`)];
}

function total(values: readonly Ratio[]): Ratio {
  return values.reduce<Ratio>(([n, d], [m, e]) => [n * e + m * d, d * e], [0n, 1n]);
}

function average(values: readonly Ratio[]): Ratio {
  return times(total(values), [1n, BigInt(values.length)]);
}

function times([n, d]: Ratio, [m, e]: Ratio): Ratio {
  return [n * m, d * e];
}

function sign([n, d]: Ratio, [m, e]: Ratio): bigint {
  return n * e - m * d;
}

/** Scores are never negative, so the digit after the last place decides, and a tie by the rule. */
function round([n, d]: Ratio, scheme: Scheme): Ratio {
  const unit = BigInt(`1${'0'.repeat(scheme.tally.rounding?.places ?? 2)}`);
  let down = (n * unit) / d;
  const rest = n * unit - down * d;
  const odd = down % 2n === 1n;
  if (rest + rest > d || (rest + rest === d && (scheme.tally.rounding?.mode !== 'half-even' || odd)))
    down += 1n;
  return [down, unit];
}

function printed([n]: Ratio, places: number): string {
  if (places === 0) return n.toString();
  const digits = n.toString().padStart(places + 1, '0');
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

function reduced([n, d]: Ratio): string {
  let [a, b] = [n, d];
  while (b > 0n) [a, b] = [b, a % b];
  return d / a === 1n ? `${n / a}` : `${n / a}/${d / a}`;
}

function bytes(left: string, right: string): number {
  return Buffer.compare(Buffer.from(left), Buffer.from(right));
}
