import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { removeFolder } from '../support/backend.ts';
import { startBuiltHost } from '../support/built-host.ts';
import { openSampleReview } from '../support/sample-review.ts';
import { interleave, timed } from './measure.ts';
import { programPragmas } from './pragmas.ts';
import { millisecondsToFirstWord, runNode } from './program.ts';
import { makeRow, type Findings, type Setting } from './row.ts';

/** What the page asks first, as the page asks it. @throws Error unless the sample is in the answer */
async function firstAnswer(address: string): Promise<void> {
  const { origin, hash } = new URL(address);
  const response = await fetch(`${origin}/call`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-panel-token': hash.slice('#k='.length),
      'x-panel-session': 'bench-session',
    },
    body: JSON.stringify({ name: 'review.list', input: {} }),
  });
  const reply = (await response.json()) as { ok: boolean; value?: readonly unknown[] };
  if (!reply.ok || reply.value?.length !== 1) throw new Error(`first answer: ${JSON.stringify(reply)}`);
}

/**
 * The built loopback host on the scored sample, from starting the process to the first `review.list` over
 * HTTP, against a bare Node that opens the same file with the same pragmas and reads one row.
 */
export async function coldStart({ folder, projectFolder, quick }: Setting): Promise<Findings> {
  const sample = await openSampleReview('scored');
  await sample.close();
  const dataFolder = join(folder, 'data');
  mkdirSync(dataFolder);
  const database = join(dataFolder, 'paneldesk.db');
  copyFileSync(join(sample.folder, 'paneldesk.db'), database);
  removeFolder(sample.folder);
  const pragmas = JSON.stringify(programPragmas(folder));
  const bare = join(import.meta.dirname, 'bare-open.mjs');
  const host = async (): Promise<number> => {
    let stop: () => Promise<unknown> = () => Promise.resolve();
    const milliseconds = await timed(async () => {
      const started = await startBuiltHost(dataFolder, {}, projectFolder);
      stop = started.stop;
      await firstAnswer(started.address);
    });
    await stop();
    return milliseconds;
  };
  const samples = await interleave(
    quick ? 3 : 21,
    {
      host,
      bare: () => millisecondsToFirstWord([bare, database, pragmas]),
      nothing: async () => (await runNode(['--eval', '0'])).milliseconds,
    },
    1,
  );
  const ours = 'cold start to the first review.list, built host, scored sample';
  return {
    rows: [
      makeRow({ ours, peer: 'bare node + SQLite open + one row' }, samples.host, samples.bare),
      makeRow({ ours, peer: 'node --eval 0' }, samples.host, samples.nothing),
    ],
    notes: [],
  };
}
