/** One side of a comparison: does its work once and answers the milliseconds that count. */
export type Arm = (round: number) => number | Promise<number>;

/** Milliseconds of each round, in order. */
export type Samples = readonly number[];

export interface Summary {
  readonly n: number;
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** How our time relates to the peer's: ratio of the medians, and the middle half of the rounds' own ratios. */
export interface Ratio {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

/** Milliseconds of a piece of work, waiting for its promise. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Milliseconds of synchronous work, without a turn of the event loop in between. */
export function timedNow(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/**
 * Runs every arm once a round, forwards in even rounds and backwards in odd ones, so that a machine that
 * slows down or warms up meanwhile favours nobody. The first `warmUp` rounds are not counted.
 */
export async function interleave<Name extends string>(
  rounds: number,
  arms: Readonly<Record<Name, Arm>>,
  warmUp = 0,
): Promise<Readonly<Record<Name, Samples>>> {
  const names = Object.keys(arms) as Name[];
  const samples = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, number[]>;
  for (let round = -warmUp; round < rounds; round += 1) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const milliseconds = await arms[name](round + warmUp);
      if (round >= 0) samples[name].push(milliseconds);
    }
  }
  return samples;
}

export function summarise(samples: Samples): Summary {
  return {
    n: samples.length,
    median: quantile(samples, 0.5),
    least: Math.min(...samples),
    most: Math.max(...samples),
  };
}

/** @throws RangeError when the two weren't measured in the same rounds */
export function ratioOf(ours: Samples, peer: Samples): Ratio {
  if (ours.length !== peer.length) throw new RangeError('rounds differ');
  const paired = ours.map((value, round) => value / (peer[round] ?? Number.NaN));
  return {
    value: quantile(ours, 0.5) / quantile(peer, 0.5),
    lower: quantile(paired, 0.25),
    upper: quantile(paired, 0.75),
  };
}

/** Linear between neighbours, as spreadsheets do it (type 7). */
export function quantile(samples: Samples, part: number): number {
  const sorted = samples.toSorted((left, right) => left - right);
  const place = part * (sorted.length - 1);
  const low = sorted[Math.floor(place)] ?? Number.NaN;
  const high = sorted[Math.ceil(place)] ?? Number.NaN;
  return low + (high - low) * (place - Math.floor(place));
}
