import { ratioOf, summarise, type Ratio, type Samples, type Summary } from './measure.ts';

/** One line of the table. Times in milliseconds. */
export interface Row {
  readonly title: string;
  readonly peerTitle: string;
  readonly ours: Summary;
  readonly peer: Summary;
  readonly ratio: Ratio;
  /** What an issue asks of the ratio, and whether it holds; absent where no figure is asked for. */
  readonly goal?: { readonly most: number; readonly met: boolean } | undefined;
}

/** What one benchmark brings back: lines for the table, and sentences with figures that are no ratio. */
export interface Findings {
  readonly rows: readonly Row[];
  readonly notes: readonly string[];
}

/** What a benchmark may use and how long it should measure. */
export interface Setting {
  /** A folder of its own, removed afterwards, on the disk that is measured. */
  readonly folder: string;
  /** Where the measured `dist` lies. */
  readonly projectFolder: string;
  /** A first look: fewer rounds and smaller inputs, never for a report. */
  readonly quick: boolean;
}

export type Benchmark = (setting: Setting) => Promise<Findings>;

export function makeRow(
  titles: { readonly ours: string; readonly peer: string },
  ours: Samples,
  peer: Samples,
  goal?: number,
): Row {
  const ratio = ratioOf(ours, peer);
  return {
    title: titles.ours,
    peerTitle: titles.peer,
    ours: summarise(ours),
    peer: summarise(peer),
    ratio,
    goal: goal === undefined ? undefined : { most: goal, met: ratio.value <= goal },
  };
}

/** Three significant digits, without exponent. */
export function figure(value: number): string {
  return new Intl.NumberFormat('en', { maximumSignificantDigits: 3, useGrouping: true }).format(value);
}
