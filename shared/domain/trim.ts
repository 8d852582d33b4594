export interface Trim {
  /** Positions of the values set aside, and of those that stay (ascending). */
  readonly high: readonly number[];
  readonly low: readonly number[];
  readonly kept: readonly number[];
}

/**
 * Sets aside the `high` highest values, then the `low` lowest of the rest; among equal values the one that
 * stands first goes first (callers order values by member id).
 */
export function trim<Value extends number | bigint>(
  values: readonly Value[],
  high: number,
  low: number,
): Trim {
  const positions = values.map((value, index) => ({ value, index }));
  // Sorting is stable, so equal values stay in the order of their positions.
  const descending = positions.toSorted((a, b) => order(b.value, a.value));
  const top = descending.slice(0, high);
  const ascending = descending.slice(high).sort((a, b) => order(a.value, b.value));
  const bottom = ascending.slice(0, low);
  const kept = ascending.slice(low).map(({ index }) => index);
  return {
    high: top.map(({ index }) => index),
    low: bottom.map(({ index }) => index),
    kept: kept.sort((left, right) => left - right),
  };
}

function order<Value extends number | bigint>(left: Value, right: Value): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
