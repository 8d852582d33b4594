import { expect, test } from 'vitest';
import { openConnection, type Connection } from '../../electron/database/driver.ts';
import { openTestBackend, removeFolder } from '../support/backend.ts';
import { enterOffice, openOpenedReview } from '../support/opened-review.ts';
import { openSampleReview } from '../support/sample-review.ts';

interface Pair {
  readonly seat_id: string;
  readonly dossier_id: string;
}

/** An absence that nobody signed, as somebody with an SQLite tool would write it. */
function forgeAbsence(connection: Connection, { seat_id, dossier_id }: Pair, signer: string): void {
  connection
    .prepare("INSERT INTO absence VALUES (?, ?, '伪造', 'a.b.c', ?, 1)")
    .run(seat_id, dossier_id, signer);
}

test('an absence that neither chair nor deputy signed keeps the sheets shut', async () => {
  const sample = await openSampleReview();
  const { reviewId, chair, secretary } = sample;
  const { missing } = await sample.call('office', 'board.get', { reviewId });
  await sample.call('office', 'review.close', { reviewId });
  await sample.close();
  const connection = openConnection(`${sample.folder}/paneldesk.db`);
  for (const { seatId, dossierId } of missing) {
    forgeAbsence(connection, { seat_id: seatId, dossier_id: dossierId }, chair.seatId);
  }
  connection.close();
  const again = await openTestBackend({ folder: sample.folder });
  const unlocked = { personId: secretary.personId, passphrase: sample.passphrase(secretary) };
  await again.call('office', 'session.unlock', unlocked);
  const problem = await again.refused('office', 'opening.open', {
    reviewId,
    secretaryPassphrase: sample.passphrase(secretary),
    keeperSeatId: chair.seatId,
    keeperPassphrase: sample.passphrase(chair),
  });
  expect([problem.code, String(problem.values?.['detail']).split(' ')[0]]).toEqual([
    'data-corrupt',
    'absence',
  ]);
  await again.close();
  removeFolder(sample.folder);
});

test('an altered entry of the record is told, and nothing is opened or printed over it', async () => {
  const sample = await openSampleReview('scored');
  const { reviewId, chair, secretary } = sample;
  await sample.call('office', 'review.close', { reviewId });
  await sample.close();
  const connection = openConnection(`${sample.folder}/paneldesk.db`);
  connection.exec('DROP TRIGGER record_no_update');
  connection.exec("UPDATE record SET body = replace(body, '示例', '实例') WHERE seq = 3");
  connection.close();
  const again = await openTestBackend({ folder: sample.folder });
  const passphrase = sample.passphrase(secretary);
  await again.call('office', 'session.unlock', { personId: secretary.personId, passphrase });
  const broken = { code: 'data-corrupt', values: { detail: 'record 3' } };
  expect(await again.refused('office', 'record.list', { reviewId })).toMatchObject(broken);
  const open = {
    reviewId,
    secretaryPassphrase: passphrase,
    keeperSeatId: chair.seatId,
    keeperPassphrase: sample.passphrase(chair),
  };
  expect(await again.refused('office', 'opening.open', open)).toMatchObject(broken);
  await again.close();
  removeFolder(sample.folder);
});

test('an absence or a correction that neither chair nor deputy signed is no part of a result', async () => {
  for (const kind of ['absence', 'reopening'] as const) {
    const review = await openOpenedReview();
    const { reviewId, seats } = review;
    await review.close();
    const connection = openConnection(`${review.folder}/paneldesk.db`);
    const pair = connection.prepare('SELECT seat_id, dossier_id FROM opened_sheet LIMIT 1').get() as Pair;
    const chair = seats.find((seat) => seat.chair)?.seatId ?? '';
    if (kind === 'absence') forgeAbsence(connection, pair, chair);
    else {
      connection
        .prepare("INSERT INTO reopening VALUES (?, ?, ?, 2, '分值汇总计算错误', '', 'a.b.c', ?, 1)")
        .run(reviewId, pair.seat_id, pair.dossier_id, chair);
    }
    connection.close();
    const again = await enterOffice(await openTestBackend({ folder: review.folder }));
    const { code, values } = await again.refused('office', 'tally.get', { reviewId });
    expect([code, String(values?.['detail']).split(' ')[0]]).toEqual(['data-corrupt', kind]);
    // One damaged review must not hide the others.
    const listed = await again.call('office', 'review.list', {});
    expect(listed.find((row) => row.reviewId === reviewId)?.next.key).toBe('next.corrupt');
    await again.close();
    removeFolder(review.folder);
  }
});
