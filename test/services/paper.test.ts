import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Seat } from '../../shared/schema/people.ts';
import type { SheetContent } from '../../shared/schema/sheet.ts';
import { closeSound } from '../support/invariants.ts';
import { fullContent, openSampleReview, type SampleReview } from '../support/sample-review.ts';

const scan = new TextEncoder().encode('%PDF-1.7 a scan of the signed sheet');

describe('paper sheets', () => {
  let sample: SampleReview;
  let member: Seat;
  let dossierId: string;
  let content: SheetContent;

  beforeEach(async () => {
    sample = await openSampleReview('scored');
    const [, second] = sample.members;
    if (second === undefined) throw new Error('members');
    member = second;
    await sample.unlock('member', member);
    dossierId = (await sample.desk('member')).sheets[0]?.dossierId ?? '';
    const passphrase = sample.passphrase(member);
    await sample.call('member', 'desk.withdraw', {
      reviewId: sample.reviewId,
      dossierId,
      reason: '',
      passphrase,
    });
    content = fullContent(await sample.call('office', 'scheme.get', { reviewId: sample.reviewId }));
  });
  afterEach(() => closeSound(sample));

  const register = async () => {
    const uploadId = await sample.upload('office', '评分表.pdf', scan);
    const input = { reviewId: sample.reviewId, seatId: member.seatId, dossierIds: [dossierId], uploadId };
    await sample.call('office', 'paper.register', input);
    await sample.call('office', 'review.close', { reviewId: sample.reviewId });
    await sample.unlock('recorder', sample.recorder);
  };
  const entry = (seat: Seat, scores: SheetContent['scores'] = content.scores) => ({
    reviewId: sample.reviewId,
    seatId: member.seatId,
    dossierId,
    content: { ...content, scores },
    passphrase: sample.passphrase(seat),
  });
  const openSheets = () => ({
    reviewId: sample.reviewId,
    secretaryPassphrase: sample.passphrase(sample.secretary),
    keeperSeatId: sample.chair.seatId,
    keeperPassphrase: sample.passphrase(sample.chair),
  });

  test('typed by two people alike, it counts and is marked as paper', async () => {
    await register();
    const first = await sample.call('recorder', 'paper.enter', entry(sample.recorder));
    const second = await sample.call('office', 'paper.enter', entry(sample.secretary));
    expect([first.state, second.state]).toEqual(['typed-once', 'agreed']);
    await sample.call('office', 'opening.open', openSheets());
    const { rows } = await sample.call('office', 'tally.get', { reviewId: sample.reviewId });
    const own = rows
      .find((row) => row.dossierId === dossierId)
      ?.sheets.find(({ seatId }) => seatId === member.seatId);
    expect(own).toMatchObject({ mark: 'counted', paper: true });
  });

  test('a difference names the item and neither value, and the opening waits for a second look', async () => {
    await register();
    await sample.call('recorder', 'paper.enter', entry(sample.recorder));
    const other = { ...content.scores, 'plan.model': '2' };
    const answer = await sample.call('office', 'paper.enter', entry(sample.secretary, other));
    expect(answer).toEqual({ state: 'differs', differences: ['plan.model'] });
    const [listed] = await sample.call('office', 'paper.list', { reviewId: sample.reviewId });
    expect(listed).toMatchObject({ state: 'differs', differences: ['plan.model'] });
    expect(JSON.stringify(listed)).not.toContain('"2"');
    const problem = await sample.refused('office', 'opening.open', openSheets());
    expect(problem.places?.map(({ reason }) => reason)).toEqual(['board.paperNotTyped']);
    expect((await sample.call('office', 'paper.enter', entry(sample.secretary))).state).toBe('agreed');
  });

  test('one person typing twice is still one typist', async () => {
    await register();
    await sample.call('recorder', 'paper.enter', entry(sample.recorder));
    expect((await sample.call('recorder', 'paper.enter', entry(sample.recorder))).state).toBe('typed-once');
  });

  test('without a scan, with a blank, or before the closing nothing is typed', async () => {
    const input = {
      reviewId: sample.reviewId,
      seatId: member.seatId,
      dossierIds: [dossierId],
      uploadId: null,
    };
    await sample.call('office', 'paper.register', input);
    expect((await sample.refused('office', 'paper.enter', entry(sample.secretary))).code).toBe('wrong-phase');
    await sample.call('office', 'review.close', { reviewId: sample.reviewId });
    expect((await sample.refused('office', 'paper.enter', entry(sample.secretary))).values).toEqual({
      what: 'scan',
    });
  });

  test('a scan is told by its bytes, not by its name', async () => {
    const uploadId = await sample.upload('office', 'scan.pdf', new TextEncoder().encode('MZ not a scan'));
    const input = { reviewId: sample.reviewId, seatId: member.seatId, dossierIds: [dossierId], uploadId };
    expect((await sample.refused('office', 'paper.register', input)).code).toBe('file-type');
  });

  test('a member can’t submit on the laptop what is registered as paper', async () => {
    const input = {
      reviewId: sample.reviewId,
      seatId: member.seatId,
      dossierIds: [dossierId],
      uploadId: null,
    };
    await sample.call('office', 'paper.register', input);
    const passphrase = sample.passphrase(member);
    const problem = await sample.refused('member', 'desk.submit', {
      reviewId: sample.reviewId,
      dossierIds: [dossierId],
      passphrase,
    });
    expect(problem.code).toBe('conflict');
  });
});
