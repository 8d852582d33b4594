import type { SchemeProblem } from './compiled-scheme.ts';
import { parseDecimal } from './decimal.ts';
import { add, compare, ZERO, type Fraction } from './fraction.ts';
import type { Band } from './scheme.ts';

interface Place {
  readonly cap: Fraction;
  readonly step: Fraction;
  readonly path: string;
}

interface ReadBand {
  readonly name: string;
  readonly from: Fraction;
  readonly to: Fraction;
  readonly path: string;
}

/**
 * Bands are closed at both ends and cover every score 0, step, 2 × step … cap exactly once: each begins one
 * step above the end of the one below (0–8.99, 9–11.99, 12–15 with step 0.01). Any order in the file.
 */
export function checkBands(bands: readonly Band[], place: Place, problems: SchemeProblem[]): void {
  const read = bands.flatMap((band, index) => readBand(band, `${place.path}.${index}`, problems));
  if (read.length !== bands.length || read.length === 0) return;
  read.sort((left, right) => compare(left.from, right.from));
  let expected = ZERO;
  for (const band of read) {
    const order = compare(band.from, expected);
    if (order !== 0) {
      const reason = order > 0 ? 'scheme-band-hole' : 'scheme-band-overlap';
      problems.push({ path: band.path, reason, values: { name: band.name } });
    }
    expected = add(band.to, place.step);
  }
  const last = read.at(-1);
  const atEnd = compare(expected, add(place.cap, place.step));
  if (last !== undefined && atEnd !== 0) {
    const reason = atEnd < 0 ? 'scheme-band-hole' : 'scheme-band-range';
    problems.push({ path: last.path, reason, values: { name: last.name } });
  }
}

function readBand(band: Band, path: string, problems: SchemeProblem[]): ReadBand[] {
  const [from, to] = [parseDecimal(band.from), parseDecimal(band.to)];
  if (from === null)
    problems.push({ path: `${path}.from`, reason: 'scheme-decimal', values: { text: band.from } });
  if (to === null) problems.push({ path: `${path}.to`, reason: 'scheme-decimal', values: { text: band.to } });
  if (from === null || to === null) return [];
  if (compare(from, to) > 0) {
    problems.push({ path, reason: 'scheme-band-range', values: { name: band.name } });
    return [];
  }
  return [{ name: band.name, from, to, path }];
}
