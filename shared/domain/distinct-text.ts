import { equal, formatFraction, type Fraction } from './fraction.ts';
import { formatRounded } from './rounding.ts';
import type { RoundingMode } from './scheme.ts';

/** Values nearer than this are told apart by their fractions instead. */
const MOST_EXTRA_PLACES = 10;

/**
 * Texts of exact values, with more decimals wherever two different values would print alike. Equal values
 * get equal texts; values that nobody is confused with keep `places` decimals.
 */
export function distinctTexts(
  values: readonly Fraction[],
  places: number,
  mode: RoundingMode,
): readonly string[] {
  const texts = values.map((value) => formatRounded(value, places, mode));
  for (let extra = 1; extra <= MOST_EXTRA_PLACES + 1; extra += 1) {
    const confused = confusedPositions(values, texts);
    if (confused.size === 0) break;
    for (const position of confused) {
      const value = values[position];
      if (value === undefined) continue;
      texts[position] =
        extra > MOST_EXTRA_PLACES ? formatFraction(value) : formatRounded(value, places + extra, mode);
    }
  }
  return texts;
}

function confusedPositions(values: readonly Fraction[], texts: readonly string[]): ReadonlySet<number> {
  const byText = new Map<string, number[]>();
  for (const [position, text] of texts.entries()) byText.set(text, [...(byText.get(text) ?? []), position]);
  const confused = new Set<number>();
  for (const positions of byText.values()) {
    const [first = 0] = positions;
    const same = positions.every((position) => sameValue(values[first], values[position]));
    if (!same) for (const position of positions) confused.add(position);
  }
  return confused;
}

function sameValue(left: Fraction | undefined, right: Fraction | undefined): boolean {
  return left !== undefined && right !== undefined && equal(left, right);
}
