import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Seat } from '../../shared/schema/people.ts';
import { closeSound } from '../support/invariants.ts';
import { openOpenedReview, type OpenedReview } from '../support/opened-review.ts';

describe('what another usual rule would have changed', () => {
  let review: OpenedReview;
  beforeEach(async () => {
    review = await openOpenedReview();
  });
  afterEach(() => closeSound(review));

  const member = (wanted: (seat: Seat) => boolean): Seat => {
    const seat = review.seats.find((each) => each.role === 'member' && wanted(each));
    if (seat === undefined) throw new Error('sample');
    return seat;
  };

  test('is answered in names, one line for each usual rule and each member, and says which rule is the own one', async () => {
    const { reviewId } = review;
    const found = await review.call('office', 'tally.whatIf', { reviewId });
    const members = review.seats.filter(({ role }) => role === 'member').map(({ name }) => name);
    const keys = found.variants.map(({ key }) => key);
    expect(keys.slice(0, 3)).toEqual(['what-if-mean', 'what-if-trimmed', 'what-if-median']);
    expect(found.variants.filter(({ ownRule }) => ownRule).map(({ key }) => key)).toEqual(['what-if-mean']);
    const without = found.variants.flatMap((variant) => (variant.member === null ? [] : [variant.member]));
    expect(without.toSorted()).toEqual(members.toSorted());
    const ids = new Set([reviewId, ...review.seats.map(({ seatId }) => seatId)]);
    expect([...ids].filter((id) => JSON.stringify(found).includes(id))).toEqual([]);
  });

  test('gives spread in the order of the result, strictness of each member, and agreement as text or a reason', async () => {
    const { reviewId } = review;
    const found = await review.call('office', 'tally.whatIf', { reviewId });
    const { rows } = await review.call('office', 'tally.get', { reviewId });
    expect(found.spreads.map(({ name }) => name)).toEqual(rows.map(({ name }) => name));
    expect(found.strictness).toHaveLength(review.seats.filter(({ role }) => role === 'member').length);
    const { kendallW, iccSingle, iccAverage } = found.agreement;
    for (const statistic of [kendallW, iccSingle, iccAverage]) {
      expect(statistic.defined ? statistic.shown : statistic.reason).toMatch(/^-?\d\.\d{3}$|^agreement-/);
    }
    expect(JSON.stringify(found)).not.toContain('NaN');
  });

  test('is for the secretary and the chair only', async () => {
    const { reviewId } = review;
    const other = await review.unlock(member(({ chair }) => !chair));
    const head = await review.unlock(member(({ chair }) => chair));
    expect((await review.refused(other, 'tally.whatIf', { reviewId })).code).toBe('not-permitted');
    expect((await review.call(head, 'tally.whatIf', { reviewId })).variants.length).toBeGreaterThan(3);
  });
});
