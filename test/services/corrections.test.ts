import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Seat } from '../../shared/schema/people.ts';
import type { SheetContent } from '../../shared/schema/sheet.ts';
import { closeSound } from '../support/invariants.ts';
import { openOpenedReview, type OpenedReview } from '../support/opened-review.ts';

describe('corrections after the opening', () => {
  let review: OpenedReview;
  let member: Seat;
  let chair: Seat;
  let dossierId: string;
  let content: SheetContent;
  let tab: string;

  beforeEach(async () => {
    review = await openOpenedReview();
    const found = review.seats.filter(({ role, chair: isChair }) => role === 'member' && !isChair)[0];
    const head = review.seats.find(({ chair: isChair }) => isChair);
    if (found === undefined || head === undefined) throw new Error('sample');
    member = found;
    chair = head;
    tab = await review.unlock(member);
    const [sheet] = (await review.call(tab, 'desk.get', { reviewId: review.reviewId })).sheets;
    if (sheet === undefined || sheet.content === null) throw new Error('sample');
    dossierId = sheet.dossierId;
    content = { ...sheet.content, scores: { ...sheet.content.scores, 'basic.capital': '1' } };
  });
  afterEach(() => closeSound(review));

  const reopen = (reason = '分值汇总计算错误') => ({
    reviewId: review.reviewId,
    seatId: member.seatId,
    dossierId,
    reason,
    note: '示例：合计抄录有误',
    keeperSeatId: chair.seatId,
    keeperPassphrase: review.passphrase(chair),
  });
  const submit = () => ({
    reviewId: review.reviewId,
    dossierId,
    content,
    passphrase: review.passphrase(member),
  });
  const scoreOf = async () => {
    const { rows } = await review.call('office', 'tally.get', { reviewId: review.reviewId });
    return rows.find((row) => row.dossierId === dossierId)?.exact;
  };

  test('a reopening signed by the chair lets the scorer sign a new version; the first value stays visible', async () => {
    const before = await scoreOf();
    await review.call('office', 'correction.reopen', reopen());
    await review.call(tab, 'correction.submit', submit());
    expect(await scoreOf()).not.toBe(before);
    const [listed] = await review.call('office', 'correction.list', { reviewId: review.reviewId });
    expect(listed).toMatchObject({ done: true, reason: '分值汇总计算错误' });
    expect(listed?.items.map(({ itemId, after }) => [itemId, after])).toEqual([['basic.capital', '1']]);
  });

  test('without a reopening, with a reason outside the list or a wrong passphrase nothing changes', async () => {
    const before = await scoreOf();
    expect((await review.refused(tab, 'correction.submit', submit())).values).toEqual({
      what: 'not-reopened',
    });
    const outside = await review.refused('office', 'correction.reopen', reopen('看着不顺眼'));
    expect(outside.values).toEqual({ what: 'correction-reason' });
    const wrong = { ...reopen(), keeperPassphrase: 'no no no no no no' };
    expect((await review.refused('office', 'correction.reopen', wrong)).code).toBe('wrong-passphrase');
    expect(await scoreOf()).toBe(before);
  });

  test('a reopened sheet keeps the review from being concluded until it is corrected', async () => {
    await review.call('office', 'correction.reopen', reopen());
    const { advances } = await review.call('office', 'review.overview', { reviewId: review.reviewId });
    expect(advances[0]?.needs).toContain('need.correction');
    expect((await review.refused('office', 'correction.reopen', reopen())).values).toMatchObject({
      what: 'correction-open',
    });
  });

  test('a member sees the own corrections only', async () => {
    await review.call('office', 'correction.reopen', reopen());
    const other = review.seats.filter(({ role, chair: isChair }) => role === 'member' && !isChair)[1];
    if (other === undefined) throw new Error('sample');
    expect(
      await review.call(await review.unlock(other), 'correction.list', { reviewId: review.reviewId }),
    ).toEqual([]);
    expect(await review.call(tab, 'correction.list', { reviewId: review.reviewId })).toHaveLength(1);
  });

  test('a vote orders tied dossiers only', async () => {
    const { rows } = await review.call('office', 'tally.get', { reviewId: review.reviewId });
    const ids = rows.slice(0, 2).map((row) => row.dossierId);
    const vote = { reviewId: review.reviewId, dossierIds: ids, note: '5 票对 2 票' };
    expect((await review.refused('office', 'tally.vote', vote)).values).toEqual({ what: 'vote-not-tied' });
    const tied = rows.filter(({ tie }) => tie !== null).map((row) => row.dossierId);
    await review.call('office', 'tally.vote', { ...vote, dossierIds: tied });
    const { votes } = await review.call('office', 'tally.get', { reviewId: review.reviewId });
    expect(votes.map(({ dossierIds }) => dossierIds)).toEqual([tied]);
  });

  test('only a member whose score deviates explains it, and the explanation stands beside it', async () => {
    const { rows } = await review.call('office', 'tally.get', { reviewId: review.reviewId });
    const marked = rows.flatMap((row) =>
      row.sheets.flatMap(({ seatId, deviation }) =>
        deviation === null ? [] : [{ seatId, dossierId: row.dossierId }],
      ),
    );
    const [warned] = marked;
    const outlier = review.seats.find(({ seatId }) => seatId === warned?.seatId);
    if (warned === undefined || outlier === undefined) throw new Error('the sample has an outlier');
    const input = {
      reviewId: review.reviewId,
      dossierId: warned.dossierId,
      text: '示例：现场答辩未能说明车源。',
    };
    expect((await review.refused(tab, 'tally.explainDeviation', { ...input, dossierId })).values).toEqual({
      what: 'no-deviation',
    });
    await review.call(await review.unlock(outlier), 'tally.explainDeviation', input);
    const after = await review.call('office', 'tally.get', { reviewId: review.reviewId });
    const row = after.rows.find((found) => found.dossierId === warned.dossierId);
    expect(row?.sheets.find(({ seatId }) => seatId === warned.seatId)?.deviationNote).toBe(input.text);
  });
});
