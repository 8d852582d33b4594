import { join } from 'node:path';
import { itemCount, memberCount } from './panel.ts';
import { quantile, type Samples } from './measure.ts';
import { runNode } from './program.ts';
import { figure, makeRow, type Findings, type Setting } from './row.ts';
import type { TallyFigures } from './tally-child.ts';

/** Issue: at most 3 × the bare sum, linear within 20 %. */
const goal = 3;
const growthGoal = 0.2;

/** The law of the mean over all sizes against a bare SQLite sum of the same rows. */
export async function tally({ folder, quick }: Setting): Promise<Findings> {
  const child = join(import.meta.dirname, 'tally-child.ts');
  const { output } = await runNode(['--expose-gc', child, folder, quick ? 'quick' : 'full']);
  const { sizes, samples, reading, megabytes } = JSON.parse(output) as TallyFigures;
  const of = (name: string): Samples => samples[name] ?? [];
  const largest = Math.max(...sizes);
  const titleOf = (size: number): string =>
    `tally of ${size.toLocaleString('en')} dossiers × ${memberCount} × ${itemCount}`;
  const peer = 'SQLite SUM … GROUP BY of the same rows';
  const rows = sizes.map((size) =>
    makeRow({ ours: `${titleOf(size)}, in memory`, peer }, of(`tally-${size}`), of(`sum-${size}`), goal),
  );
  const read = `${titleOf(largest)}, rows read from SQLite first`;
  const [small = 1] = sizes;
  return {
    // The peer starts from stored rows, so the goal is held against this line too, not only the kinder ones.
    rows: [...rows, makeRow({ ours: read, peer }, reading.ours, reading.peer, goal)],
    notes: [
      'Tally in memory leaves out reading; the line with reading reads one row a sheet, as the program does, from the own table of the benchmark. Neither is tally.get, which also checks signatures.',
      growth('Tally', of(`tally-${small}`), of(`tally-${largest}`), largest / small),
      growth('SQLite', of(`sum-${small}`), of(`sum-${largest}`), largest / small),
      `Memory at ${largest.toLocaleString('en')} dossiers: input ${figure(megabytes.input)} MB of heap; ` +
        `peak of the process ${figure(megabytes.peakBefore)} MB before and ${figure(megabytes.peakAfter)} MB after the first tally.`,
    ],
  };
}

/** Time for each dossier at the largest size against the smallest: 1 is exactly linear. */
function growth(name: string, small: Samples, large: Samples, factor: number): string {
  const value = quantile(large, 0.5) / quantile(small, 0.5) / factor;
  const met = value <= 1 + growthGoal ? 'within' : 'NOT within';
  return `${name}: a dossier costs ${figure(value)} × at the largest size (linear = 1; ${met} 20 %).`;
}
