import { expect, test } from 'vitest';
import { openConnection, type Connection } from '../../electron/database/driver.ts';
import { openTestBackend, removeFolder, type TestBackend } from '../support/backend.ts';
import { enterOffice, openOpenedReview, type OpenedReview } from '../support/opened-review.ts';
import { openSampleReview } from '../support/sample-review.ts';

/** Works on the file as somebody with an SQLite tool would; then the secretary unlocks and goes on. */
async function reopened(
  closed: TestBackend,
  change: (connection: Connection) => void,
): Promise<OpenedReview> {
  await closed.close();
  const connection = openConnection(`${closed.folder}/paneldesk.db`);
  change(connection);
  connection.close();
  return enterOffice(await openTestBackend({ folder: closed.folder }));
}

async function resultAfter(sql: string): Promise<unknown> {
  const review = await reopened(await openOpenedReview(), (connection) => connection.exec(sql));
  const { code, places } = await review.refused('office', 'tally.get', { reviewId: review.reviewId });
  await review.close();
  removeFolder(review.folder);
  return [code, places?.map(({ path, reason }) => [path.split(' ')[0], reason])];
}

test.each([
  ['its name', `UPDATE dossier SET name = '别的公司' WHERE number = 3`, ['3', 'materials.altered.name']],
  [
    'its code',
    `UPDATE dossier SET credit_code = '91110108551385082Q' WHERE number = 3`,
    ['3', 'materials.altered.name'],
  ],
  [
    'a fact',
    `UPDATE dossier SET fields = json_set(fields, '$.paidInCapital', '99999') WHERE number = 3`,
    ['3', 'materials.altered.facts'],
  ],
  [
    'its eligibility',
    `UPDATE judgement SET outcome = 'not-met' WHERE condition_id = 'TY-1c' AND dossier_id = (SELECT id FROM dossier WHERE number = 1)`,
    ['1', 'materials.altered.eligibility'],
  ],
  [
    'its withdrawal',
    `UPDATE dossier SET withdrawn_reason = 'x' WHERE number = 3`,
    ['3', 'materials.altered.withdrawn'],
  ],
])(
  'a dossier of which somebody changed %s with an SQLite tool is named instead of a result',
  async (_what, sql, place) => {
    expect(await resultAfter(sql)).toEqual(['data-corrupt', [place]]);
  },
);

test('it is named at the opening too, and no act of the secretary signs over it', async () => {
  const sample = await openSampleReview('scored');
  const { reviewId } = sample;
  await sample.call('office', 'review.close', { reviewId });
  const review = await reopened(sample, (connection) =>
    connection.exec(`UPDATE dossier SET name = '别的公司' WHERE number = 3`),
  );
  const [secretary, chair] = [
    review.seats.find(({ role }) => role === 'secretary'),
    review.seats.find((seat) => seat.chair),
  ];
  if (secretary === undefined || chair === undefined) throw new Error('seats');
  const opening = await review.refused('office', 'opening.open', {
    reviewId,
    secretaryPassphrase: review.passphrase(secretary),
    keeperSeatId: chair.seatId,
    keeperPassphrase: review.passphrase(chair),
  });
  expect(opening.places?.map(({ path, reason }) => [path.split(' ')[0], reason])).toEqual([
    ['3', 'materials.altered.name'],
  ]);
  const [other] = (await review.call('office', 'dossier.list', { reviewId })).filter(
    ({ number }) => number === 5,
  );
  const withdrawal = { reviewId, dossierId: other?.dossierId ?? '', reason: '示例' };
  const refusal = await review.refused('office', 'dossier.withdraw', withdrawal);
  expect(refusal.places?.map(({ reason }) => reason)).toEqual(['materials.altered.name']);
  await review.close();
  removeFolder(review.folder);
});
