import { describe, expect, it } from 'vitest';
import { openTestBackend } from '../support/backend.ts';
import { conclude, openOpenedReview, writeOpinions } from '../support/opened-review.ts';
import { openSampleReview } from '../support/sample-review.ts';

describe('what comes next', () => {
  it('names the seats whose sheets are missing, so that nobody else is asked', async () => {
    const { call, reviewId, members, close } = await openSampleReview();
    const { next } = await call('office', 'review.overview', { reviewId });
    expect(next).toMatchObject({ key: 'next.score', who: 'member' });
    expect(next.seatIds?.toSorted()).toEqual(members.map(({ seatId }) => seatId).toSorted());
    await close();
  });

  it('doesn’t call opinions written while only their conclusions are chosen', async () => {
    const review = await openOpenedReview();
    const { reviewId } = review;
    await writeOpinions(review, ' ');
    const { next } = await review.call('office', 'review.overview', { reviewId });
    const { opinions } = await review.call('office', 'opinion.list', { reviewId });
    const count = opinions.filter(({ rank }) => rank !== null).length;
    expect(next).toMatchObject({ key: 'next.advance-unwritten', values: { count } });
    for (const { dossierId, conclusion, revision } of opinions) {
      const input = { reviewId, dossierId, revision, conclusion, text: '示例意见' };
      await review.call('office', 'opinion.save', input);
    }
    const after = await review.call('office', 'review.overview', { reviewId });
    expect(after.next.key).toBe('next.advance-opened');
    await review.close();
  });

  it('asks every signer of the minutes, recorder and supervisor too', async () => {
    const review = await openOpenedReview();
    await conclude(review);
    const { reviewId, seats } = review;
    const input = { reviewId, kind: 'minutes-archive', signing: 'electronic' } as const;
    await review.call('office', 'document.make', input);
    const { next } = await review.call('office', 'review.overview', { reviewId });
    expect(next).toMatchObject({ key: 'next.sign', who: 'signer' });
    const asked = seats.filter(({ seatId }) => next.seatIds?.includes(seatId) === true);
    expect(asked.map(({ role }) => role)).toEqual(expect.arrayContaining(['recorder', 'supervisor']));
    await review.close();
  });
});

describe('the list of reviews', () => {
  it('tells that the visit was passed over', async () => {
    const { call, reviewId, close } = await openSampleReview();
    const [row] = await call('office', 'review.list', {});
    expect(row).toMatchObject({ reviewId, phase: 'scoring', skipped: ['inspection'] });
    await close();
  });

  it('shows a sample review only once it is ready', async () => {
    const { call, close } = await openTestBackend();
    let ready = false;
    const opening = call('office', 'review.openSample', {}).finally(() => {
      ready = true;
    });
    while (!ready) {
      const rows = await call('home', 'review.list', {});
      // Lets the making itself go on.
      await new Promise(setImmediate);
      expect(rows.filter(({ phase }) => phase !== 'scoring')).toEqual([]);
    }
    const { reviewId } = await opening;
    expect((await call('home', 'review.list', {})).map((row) => row.reviewId)).toEqual([reviewId]);
    await close();
  });
});
