import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { playwrightSum, vitestSum, type Sum } from './report-sum.ts';

const projectFolder = join(import.meta.dirname, '..');
const outFolder = join(projectFolder, 'out');
const unitReport = join(outFolder, 'unit.json');
const browserReport = join(outFolder, 'browser.json');

function run(script: string, words: readonly string[], environment: Record<string, string> = {}): number {
  const options = { cwd: projectFolder, stdio: 'inherit', env: { ...process.env, ...environment } } as const;
  return (
    spawnSync(process.execPath, [join(projectFolder, 'node_modules', script), ...words], options).status ?? 1
  );
}

/** A runner that left no report, or said "failed" while its report knows of no failure, counts as one failure. */
function sumOf(name: string, status: number, path: string, read: (report: unknown) => Sum): Sum {
  if (!existsSync(path)) return { passed: 0, failed: 1, notRun: [`${name}: no report`] };
  const sum = read(JSON.parse(readFileSync(path, 'utf8')));
  if (sum.passed + sum.failed === 0)
    return { ...sum, failed: 1, notRun: [...sum.notRun, `${name}: no test ran`] };
  return status !== 0 && sum.failed === 0 ? { ...sum, failed: 1 } : sum;
}

mkdirSync(outFolder, { recursive: true });
for (const report of [unitReport, browserReport]) rmSync(report, { force: true });

// The build comes first: the package test and the browser tests look at what is shipped.
const built = run('vite/bin/vite.js', ['build', 'renderer', '--app', '--logLevel', 'warn']);
const buildSum: Sum = { passed: 0, failed: built === 0 ? 0 : 1, notRun: [] };

const unit = run('vitest/vitest.mjs', [
  'run',
  '--config=renderer/vite.config.ts',
  '--reporter=dot',
  '--reporter=json',
  `--outputFile.json=${unitReport}`,
]);
const unitSum = sumOf('unit tests', unit, unitReport, vitestSum);

const projects = ['loopback', 'stand-in', 'electron'].map((name) => `--project=${name}`);
const browser = run(
  '@playwright/test/cli.js',
  ['test', '--config=test', ...projects, '--reporter=line,json'],
  {
    PLAYWRIGHT_JSON_OUTPUT_NAME: browserReport,
  },
);
const browserSum = sumOf('browser tests', browser, browserReport, playwrightSum);

const sums = [buildSum, unitSum, browserSum];
const total = (pick: (sum: Sum) => number): number => sums.reduce((count, sum) => count + pick(sum), 0);
if (built !== 0) console.log('not run: the build failed, so what is shipped was not looked at');
for (const line of sums.flatMap((sum) => sum.notRun)) console.log(`not run: ${line}`);
console.log(`${total((sum) => sum.passed)} passed, ${total((sum) => sum.failed)} failed`);
process.exitCode = total((sum) => sum.failed) > 0 ? 1 : 0;
