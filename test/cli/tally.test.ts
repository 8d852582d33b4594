import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { csv, exampleScheme, exampleText, goodSheets, runPanel, runTally } from '../support/run-tally.ts';

const hash = `sha256:${createHash('sha256').update(exampleText).digest('hex')}`;
const first = {
  id: 'D1',
  rank: 1,
  score: '13.17',
  exact: '79/6',
  members: 3,
  status: 'final',
  categories: [{ id: 'basic', mean: '13.17', exact: '79/6' }],
  notes: [],
};

test('the answer is exactly the document of the format, with the hash of the scheme’s bytes', async () => {
  const ran = await runTally({ scheme: exampleText, sheets: goodSheets });
  expect(ran).toEqual({ status: 0, errors: '', out: expect.any(String) });
  expect(JSON.parse(ran.out)).toEqual({ scheme: hash, dossiers: [first] });
});

test('byte order mark, CRLF, quotes, other orders, full-width digits and a blank last line are accepted', async () => {
  const rows = goodSheets
    .trimEnd()
    .split('\n')
    .slice(1)
    .reverse()
    .map((row) => {
      const [dossier, member, item, score = ''] = row.split(',');
      return `"${score === '8' ? '８' : score.replace('4.5', '４．５')}",${member},"${dossier}",${item}`;
    });
  const sheets = `\uFEFF${['score,"member",dossier,item', ...rows].join('\r\n')}\r\n\r\n`;
  const ran = await runTally({ scheme: exampleText, sheets }, ['--format', 'json']);
  expect(ran.errors).toBe('');
  expect(JSON.parse(ran.out)).toEqual({ scheme: hash, dossiers: [first] });
});

test('an incomplete sheet is noted and not counted, and no sheet at all is null', async () => {
  const sheets = goodSheets + 'D1,M4,basic.record,5\nD2,M1,basic.capital,\nD2,M1,basic.record,0\n';
  const { dossiers } = JSON.parse((await runTally({ scheme: exampleText, sheets })).out);
  expect(dossiers).toEqual([
    { ...first, notes: ['M4 incomplete: basic.capital'] },
    {
      id: 'D2',
      rank: null,
      score: null,
      exact: null,
      members: 0,
      status: 'provisional',
      categories: [{ id: 'basic', mean: null, exact: null }],
      notes: ['M1 incomplete: basic.capital'],
    },
  ]);
});

test('the review file brings preference, vetoes, votes, recusals and absences', async () => {
  const rows = ['D1', 'D2', 'D3', 'D4', 'D5'].map((dossier) => `${dossier},M1,x,5`);
  const scheme = JSON.stringify({
    title: '',
    total: '5',
    categories: [{ id: 'x', name: '', cap: '5' }],
    tally: { aggregate: 'mean', ties: ['preference', 'vote'], quorum: 1 },
  });
  const review = JSON.stringify({
    preferred: ['D4', 'nobody'],
    ineligible: ['D5'],
    votes: [['D3', 'D2', 'D1']],
    members: ['M1', 'M2'],
    recused: [
      ['M2', 'D1'],
      ['M2', 'D2'],
    ],
    absent: [
      ['M2', 'D3'],
      ['M2', 'D4'],
    ],
  });
  const { dossiers } = JSON.parse((await runTally({ scheme, sheets: csv(...rows), review })).out);
  const lines = dossiers.map(
    (entry: Record<string, unknown>) => `${entry['rank']} ${entry['id']} ${entry['status']}`,
  );
  expect(lines).toEqual(['1 D4 final', '2 D3 final', '3 D2 final', '4 D1 final', 'null D5 provisional']);
});

test('the parts of a frozen scheme that are not arithmetic do not enter the calculation', async () => {
  const scheme = JSON.stringify({
    ...exampleScheme,
    basis: ['示例办法'],
    note: '示例分值',
    validity: { from: '2026-01-01' },
    panel: { minimum: 5, show: 'codes' },
    deviation: '20',
    eligibility: [{ id: 'e', text: '示例', kind: 'yes', fact: 'f', article: '三', effect: 'veto' }],
  });
  const ran = await runTally({ scheme, sheets: goodSheets });
  expect(JSON.parse(ran.out).dossiers).toEqual([first]);
});

test('sheets without rows give an empty result', async () => {
  const ran = await runTally({ scheme: exampleText, sheets: 'dossier,member,item,score' });
  expect(JSON.parse(ran.out)).toEqual({ scheme: hash, dossiers: [] });
});

test('the table shows more decimals where two different values would print alike', async () => {
  const rows = ['5,5,5', '5.01,5,5', '4,4,4'].flatMap((line, dossier) =>
    line.split(',').map((score, member) => `D${dossier},M${member},x,${score}`),
  );
  const scheme = JSON.stringify({
    title: '',
    total: '6',
    categories: [{ id: 'x', name: '', cap: '6' }],
    tally: { aggregate: 'mean' },
  });
  const ran = await runTally({ scheme, sheets: csv(...rows) }, ['--format=table']);
  expect(ran.out.split('\n').map((line) => line.split(/\s+/u).join(' '))).toEqual([
    'rank dossier score members status notes',
    '1 D1 5.003 3 final',
    '2 D0 5.000 3 final',
    '3 D2 4.00 3 final',
    '',
  ]);
});

test('usage is asked for with --help and told after a wrong call', async () => {
  const [help, none, wrong, twice, format, unknown] = await Promise.all([
    runPanel(['tally', '--help']),
    runPanel([]),
    runPanel(['tally', '--sheet', 'x']),
    runPanel(['tally', '--scheme', 'a', '--scheme', 'b', '--sheets', 'c']),
    runPanel(['tally', '--scheme', 'a', '--sheets', 'c', '--format', 'xml']),
    runPanel(['toString']),
  ]);
  expect([help, none, wrong, twice, format, unknown].map(({ status }) => status)).toEqual([0, 2, 2, 2, 2, 2]);
  expect(help.out).toContain('--scheme scheme.json');
  for (const { errors, out } of [none, wrong, twice, format, unknown]) {
    expect([errors.includes('Usage'), out]).toEqual([true, '']);
  }
});
