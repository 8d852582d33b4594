import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Seat } from '../../shared/schema/people.ts';
import { makeAccess } from '../../electron/database/access.ts';
import { openConnection, openReadOnly } from '../../electron/database/driver.ts';
import { openTestBackend, removeFolder } from '../support/backend.ts';
import { closeSound } from '../support/invariants.ts';
import { closeAndOpen, openSampleReview, type SampleReview } from '../support/sample-review.ts';

describe('closing and opening', () => {
  let sample: SampleReview;
  beforeEach(async () => {
    sample = await openSampleReview();
  });
  afterEach(() => closeSound(sample));

  const openInput = (keeper: Seat) => ({
    reviewId: sample.reviewId,
    secretaryPassphrase: sample.passphrase(sample.secretary),
    keeperSeatId: keeper.seatId,
    keeperPassphrase: sample.passphrase(keeper),
  });
  const begin = (keeper: Seat) =>
    sample.call('office', 'opening.begin', { reviewId: sample.reviewId, keeperSeatId: keeper.seatId });
  /** Begins the test with every sheet submitted. */
  const startScored = async () => {
    await closeSound(sample);
    sample = await openSampleReview('scored');
  };
  const scoreAll = () => sample.call('office', 'sample.completeScoring', { reviewId: sample.reviewId });
  const close = () => sample.call('office', 'review.close', { reviewId: sample.reviewId });

  test('every sheet in, two passphrases: all sheets open at once and the ranking stands', async () => {
    await startScored();
    await closeAndOpen(sample);
    const { rows, provisional } = await sample.call('office', 'tally.get', { reviewId: sample.reviewId });
    expect(provisional).toBe(false);
    expect(rows.slice(0, 5).map(({ rank, score, exact, members }) => [rank, score, exact, members])).toEqual([
      [1, '91.50', '183/2', 7],
      [2, '90.67', '272/3', 6],
      [3, '87.64', '1227/14', 7],
      [4, '84.86', '594/7', 7],
      [4, '84.86', '594/7', 7],
    ]);
  });

  test('the deputy opens as well as the chair', async () => {
    await startScored();
    await close();
    await begin(sample.deputy);
    expect(await sample.call('office', 'opening.open', openInput(sample.deputy))).toEqual({ opened: 76 });
  });

  test('the supervisor’s presence stands in the record and in nobody else’s name', async () => {
    await startScored();
    await close();
    await begin(sample.chair);
    const witness = { ...openInput(sample.chair), witnessSeatIds: [sample.recorder.seatId] };
    expect((await sample.refused('office', 'opening.open', witness)).values).toMatchObject({
      what: 'supervisor',
    });
    await sample.call('office', 'opening.open', { ...witness, witnessSeatIds: [sample.supervisor.seatId] });
    const record = await sample.call('office', 'record.list', { reviewId: sample.reviewId });
    expect(record.at(-1)).toMatchObject({
      type: 'opened-witnessed',
      values: { witnesses: sample.supervisor.name },
    });
  });

  test('another member, a wrong passphrase or one passphrase alone open nothing', async () => {
    await startScored();
    await close();
    const [, other] = sample.members;
    if (other === undefined) throw new Error('members');
    expect((await sample.refused('office', 'opening.open', openInput(other))).code).toBe('bad-input');
    await begin(sample.chair);
    const wrong = { ...openInput(sample.chair), keeperPassphrase: sample.passphrase(sample.deputy) };
    expect(await sample.refused('office', 'opening.open', wrong)).toMatchObject({
      code: 'wrong-passphrase',
      values: { who: 'keeper' },
    });
    const alone = { ...openInput(sample.chair), secretaryPassphrase: sample.passphrase(sample.chair) };
    expect(await sample.refused('office', 'opening.open', alone)).toMatchObject({
      code: 'wrong-passphrase',
      values: { who: 'secretary' },
    });
    expect((await sample.refused('office', 'tally.get', { reviewId: sample.reviewId })).code).toBe(
      'wrong-phase',
    );
  });

  test('a missing sheet keeps the opening shut until it comes', async () => {
    await close();
    const problem = await sample.refused('office', 'opening.open', openInput(sample.chair));
    expect(problem.places?.map(({ reason }) => reason)).toEqual(['board.sheetsMissing']);
    await scoreAll();
    await begin(sample.chair);
    expect(await sample.call('office', 'opening.open', openInput(sample.chair))).toEqual({ opened: 76 });
  });

  test('an absence signed by the chair takes the member out of the denominator', async () => {
    const [, absent] = sample.members;
    if (absent === undefined) throw new Error('members');
    const { dossiers } = await sample.call('office', 'board.get', { reviewId: sample.reviewId });
    const input = {
      reviewId: sample.reviewId,
      seatId: absent.seatId,
      dossierIds: dossiers.map(({ dossierId }) => dossierId),
      reason: '因公外出',
      keeperSeatId: sample.chair.seatId,
    };
    const wrong = await sample.refused('office', 'absence.record', {
      ...input,
      keeperPassphrase: 'no no no no no no',
    });
    expect(wrong.code).toBe('wrong-passphrase');
    await sample.call('office', 'absence.record', {
      ...input,
      keeperPassphrase: sample.passphrase(sample.chair),
    });
    await scoreAll();
    await closeAndOpen(sample);
    const { rows } = await sample.call('office', 'tally.get', { reviewId: sample.reviewId });
    expect(rows.map(({ members }) => members)).toEqual([6, 5, 6, 6, 6, 6, 6, 6, 6, 6, 6, 0]);
  });

  test('an absence never takes a dossier below the quorum', async () => {
    const { dossiers } = await sample.call('office', 'board.get', { reviewId: sample.reviewId });
    const [dossier] = dossiers;
    if (dossier === undefined) throw new Error('sample');
    const absence = (seatId: string) => ({
      reviewId: sample.reviewId,
      seatId,
      dossierIds: [dossier.dossierId],
      reason: '请假',
      keeperSeatId: sample.chair.seatId,
      keeperPassphrase: sample.passphrase(sample.chair),
    });
    // Seven members, a quorum of three: four may be missing, the fifth not.
    for (const { seatId } of sample.members.slice(0, 4))
      await sample.call('office', 'absence.record', absence(seatId));
    const fifth = await sample.refused('office', 'absence.record', absence(sample.members[4]?.seatId ?? ''));
    expect(fifth.values).toMatchObject({ what: 'absence-quorum', left: 2, quorum: 3 });
  });

  test('below the quorum, by recusals, the board says so before the closing and nothing can be concluded', async () => {
    const { dossiers } = await sample.call('office', 'board.get', { reviewId: sample.reviewId });
    const [dossier] = dossiers;
    if (dossier === undefined) throw new Error('sample');
    for (const { seatId } of sample.members.slice(0, 5)) {
      const input = {
        reviewId: sample.reviewId,
        seatId,
        dossierId: dossier.dossierId,
        reason: '示例：近亲属任职',
      };
      await sample.call('office', 'recusal.record', input);
    }
    const board = await sample.call('office', 'board.get', { reviewId: sample.reviewId });
    expect(board.belowQuorum.map(({ dossierId, members }) => [dossierId, members])).toEqual([
      [dossier.dossierId, 2],
    ]);
    await scoreAll();
    await closeAndOpen(sample);
    expect((await sample.call('office', 'tally.get', { reviewId: sample.reviewId })).provisional).toBe(true);
    const problem = await sample.refused('office', 'review.advance', {
      reviewId: sample.reviewId,
      to: 'concluded',
    });
    expect(problem.places?.map(({ reason }) => reason)).toContain('need.final');
    // The way on: this one is withdrawn, the others are concluded.
    const withdrawal = {
      reviewId: sample.reviewId,
      dossierId: dossier.dossierId,
      reason: '评分人数不足，另行评审',
    };
    await sample.call('office', 'dossier.withdraw', withdrawal);
    expect((await sample.call('office', 'tally.get', { reviewId: sample.reviewId })).provisional).toBe(false);
  });

  test('a late recusal after the sheet keeps the sheet sealed and out of the mean', async () => {
    await startScored();
    const [, late] = sample.members;
    const [dossier] = (await sample.call('office', 'dossier.list', { reviewId: sample.reviewId })).filter(
      ({ eligibility }) => eligibility === 'eligible',
    );
    if (late === undefined || dossier === undefined) throw new Error('sample');
    const input = {
      reviewId: sample.reviewId,
      seatId: late.seatId,
      dossierId: dossier.dossierId,
      reason: '近亲属任职',
    };
    await sample.call('office', 'recusal.record', input);
    await closeAndOpen(sample);
    const { rows } = await sample.call('office', 'tally.get', { reviewId: sample.reviewId });
    expect(rows.find(({ dossierId }) => dossierId === dossier.dossierId)?.members).toBe(6);
  });

  test('a score changed in the file is found before it is shown', async () => {
    await startScored();
    await closeAndOpen(sample);
    await sample.call('office', 'session.lock', {});
    await sample.close();
    const connection = openReadOnly(`${sample.folder}/paneldesk.db`);
    expect(makeAccess(connection).read((db) => db.all('SELECT 1 FROM score')).length).toBe(76 * 17);
    connection.close();
    const forger = openConnection(`${sample.folder}/paneldesk.db`);
    forger.exec(
      'DROP TRIGGER score_no_update; UPDATE score SET hundredths = hundredths - 50 WHERE rowid = 5',
    );
    forger.close();
    const again = await openTestBackend({ folder: sample.folder });
    await again.call('office', 'session.unlock', {
      personId: sample.secretary.personId,
      passphrase: sample.passphrase(sample.secretary),
    });
    expect((await again.refused('office', 'tally.get', { reviewId: sample.reviewId })).code).toBe(
      'data-corrupt',
    );
    await again.close();
    removeFolder(sample.folder);
    sample = await openSampleReview();
  });

  test('nobody but the secretary closes, and only while scoring', async () => {
    await sample.unlock('chair', sample.chair);
    expect((await sample.refused('chair', 'review.close', { reviewId: sample.reviewId })).code).toBe(
      'not-permitted',
    );
    await close();
    expect((await sample.refused('office', 'review.close', { reviewId: sample.reviewId })).code).toBe(
      'wrong-phase',
    );
  });
});
