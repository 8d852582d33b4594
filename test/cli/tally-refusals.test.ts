import { expect, test } from 'vitest';
import { csv, exampleText, goodSheets, messages, runPanel, runTally } from '../support/run-tally.ts';

/** Status, standard output and messages of a run that has to be refused. */
async function recount(files: Parameters<typeof runTally>[0]): Promise<unknown> {
  const ran = await runTally(files);
  return { status: ran.status, out: ran.out, lines: messages(ran) };
}

/** Status 2, nothing on standard output, and exactly these messages. */
function refusedWith(lines: readonly string[]): unknown {
  return { status: 2, out: '', lines };
}

test('every bad record is named at once with its first physical line', async () => {
  const sheets = csv(
    'D1,M1,basic.capitel,4',
    'D1,M1,basic.capital,5.1',
    'D1,M1,basic.record,8.001',
    'D1,M2,basic.capital,4.25',
    '"D\n1",M9,basic.record,101',
    'D1,M2,basic.record,-1',
    'D1,M3,basic.record,08',
    'D1,M4,basic.record,8.',
    'D1,M5,basic.record,.5',
    'D1,M6,basic.record,+8',
    'D1,M7,basic.record,-0',
    'D1,M8,basic.record,1e1',
    'D1,M3,basic.capital, 4',
    'D1,M1,basic.capital,4',
    ',M1,basic.record,4',
    'D2,,basic.record,4',
    'D2,M1,,4',
    'D2,M1,basic.record',
    'D2,M1,basic.record,4,5',
    'D2,M1,basic.record,"4',
    '',
    'x',
  );
  expect(await recount({ scheme: exampleText, sheets })).toEqual(
    refusedWith([
      'sheets.csv: line 2: Unknown item “basic.capitel”.',
      'sheets.csv: line 3: “5.1” is over the cap 5.',
      'sheets.csv: line 4: “8.001” has more than 2 decimals.',
      'sheets.csv: line 5: “4.25” is off the step 0.1.',
      'sheets.csv: line 6: “101” is over the cap 10.',
      ...['-1', '08', '8.', '.5', '+8', '-0', '1e1', ' 4'].map(
        (score, index) =>
          `sheets.csv: line ${8 + index}: “${score}” is not a score; write digits with at most two decimals.`,
      ),
      'sheets.csv: line 16: D1 × M1 × basic.capital is repeated.',
      'sheets.csv: line 17: Empty id in column “dossier”.',
      'sheets.csv: line 18: Empty id in column “member”.',
      'sheets.csv: line 19: Empty id in column “item”.',
      'sheets.csv: line 20: The record has 3 columns instead of 4: a column is missing or extra.',
      'sheets.csv: line 21: The record has 5 columns instead of 4: a column is missing or extra.',
      'sheets.csv: line 22: A quote is not closed.',
    ]),
  );
});

test('a repetition counts even where the first score was blank or the item unknown', async () => {
  const sheets = csv('D,M,basic.record,', 'D,M,basic.record,1', 'D,M,what,1', 'D,M,what,1');
  expect(await recount({ scheme: exampleText, sheets })).toEqual(
    refusedWith([
      'sheets.csv: line 3: D × M × basic.record is repeated.',
      'sheets.csv: line 4: Unknown item “what”.',
      'sheets.csv: line 5: Unknown item “what”.',
      'sheets.csv: line 5: D × M × what is repeated.',
    ]),
  );
});

