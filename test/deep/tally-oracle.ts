/** `node test/deep/tally-oracle.ts [runs] [seed]`: random reviews of every setting, tally against oracle. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { compareWithOracle } from '../support/oracle-comparison.ts';

const DEFAULT_RUNS = 100_000;
/** Fixed, so that a committed report can be repeated; another seed may be given. */
const DEFAULT_SEED = 20_261_121;
/** Short batches keep memory low and show progress. */
const BATCH = 5000;

const [runs = DEFAULT_RUNS, seed = DEFAULT_SEED] = process.argv.slice(2).map(Number);
if (![runs, seed].every((value) => Number.isSafeInteger(value) && value > 0)) {
  process.stderr.write('Usage: node test/deep/tally-oracle.ts [runs] [seed]\n');
  process.exit(2);
}
for (let done = 0; done < runs; done += BATCH) {
  const batch = Math.min(BATCH, runs - done);
  compareWithOracle(batch, seed + done);
  process.stdout.write(`${done + batch} of ${runs} random reviews agree\n`);
}
const folder = join(import.meta.dirname, 'reports');
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'tally-oracle.json'), `${JSON.stringify({ runs, seed, differences: 0 })}\n`);
process.stdout.write(`${runs} passed, 0 failed\n`);
