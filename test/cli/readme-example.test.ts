import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runPanel } from '../support/run-tally.ts';

const root = join(import.meta.dirname, '..', '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

test('the recount in the README answers what the README prints below it', () => {
  const [, line = '', answer = ''] =
    /```\nnpm run -s panel -- (tally [^\n]+)\n```[\s\S]*?```\n(rank [\s\S]*?)```/u.exec(readme) ?? [];
  const panel = join(root, 'electron', 'cli', 'panel.ts');
  const out = execFileSync(process.execPath, [panel, ...line.split(' ')], { cwd: root, encoding: 'utf8' });
  expect(
    out
      .trimEnd()
      .split('\n')
      .map((row) => row.trimEnd()),
  ).toEqual(
    answer
      .trimEnd()
      .split('\n')
      .map((row) => row.trimEnd()),
  );
});

test('the README names every command', async () => {
  const { out } = await runPanel(['--help']);
  const names = [...out.matchAll(/^ {2}(\w+) /gmu)].map(([, name = '']) => name);
  expect(names.length).toBeGreaterThan(3);
  expect(names.filter((name) => !readme.includes(`npm run -s panel -- ${name} `))).toEqual([]);
});
