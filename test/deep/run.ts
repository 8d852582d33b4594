import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/**
 * `npm run deep`: the long runs, one after another, each with its own report under `test/deep/reports`. Ends
 * with 1 when one of them failed; the others still run. `npm run deep -- oracle faults` runs only those.
 */
const folder = import.meta.dirname;
const vitest = join(folder, '..', '..', 'node_modules', 'vitest', 'vitest.mjs');
const runs: Readonly<Record<string, { readonly about: string; readonly words: readonly string[] }>> = {
  oracle: {
    about: '100,000 random reviews against the second implementation',
    words: [join(folder, 'tally-oracle.ts')],
  },
  faults: {
    about: '200 kills of a writing process',
    words: [vitest, 'run', '-c', 'renderer/vite.config.ts', 'test/faults'],
  },
  bundles: {
    about: 'forged and honest result bundles against both verifiers',
    words: [join(folder, 'bundles.ts')],
  },
  materials: {
    about: '2 GB of files sealed, against age-encryption alone',
    words: [join(folder, 'materials.ts')],
  },
  mutation: { about: 'mutation testing of shared/domain', words: [join(folder, 'mutate.ts')] },
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(runs, name));
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(', ')}. There are: ${Object.keys(runs).join(', ')}.`);
  process.exit(2);
}
let failed = false;
for (const [name, { about, words }] of Object.entries(runs)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n== ${name}: ${about}`);
  const { status } = spawnSync(process.execPath, words, {
    stdio: 'inherit',
    cwd: join(folder, '..', '..'),
    env: { ...process.env, PANEL_DEEP: '1' },
  });
  console.log(`== ${name}: ${status === 0 ? 'good' : `failed (${status ?? 'ended by a signal'})`}`);
  failed ||= status !== 0;
}
process.exitCode = failed ? 1 : 0;
