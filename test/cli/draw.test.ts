import { createHash } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { messages, runPanel, type Ran } from '../support/run-tally.ts';
import { secondDraw } from '../support/second-draw.ts';

const pool = `id,field,name
E01,财务,示例甲
E02,财务,示例乙
E03,财务,示例丙
E04,物流,示例丁
E05,物流,示例戊
`;
const rows = pool
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','))
  .map(([id = '', field = '']) => ({ id, field }));

/** Runs `panel draw` on the given files; the folder's name is taken out of the messages. */
async function runDraw(files: Readonly<Record<string, string>>, more: readonly string[]): Promise<Ran> {
  const folder = mkdtempSync(join(tmpdir(), 'draw-'));
  const args = Object.entries(files).flatMap(([option, content]) => {
    const path = join(folder, `${option}.csv`);
    writeFileSync(path, content);
    return [`--${option}`, path];
  });
  const ran = await runPanel(['draw', ...args, ...more]);
  return { ...ran, errors: ran.errors.replaceAll(`${folder}/`, '') };
}

const good = ['--quotas', '财务:1,物流：1', '--seed', '20261121'];

test('the command records draw, seed and the hashes of its files', async () => {
  const exclude = 'id,reason\nE02,示例：近亲属任职\n';
  const ran = await runDraw({ pool, exclude }, good);
  const quotas = [
    { field: '财务', quota: 1 },
    { field: '物流', quota: 1 },
  ];
  const hash = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}`;
  const { fields, ...rest } = JSON.parse(ran.out);
  expect({ status: ran.status, errors: ran.errors, rest }).toEqual({
    status: 0,
    errors: '',
    rest: { algorithm: 'paneldesk-draw-1', seed: '20261121', pool: hash(pool), exclude: hash(exclude) },
  });
  const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);
  const found = (fields as { field: string; drawn: { id: string }[]; substitutes: { id: string }[] }[]).map(
    (own) => ({ field: own.field, drawn: ids(own.drawn), substitutes: ids(own.substitutes) }),
  );
  expect(found).toEqual(secondDraw('20261121', rows, quotas, ['E02']));
});

test('the table shows names, places and substitutes', async () => {
  const ran = await runDraw({ pool }, [...good, '--format', 'table']);
  const lines = ran.out.trimEnd().split('\n');
  expect([ran.status, lines.length]).toEqual([0, 6]);
  expect(lines[0]?.split(/\s+/u)).toEqual(['field', 'place', 'id', 'name', 'digest']);
  expect(lines.filter((line) => /\+1/u.test(line))).toHaveLength(2);
});

test('the order of rows and columns and a byte order mark change nothing', async () => {
  const [header = '', ...body] = pool.trimEnd().split('\n');
  const turned = [header, ...body.toReversed()].map((line) => line.split(',').toReversed().join(','));
  const [first, second] = await Promise.all([
    runDraw({ pool }, good),
    runDraw({ pool: `\uFEFF${turned.join('\r\n')}\r\n` }, good),
  ]);
  expect(JSON.parse(second.out).fields).toEqual(JSON.parse(first.out).fields);
});

test('all defects of all inputs are named at once', async () => {
  const files = { pool: `${pool}E01,物流,示例己\nE09,,\nE10,财务\n`, exclude: 'id\nE77\n' };
  const ran = await runDraw(files, ['--quotas', '财务:4,物流二人,航天:1', '--seed', '']);
  expect([ran.status, ran.out]).toEqual([2, '']);
  expect(messages(ran)).toEqual([
    '--seed: The seed is missing.',
    'pool.csv: line 7: The id “E01” is repeated.',
    'pool.csv: line 8: “E09” has no field.',
    'pool.csv: line 9: The record has 2 columns instead of 3: a column is missing or extra.',
    'exclude.csv: line 2: The excluded “E77” isn’t in the pool.',
    '--quotas: “物流二人” should read field:number.',
    '--quotas: “财务” needs 4, and only 3 may be drawn.',
    '--quotas: Nobody in the pool has the field “航天”.',
  ]);
});

test('quotas, exclusions and columns are checked with their place', async () => {
  const quotas = ['--quotas', '财务:4,航天:1,物流:0', '--seed', 's'];
  expect(messages(await runDraw({ pool, exclude: 'id\nE77\nE01\nE01\n' }, quotas))).toEqual([
    'exclude.csv: line 2: The excluded “E77” isn’t in the pool.',
    'exclude.csv: line 4: The excluded “E01” is repeated.',
    '--quotas: “财务” needs 4, and only 2 may be drawn.',
    '--quotas: Nobody in the pool has the field “航天”.',
    '--quotas: The quota of “物流” must be a whole number of at least 1.',
  ]);
  const wrong = await runDraw({ pool: 'id,fields,name,name\n' }, ['--quotas', '财务1', '--seed', 's']);
  expect([wrong.status, messages(wrong).length]).toEqual([2, 4]);
});

test('missing, repeated and unknown options and unreadable files are refused', async () => {
  const [none, twice, format, unread] = await Promise.all([
    runPanel(['draw']),
    runDraw({ pool }, [...good, '--seed', 'x']),
    runDraw({ pool }, [...good, '--format', 'xml']),
    runPanel(['draw', '--pool', join(tmpdir(), 'no-such-pool.csv'), ...good]),
  ]);
  expect([none, twice, format, unread].map(({ status }) => status)).toEqual([2, 2, 2, 2]);
  expect(messages(unread)).toHaveLength(1);
});
