import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TallyView } from '../../shared/schema/result.ts';
import { createText } from '../../shared/text/index.ts';
import { closeSound } from '../support/invariants.ts';
import { openLawReview } from '../support/law-review.ts';
import { conclude, type OpenedReview } from '../support/opened-review.ts';
import { needTool, squeeze, runningText } from '../documents/support.ts';

describe('a quota whose last place is tied', () => {
  let review: OpenedReview;
  beforeEach(async () => {
    // The sample's tie on the fourth rank falls on the last of four places.
    review = await openLawReview('quota', (scheme) => ({
      ...scheme,
      tally: { ...scheme.tally, ties: ['vote', 'shared'] },
      selection: { passMark: '60', quota: 4 },
    }));
  });
  afterEach(() => closeSound(review));

  const view = (): Promise<TallyView> => review.call('office', 'tally.get', { reviewId: review.reviewId });
  const reasons = (found: TallyView): readonly string[] =>
    found.selection?.dossiers.map(({ reason }) => reason) ?? [];

  test('is shown open, blocks the conclusion, and a recorded vote of the panel decides it', async () => {
    const before = await view();
    expect(before.selection).toMatchObject({ passMark: '60', quota: 4, openPlaces: 1 });
    expect(reasons(before).filter((reason) => reason === 'selection-open-tie')).toHaveLength(2);
    const tied = before.selection?.openTie ?? [];
    const order = [...tied].toReversed();
    const vote = { reviewId: review.reviewId, dossierIds: order, note: '示例：4 票对 3 票' };
    await review.call('office', 'tally.vote', vote);
    const after = await view();
    const chosen = after.selection?.dossiers.filter(({ selected }) => selected).map((row) => row.dossierId);
    expect(chosen).toContain(order[0]);
    expect(chosen).not.toContain(order[1]);
    expect(after.selection?.openTie).toEqual([]);
  });

  test('keeps the review from being concluded until the vote, and the vote is printed in the minutes', async (context) => {
    needTool(context, 'pdftotext');
    const { reviewId } = review;
    const { selection } = await view();
    const tied = selection?.openTie ?? [];
    const needs = async () =>
      (await review.call('office', 'review.overview', { reviewId })).advances[0]?.needs ?? [];
    expect(await needs()).toContain('need.vote');
    const note = '示例：4 票对 3 票';
    await review.call('office', 'tally.vote', { reviewId, dossierIds: [...tied], note });
    expect(await needs()).not.toContain('need.vote');
    const { rows } = await view();
    const names = tied.map((id) => rows.find(({ dossierId }) => dossierId === id)?.name ?? '');
    await conclude(review);
    const made = { reviewId, kind: 'minutes-archive', signing: 'paper' } as const;
    const { documentId } = await review.call('office', 'document.make', made);
    const documents = await review.call('office', 'document.list', { reviewId });
    const fileId = documents.find((row) => row.documentId === documentId)?.fileId ?? '';
    const text = runningText(await review.file('office', fileId));
    expect(text).toContain(`评审组对得分相同的企业进行表决，依次为${names.join('、')}。${squeeze(note)}。`);
    expect(text).toContain('入选企业4家');
  });

  test('is named in the rules in words', async () => {
    const text = createText('zh-CN');
    const { rules } = await view();
    const words = rules.map(({ key, values }) => text.of(key, values));
    expect(words).toContain('得分不低于 60 分才能入选（合格线）。');
    expect(words).toContain('按名次入选，名额 4 家；名额最后一位同分由评审组表决。');
  });
});
