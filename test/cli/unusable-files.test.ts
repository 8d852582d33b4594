import { join } from 'node:path';
import { expect, test } from 'vitest';
import { messages, runPanel } from '../support/run-tally.ts';

const here = import.meta.filename;
const nothing = join(import.meta.dirname, 'no-such-file');

test.each([
  ['C.UTF-8', 'The folder can’t be made or written to: '],
  ['zh_CN.UTF-8', '文件夹无法建立或写入：'],
])('a demo into an impossible folder is refused with one sentence (%s)', async (language, start) => {
  const ran = await runPanel(['demo', '--out', join(here, 'below')], { LC_ALL: language });
  expect([ran.status, ran.out, messages(ran).length]).toEqual([2, '', 1]);
  expect(ran.errors.startsWith(start)).toBe(true);
});

test('missing files are named without the system’s own words', async () => {
  const args = ['tally', '--scheme', nothing, '--sheets', import.meta.dirname];
  const ran = await runPanel(args, { LC_ALL: 'zh_CN.UTF-8' });
  expect({ status: ran.status, lines: messages(ran) }).toEqual({
    status: 2,
    lines: [
      `${nothing}: 没有这个文件。`,
      `${import.meta.dirname}: 这个文件无法读取：请确认它不是文件夹，并且您有权读取。`,
    ],
  });
});
