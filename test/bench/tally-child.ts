/** Measures the tally in a process of its own, so that memory and garbage are its own; answers JSON. */
import { join } from 'node:path';
import { requireScheme } from '../../shared/domain/compile-scheme.ts';
import { tally } from '../../shared/domain/tally.ts';
import type { TallyInput } from '../../shared/domain/tally-types.ts';
import { interleave, timedNow, type Arm, type Samples } from './measure.ts';
import { benchScheme, benchSheets, dossierId, memberCount, memberId } from './panel.ts';
import { bareSums, openScoreStore, readSheets } from './score-store.ts';

export interface TallyFigures {
  readonly sizes: readonly number[];
  /** Milliseconds for one tally and one bare sum of each size, by `tally-<size>` and `sum-<size>`. */
  readonly samples: Readonly<Record<string, Samples>>;
  /** Reading the rows of the largest size into sheets and tallying them, beside the bare sum. */
  readonly reading: { readonly ours: Samples; readonly peer: Samples };
  readonly megabytes: { readonly input: number; readonly peakBefore: number; readonly peakAfter: number };
}

const [folder = '', quick = ''] = process.argv.slice(2);
const sizes = quick === 'quick' ? [100, 1000] : [100, 1000, 10_000];
const largest = Math.max(...sizes);
const scheme = requireScheme(benchScheme());
const members = Array.from({ length: memberCount }, (_, index) => memberId(index));

function inputOf(dossiers: number, sheets: TallyInput['sheets'], first = 0): TallyInput {
  const ids = Array.from({ length: dossiers }, (_, index) => dossierId(first + index));
  const own = sheets.slice(first * memberCount, (first + dossiers) * memberCount);
  return { scheme, members, dossiers: ids, sheets: own };
}

/**
 * Every arm goes over all rows once: small sizes as many rounds one after another. So each lasts long enough,
 * pays for its own garbage, and finds its rows in memory, not in the processor's cache from the time before.
 */
function repeated(size: number, work: (round: number) => void): Arm {
  const times = largest / size;
  return () => timedNow(() => Array.from({ length: times }, (_, round) => work(round))) / times;
}

function peakMegabytes(): number {
  return process.resourceUsage().maxRSS / 1024;
}

const store = openScoreStore(join(folder, 'scores.db'), largest);
globalThis.gc?.();
const empty = process.memoryUsage().heapUsed;
const sheets = benchSheets(largest);
globalThis.gc?.();
const input = (process.memoryUsage().heapUsed - empty) / 2 ** 20;
const peakBefore = peakMegabytes();
tally(inputOf(largest, sheets));
const peakAfter = peakMegabytes();

// Both answers must be the same before their times may be compared: mean of totals = sum / 15.
const sums = bareSums(store, largest);
for (const { id, exact } of tally(inputOf(largest, readSheets(store, largest))).dossiers) {
  const [numerator = 0, denominator = 1] = (exact ?? '').split('/').map(Number);
  const [, sum] = sums[Number(id.slice(1))] ?? [0, Number.NaN];
  if (numerator * memberCount * 100 !== sum * denominator) throw new Error(`${id}: ${exact} and ${sum}`);
}

const arms = sizes.flatMap((size): [string, Arm][] => {
  const own = Array.from({ length: largest / size }, (_, round) => inputOf(size, sheets, round * size));
  return [
    [`tally-${size}`, repeated(size, (round) => tally(own[round] ?? inputOf(size, sheets)))],
    [`sum-${size}`, repeated(size, (round) => bareSums(store, size, round * size))],
  ];
});
const samples = await interleave(quick === 'quick' ? 2 : 5, Object.fromEntries(arms), 1);
const reading = await interleave(quick === 'quick' ? 1 : 3, {
  ours: () => timedNow(() => tally(inputOf(largest, readSheets(store, largest)))),
  peer: () => timedNow(() => bareSums(store, largest)),
});
store.close();
const figures: TallyFigures = { sizes, samples, reading, megabytes: { input, peakBefore, peakAfter } };
console.log(JSON.stringify(figures));
