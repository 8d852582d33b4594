/** `npm run bench`: times as ratios to a peer measured in the same run. Nothing here is ever asserted. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildIsStale } from '../../electron/launcher.mjs';
import { coldStart } from './cold-start.ts';
import { keystroke } from './keystroke.ts';
import { machineOf } from './machine.ts';
import { minutes } from './minutes.ts';
import { reportMarkdown, reportText, type Report } from './report.ts';
import type { Benchmark, Row } from './row.ts';
import { sealing } from './sealing.ts';
import { signatures } from './signatures.ts';
import { tallyCommand } from './tally-command.ts';
import { tally } from './tally.ts';

const usage = `Usage: npm run bench -- [--only NAME,…] [--quick] [--out FILE.json] [--report FILE.md]
Names: start, keystroke, minutes, signatures, tally, command, sealing
`;

const benchmarks: Readonly<Record<string, Benchmark>> = {
  start: coldStart,
  keystroke,
  minutes,
  signatures,
  tally,
  command: tallyCommand,
  sealing,
};

const projectFolder = join(import.meta.dirname, '..', '..');

/** What is measured is the built program of these sources, as `npm start` would build it. */
function requireBuild(): void {
  if (!buildIsStale(projectFolder)) return;
  const vite = join(projectFolder, 'node_modules', 'vite', 'bin', 'vite.js');
  const words = [vite, 'build', 'renderer', '--app', '--logLevel', 'warn'];
  const { status } = spawnSync(process.execPath, words, { cwd: projectFolder, stdio: 'inherit' });
  if (status !== 0) throw new Error('the build failed');
}

/** One benchmark that fails, e.g. without a browser, is named in the report; the others still run. */
async function measure(names: readonly string[], quick: boolean): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), 'paneldesk-bench-'));
  const before = machineOf(folder);
  const rows: Row[] = [];
  const notes: string[] = [];
  try {
    for (const name of names) {
      console.error(`measuring: ${name}`);
      const own = join(folder, name);
      mkdirSync(own);
      try {
        const findings = await benchmarks[name]?.({ folder: own, projectFolder, quick });
        rows.push(...(findings?.rows ?? []));
        notes.push(...(findings?.notes ?? []));
      } catch (error) {
        console.error(error);
        notes.push(
          `not run: ${name} (${error instanceof Error ? error.message.split('\n')[0] : String(error)})`,
        );
      }
      rmSync(own, { recursive: true, force: true });
    }
    if (quick) notes.push('A quick look: few rounds, small inputs. Not for a report.');
    return { before, after: machineOf(folder), rows, notes };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      quick: { type: 'boolean', default: false },
      out: { type: 'string' },
      report: { type: 'string' },
    },
  });
  const names = values.only?.split(',') ?? Object.keys(benchmarks);
  const unknown = names.filter((name) => !Object.hasOwn(benchmarks, name));
  if (unknown.length > 0) {
    process.stderr.write(`Unknown: ${unknown.join(', ')}\n${usage}`);
    return 2;
  }
  requireBuild();
  const report = await measure(names, values.quick);
  process.stdout.write(reportText(report));
  if (values.out !== undefined) writeFileSync(values.out, `${JSON.stringify(report, null, 2)}\n`);
  if (values.report !== undefined) writeFileSync(values.report, reportMarkdown(report));
  return report.notes.some((note) => note.startsWith('not run:')) ? 1 : 0;
}

process.exitCode = await main();
