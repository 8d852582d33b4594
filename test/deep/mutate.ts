/**
 * `node test/deep/mutate.ts [files …]`: Stryker over shared/domain with the tests of test/domain, one file
 * after another, so that a broken run keeps what it had and a file can be repeated alone. Without names every
 * file is run, the arithmetic first. The report in test/deep/reports covers all files whose last result
 * belongs to their present source and names the others; `--report` only writes it again. `survivors.json`
 * explains mutants that change nothing anybody could see. Fails below the goal, with an unexplained survivor
 * or with a file missing.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import {
  addUp,
  countMutants,
  describeMutants,
  type Explanation,
  type FileCount,
  type StrykerReport,
} from './mutation-report.ts';

const GOAL_PERCENT = 95;
/** What decides a city's list comes first, in case a run has to end early. */
const IMPORTANT =
  'decimal fraction rounding trim aggregate counted-sheets rank ties tally selection explain sheet phase permission';
const projectFolder = join(import.meta.dirname, '../..');
const found = join(projectFolder, 'out/mutation.json');
const folder = join(import.meta.dirname, 'reports');
const stored = join(folder, 'mutation.json');
const script = join(projectFolder, 'node_modules/@stryker-mutator/core/bin/stryker.js');
const important = IMPORTANT.split(' ').map((name) => `shared/domain/${name}.ts`);
const files = [
  ...important,
  ...globSync('shared/domain/**/*.ts', { cwd: projectFolder })
    .sort()
    .filter((file) => !important.includes(file)),
];

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

function hashOf(file: string): string {
  return createHash('sha256')
    .update(readFileSync(join(projectFolder, file)))
    .digest('hex');
}

function runFile(file: string): FileCount | null {
  rmSync(found, { force: true });
  const source = hashOf(file);
  const words = [script, 'run', 'test/deep/stryker.config.json', '--mutate', file];
  const { stdout } = spawnSync(process.execPath, words, {
    cwd: projectFolder,
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
  });
  if (existsSync(found)) return countMutants(readJson(found) as StrykerReport, file, source);
  // A file of types alone has nothing to mutate, and Stryker then writes no report.
  const nothing = stdout.includes('with 0 mutant(s)');
  return nothing ? { file, source, killed: 0, timedOut: 0, survivors: [] } : null;
}

function writeReport(counts: readonly FileCount[]): boolean {
  const explanations = readJson(join(import.meta.dirname, 'survivors.json')) as readonly Explanation[];
  const known = files.flatMap((file) => counts.find((one) => one.file === file) ?? []);
  const missing = files.filter((file) => !known.some((one) => one.file === file));
  mkdirSync(folder, { recursive: true });
  writeFileSync(stored, `${JSON.stringify(known, null, 2)}\n`);
  writeFileSync(join(folder, 'mutation.md'), describeMutants(known, explanations, missing));
  const { killed, survived, unexplained } = addUp(known, explanations);
  process.stdout.write(
    `${killed} killed, ${survived} survived (${unexplained} unexplained), ${missing.length} files not run\n`,
  );
  const percent = (100 * killed) / Math.max(1, killed + survived);
  return percent >= GOAL_PERCENT && unexplained === 0 && missing.length === 0;
}

const names = process.argv.slice(2);
let counts = existsSync(stored) ? (readJson(stored) as readonly FileCount[]) : [];
counts = counts.filter((one) => files.includes(one.file) && one.source === hashOf(one.file));
let good = writeReport(counts);
for (const file of names.length === 0 ? files : names.filter((name) => name !== '--report')) {
  const count = runFile(file);
  if (count === null) {
    process.stderr.write(`Stryker left no report on ${file}.\n`);
    process.exitCode = 1;
    continue;
  }
  process.stdout.write(
    `${file}: ${count.killed + count.timedOut} killed, ${count.survivors.length} survived; `,
  );
  counts = [...counts.filter((one) => one.file !== file), count];
  good = writeReport(counts);
}
if (!good) process.exitCode = 1;
