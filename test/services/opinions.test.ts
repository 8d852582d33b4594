import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { closeSound } from '../support/invariants.ts';
import { openOpenedReview, type OpenedReview } from '../support/opened-review.ts';

describe('the panel’s opinions', () => {
  let review: OpenedReview;
  beforeEach(async () => {
    review = await openOpenedReview();
  });
  afterEach(() => closeSound(review));

  const list = () => review.call('office', 'opinion.list', { reviewId: review.reviewId });
  const firstDossier = async () => {
    const [first] = (await list()).opinions;
    if (first === undefined) throw new Error('no opinion');
    return first;
  };
  const save = (dossierId: string, revision: number, text: string) => ({
    reviewId: review.reviewId,
    dossierId,
    revision,
    text,
    conclusion: 'recommend' as const,
  });

  test('stand beside the rank, one for every application, empty at first', async () => {
    const { opinions, dissents } = await list();
    expect(opinions).toHaveLength(12);
    expect(opinions[0]).toMatchObject({ rank: 1, conclusion: null, text: '', revision: 0, savedMs: null });
    expect(dissents).toEqual([]);
  });

  test('a saved opinion is read back with its next revision', async () => {
    const { dossierId } = await firstDossier();
    const { revision } = await review.call('office', 'opinion.save', save(dossierId, 0, '示例意见'));
    expect(revision).toBe(1);
    expect(await firstDossier()).toMatchObject({ conclusion: 'recommend', text: '示例意见', revision: 1 });
  });

  test('a stale revision is refused and changes nothing, whether the first or a later one', async () => {
    const { dossierId } = await firstDossier();
    await review.call('office', 'opinion.save', save(dossierId, 0, '一'));
    expect((await review.refused('office', 'opinion.save', save(dossierId, 0, '二'))).code).toBe('stale');
    await review.call('office', 'opinion.save', save(dossierId, 1, '三'));
    expect((await review.refused('office', 'opinion.save', save(dossierId, 1, '四'))).code).toBe('stale');
    expect(await firstDossier()).toMatchObject({ text: '三', revision: 2 });
  });

  test('typing on saves again and again, and is one entry of the record', async () => {
    const { dossierId } = await firstDossier();
    await review.call('office', 'opinion.save', save(dossierId, 0, '一'));
    await review.call('office', 'opinion.save', save(dossierId, 1, '一二'));
    const record = await review.call('office', 'record.list', { reviewId: review.reviewId });
    expect(record.filter(({ type }) => type === 'opinion-saved')).toHaveLength(1);
  });

  test('a member writes a dissent under the own name and takes it back with an empty text', async () => {
    const member = review.seats.find(({ role, chair }) => role === 'member' && !chair);
    if (member === undefined) throw new Error('no member');
    const tab = await review.unlock(member);
    await review.call(tab, 'opinion.dissent', { reviewId: review.reviewId, text: '示例不同意见及理由' });
    expect((await list()).dissents).toMatchObject([{ name: member.name, text: '示例不同意见及理由' }]);
    await review.call(tab, 'opinion.dissent', { reviewId: review.reviewId, text: ' ' });
    expect((await list()).dissents).toEqual([]);
  });

  test('the secretary writes no dissent, a member writes no opinion', async () => {
    const member = review.seats.find(({ role }) => role === 'member');
    if (member === undefined) throw new Error('no member');
    const tab = await review.unlock(member);
    const dissent = { reviewId: review.reviewId, text: '示例' };
    expect((await review.refused('office', 'opinion.dissent', dissent)).code).toBe('not-permitted');
    const { dossierId } = await firstDossier();
    expect((await review.refused(tab, 'opinion.save', save(dossierId, 0, '一'))).code).toBe('not-permitted');
  });
});
