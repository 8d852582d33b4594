import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { closeSound } from '../support/invariants.ts';
import { openSampleReview, type SampleReview } from '../support/sample-review.ts';

describe('who may sit where', () => {
  let sample: SampleReview;
  beforeEach(async () => {
    sample = await openSampleReview('scored');
  });
  afterEach(() => closeSound(sample));

  const realReview = (secretary: { name: string; passphrase: string } | null) => ({
    title: '二手车出口企业评审',
    organiser: '某市商务局',
    preset: 'taiyuan',
    secretary,
  });
  const own = { name: '王工作', passphrase: '一二三四五六七八九十甲乙' };
  const openReal = () => sample.call('real', 'review.create', realReview(own));

  test('a person of the sample, whose passphrase everybody knows, never sits in a real review', async () => {
    const { reviewId } = await openReal();
    const problem = await sample.refused('real', 'panel.seat', {
      reviewId,
      personId: sample.chair.personId,
      role: 'member',
      kind: 'expert',
    });
    expect(problem).toMatchObject({ code: 'conflict', values: { what: 'sample-person' } });
  });

  test('nor does the sample’s secretary open one', async () => {
    const problem = await sample.refused('office', 'review.create', realReview(null));
    expect(problem).toMatchObject({ code: 'conflict', values: { what: 'sample-person' } });
    await sample.call('office', 'review.openSample', { fresh: true });
  });

  test('from the sample a real review begins with a real secretary, who is unlocked then', async () => {
    await sample.call('office', 'review.create', realReview(own));
    expect((await sample.call('office', 'session.current', {}))?.name).toBe(own.name);
  });

  test('a member who handed in a sheet isn’t taken out of the panel by one person', async () => {
    const member = sample.members.find(({ chair, deputy }) => !chair && !deputy);
    const problem = await sample.refused('office', 'panel.unseat', {
      reviewId: sample.reviewId,
      seatId: member?.seatId ?? '',
      reason: '示例',
    });
    expect(problem).toMatchObject({ code: 'conflict', values: { what: 'member-has-sheets' } });
  });

  test('the secretary of another review renames nobody who sits in this one', async () => {
    await openReal();
    const { personId } = sample.chair;
    const pool = await sample.call('office', 'person.list', {});
    const person = pool.find((row) => row.personId === personId);
    if (person === undefined) throw new Error('pool');
    const { name, organisation, title, field, kind, phone } = person;
    const renamed = { name: `${name}甲`, organisation, title, field, kind, phone };
    const problem = await sample.refused('real', 'person.save', { personId, person: renamed });
    expect(problem).toMatchObject({ code: 'conflict', values: { what: 'person-elsewhere' } });
    await sample.call('office', 'person.save', { personId, person: renamed });
  });
});
