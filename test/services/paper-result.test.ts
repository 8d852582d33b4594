import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { closeSound } from '../support/invariants.ts';
import { closeAndOpen, fullContent, openSampleReview, type SampleReview } from '../support/sample-review.ts';

describe('a result with an unusual sheet', () => {
  let sample: SampleReview;
  beforeEach(async () => {
    sample = await openSampleReview();
  });
  afterEach(() => closeSound(sample));

  /** A sheet that nobody has handed in and that the member may score. */
  const missingOne = async () => {
    const { missing } = await sample.call('office', 'board.get', { reviewId: sample.reviewId });
    const [pair] = missing;
    if (pair === undefined) throw new Error('nothing is missing');
    return pair;
  };
  const open = () => closeAndOpen(sample);
  const rowOf = async (dossierId: string) => {
    const { rows } = await sample.call('office', 'tally.get', { reviewId: sample.reviewId });
    return rows.find((row) => row.dossierId === dossierId);
  };

  test('a paper sheet counts, is marked as paper, and holds against both typists’ signatures', async () => {
    const { reviewId } = sample;
    const { seatId, dossierId } = await missingOne();
    const uploadId = await sample.upload('office', '纸质.pdf', Buffer.from('%PDF-1.4 示例'));
    await sample.call('office', 'paper.register', { reviewId, seatId, dossierIds: [dossierId], uploadId });
    await sample.call('office', 'sample.completeScoring', { reviewId });
    await sample.call('office', 'review.close', { reviewId });
    const { scheme } = await sample.call('office', 'scheme.get', { reviewId });
    await sample.unlock('recorder', sample.recorder);
    for (const [tab, seat] of [
      ['office', sample.secretary],
      ['recorder', sample.recorder],
    ] as const) {
      const content = fullContent({ scheme });
      const passphrase = sample.passphrase(seat);
      await sample.call(tab, 'paper.enter', { reviewId, seatId, dossierId, content, passphrase });
    }
    await sample.call('office', 'opening.begin', { reviewId, keeperSeatId: sample.chair.seatId });
    await sample.call('office', 'opening.open', {
      reviewId,
      secretaryPassphrase: sample.passphrase(sample.secretary),
      keeperSeatId: sample.chair.seatId,
      keeperPassphrase: sample.passphrase(sample.chair),
    });
    const own = (await rowOf(dossierId))?.sheets.find((sheet) => sheet.seatId === seatId);
    expect(own).toMatchObject({ total: '100.00', mark: 'counted', paper: true });
  });

  test('with too many recusals a result is provisional, and the minutes say so and wait', async () => {
    const { reviewId, members } = sample;
    const { missing } = await sample.call('office', 'board.get', { reviewId });
    const byDossier = Map.groupBy(missing, ({ dossierId }) => dossierId);
    const found = [...byDossier].find(([, pairs]) => pairs.length === members.length);
    if (found === undefined) throw new Error('every enterprise has a sheet');
    const [dossierId, pairs] = found;
    for (const { seatId } of pairs.slice(2)) {
      // An absence is refused here: only recusals may leave too few.
      await sample.call('office', 'recusal.record', {
        reviewId,
        seatId,
        dossierId,
        reason: '示例：近亲属任职',
      });
    }
    await sample.call('office', 'sample.completeScoring', { reviewId });
    await open();
    const row = await rowOf(dossierId);
    expect([row?.status, row?.members, row?.sheets.filter(({ mark }) => mark === 'recused').length]).toEqual([
      'provisional',
      2,
      members.length - 2,
    ]);
    const refused = await sample.refused('office', 'review.advance', { reviewId, to: 'concluded' });
    expect(refused.code).toBe('not-ready');
    await sample.call('office', 'document.make', { reviewId, kind: 'results', signing: 'paper' });
  });
});
