/**
 * `node test/deep/mutate.ts [files …]`: Stryker over shared/domain with the tests of test/domain. The report
 * goes to test/deep/reports; `survivors.json` explains mutants that change nothing anybody could see. Fails
 * below the goal or with an unexplained survivor.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { countMutants, describeMutants, type Explanation, type StrykerReport } from './mutation-report.ts';

const GOAL_PERCENT = 95;
const projectFolder = join(import.meta.dirname, '../..');
const found = join(projectFolder, 'out/mutation.json');
const folder = join(import.meta.dirname, 'reports');
const explanations = JSON.parse(
  readFileSync(join(import.meta.dirname, 'survivors.json'), 'utf8'),
) as readonly Explanation[];

const files = process.argv.slice(2);
const script = join(projectFolder, 'node_modules/@stryker-mutator/core/bin/stryker.js');
const words = [
  'run',
  'test/deep/stryker.config.json',
  ...(files.length > 0 ? ['--mutate', files.join()] : []),
];
rmSync(found, { force: true });
spawnSync(process.execPath, [script, ...words], { cwd: projectFolder, stdio: 'inherit' });
if (!existsSync(found)) {
  process.stderr.write('Stryker left no report.\n');
  process.exit(1);
}
const mutants = countMutants(JSON.parse(readFileSync(found, 'utf8')) as StrykerReport, explanations);
mkdirSync(folder, { recursive: true });
// A run over a few files must not replace the report on all of them.
const name = files.length > 0 ? 'mutation-part' : 'mutation';
writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(mutants, null, 2)}\n`);
writeFileSync(join(folder, `${name}.md`), describeMutants(mutants));
const unexplained = mutants.survivors.filter(({ why }) => why === null).length;
const percent = (100 * mutants.killed) / Math.max(1, mutants.killed + mutants.survivors.length);
process.stdout.write(
  `${mutants.killed} killed, ${mutants.survivors.length} survived (${unexplained} unexplained)\n`,
);
process.exitCode = percent < GOAL_PERCENT || unexplained > 0 ? 1 : 0;
