import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Seat } from '../../shared/schema/people.ts';
import { closeSound } from '../support/invariants.ts';
import { openSampleReview, type SampleReview } from '../support/sample-review.ts';

describe('a declaration is about the names that stood on the list', () => {
  let sample: SampleReview;
  let member: Seat;
  beforeEach(async () => {
    sample = await openSampleReview();
    const found = sample.members.find(({ chair, deputy }) => !chair && !deputy);
    if (found === undefined) throw new Error('members');
    member = found;
    await sample.unlock('member', member);
  });
  afterEach(() => closeSound(sample));

  /** A further application, with a valid code that no other one has. */
  const addApplication = async () => {
    const { reviewId } = sample;
    const [first] = await sample.call('office', 'dossier.list', { reviewId });
    const { fields } = await sample.call('office', 'dossier.get', {
      reviewId,
      dossierId: first?.dossierId ?? '',
    });
    await sample.call('office', 'review.stepBack', { reviewId, to: 'hearing', reason: '示例：补充受理' });
    const added = { ...fields, name: '示例补充受理企业', creditCode: '91110108551385082Q' };
    return sample.call('office', 'dossier.save', { reviewId, dossierId: null, revision: 0, fields: added });
  };

  test('an application that came later is not shown before the member has declared again', async () => {
    const { reviewId } = sample;
    await addApplication();
    const desk = await sample.desk('member');
    expect(desk.draftBlockedBy).toEqual(['desk.notDeclared']);
    expect(JSON.stringify(desk)).not.toContain('示例补充受理企业');
    expect((await sample.call('member', 'recusal.names', { reviewId })).declared).toBe(false);
  });

  test('the facts that a submitted sheet judged are not changed under it', async () => {
    await closeSound(sample);
    sample = await openSampleReview('scored');
    const { reviewId } = sample;
    await sample.call('office', 'review.stepBack', { reviewId, to: 'hearing', reason: '示例：更正' });
    const [first] = await sample.call('office', 'dossier.list', { reviewId });
    const dossierId = first?.dossierId ?? '';
    const { revision } = await sample.call('office', 'dossier.get', { reviewId, dossierId });
    const fields = { contactName: '示例新联系人' };
    const problem = await sample.refused('office', 'dossier.save', { reviewId, dossierId, revision, fields });
    expect(problem).toMatchObject({ code: 'conflict', values: { what: 'dossier-has-sheets' } });
  });

  test('a second declaration may recuse from it, and what was declared before stays', async () => {
    const { reviewId } = sample;
    const before = await sample.call('office', 'recusal.list', { reviewId });
    const { dossierId } = await addApplication();
    await sample.call('member', 'recusal.declare', {
      reviewId,
      recusals: [{ dossierId, reason: '示例：曾任顾问' }],
    });
    const desk = await sample.desk('member');
    expect(desk.draftBlockedBy).toEqual([]);
    expect(desk.sheets.find((sheet) => sheet.dossierId === dossierId)).toMatchObject({
      state: 'recused',
      fields: null,
    });
    expect(await sample.call('office', 'recusal.list', { reviewId })).toHaveLength(before.length + 1);
  });
});