test.each<[string, string, readonly string[]]>([
  ['missing columns', 'dossier,member\nD,M\n', ['Missing column “item”.', 'Missing column “score”.']],
  [
    'an extra column, and the rows are still checked',
    'dossier,member,item,score,note\nD,M,basic.record,11,hm\n',
    ['Extra column “note”.', '2: “11” is over the cap 10.'],
  ],
  ['a repeated column', 'dossier,member,item,score,score\n', ['Repeated column “score”.']],
  [
    'an empty file',
    '',
    ['dossier', 'member', 'item', 'score'].map((column) => `Missing column “${column}”.`),
  ],
  [
    'a column in another case',
    'Dossier,member,item,score\n',
    ['Extra column “Dossier”.', 'Missing column “dossier”.'],
  ],
])('%s', async (_name, sheets, expected) => {
  const lines = expected.map((line) => `sheets.csv: line ${/^[0-9]/u.test(line) ? line : `1: ${line}`}`);
  expect(await recount({ scheme: exampleText, sheets })).toEqual(refusedWith(lines));
});

test.each<[string, string, string]>([
  ['a stray quote', 'D,M,basic.record,4"', 'line 2: A quote stands in the wrong place.'],
  ['text after a closing quote', 'D,M,basic.record,"4"5', 'line 2: A quote stands in the wrong place.'],
  [
    'a carriage return alone',
    'D,M,basic.record,4\rD,M,basic.capital,4',
    'line 2: A carriage return alone is not a line end.',
  ],
  [
    'a blank line in the middle',
    '\nD,M,basic.record,4',
    'line 2: The record has 1 columns instead of 4: a column is missing or extra.',
  ],
])('%s in sheets.csv is refused', async (_name, rows, expected) => {
  const errors = (await runTally({ scheme: exampleText, sheets: csv(rows) })).errors;
  expect(errors.split('\n')[0]).toBe(`sheets.csv: ${expected}`);
});

test('a member who is recused or not seated can have no sheet', async () => {
  const review = JSON.stringify({ members: ['M1', 'M2'], recused: [['M2', 'D1']] });
  const expected = [
    'sheets.csv: line 4: M2 is recused from D1 and can have no sheet.',
    'sheets.csv: line 5: M2 is recused from D1 and can have no sheet.',
    'sheets.csv: line 6: “M3” is not a member of this panel.',
    'sheets.csv: line 7: “M3” is not a member of this panel.',
  ];
  expect(await recount({ scheme: exampleText, sheets: goodSheets, review })).toEqual(refusedWith(expected));
});

test('defects of all three files come in one answer', async () => {
  const scheme = exampleText
    .replace('"total":"15"', '"total":"16","totel":"15"')
    .replace('"quorum":3', '"quorum":3,"quorum":0');
  const review = '{"preferred":["D1"],"preferred":[],"votes":[["D1","D1"]],"vote":[],"recused":[["M1"]]}';
  expect(await recount({ scheme, sheets: csv('D1,M1,basic.record,11'), review })).toEqual(
    refusedWith([
      'scheme.json: Unknown key “totel”.',
      'scheme.json: total: Σ cap × weight is 15 instead of 16, a difference of -1.',
      'scheme.json: tally.quorum: The quorum must be a whole number of at least 1.',
      expect.stringMatching(/^scheme\.json: line 1: The key “quorum” is repeated\.$/u),
      'review.json: votes.0: A dossier stands twice in one vote.',
      'review.json: recused.0: It must have this many entries at least: 2.',
      'review.json: Unknown key “vote”.',
      'review.json: line 1: The key “preferred” is repeated.',
      'sheets.csv: line 2: “11” is over the cap 10.',
    ]),
  );
});

test('files that can’t be read are all named', async () => {
  const ran = await runPanel([
    'tally',
    '--scheme',
    '/nowhere/a',
    '--sheets',
    '/nowhere/b',
    '--review',
    '/nowhere/c',
  ]);
  expect([ran.status, ran.out, messages(ran).length]).toEqual([2, '', 3]);
});

test('control characters of the input never reach the terminal', async () => {
  const ran = await runTally({ scheme: exampleText, sheets: csv('D,M,\u001b[2J,4') });
  expect(messages(ran)).toEqual(['sheets.csv: line 2: Unknown item “\\u{1b}[2J”.']);
});
