import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { pageTexts, needTool, squeeze, squeezedText } from '../documents/support.ts';
import { closeSound } from '../support/invariants.ts';
import { openUnderPreset } from '../support/law-review.ts';
import { openSampleReview, type SampleReview } from '../support/sample-review.ts';

describe('the rule card', () => {
  let sample: SampleReview;
  beforeEach(async () => {
    sample = await openSampleReview();
  });
  afterEach(() => closeSound(sample));

  test('is one page with the rules, a computed example, the reasons for corrections and the hash of the frozen scheme', async (context) => {
    needTool(context, 'pdftotext');
    const { reviewId } = sample;
    const made = { reviewId, kind: 'rule-card', signing: 'paper' } as const;
    await sample.call('office', 'document.make', made);
    const [document] = await sample.call('office', 'document.list', { reviewId });
    const bytes = await sample.file('office', document?.fileId ?? '');
    expect(pageTexts(bytes)).toHaveLength(1);
    const text = squeezedText(bytes);
    const { frozen } = await sample.call('office', 'scheme.get', { reviewId });
    expect(text).toContain(frozen?.hash);
    for (const words of ['得分为各成员总分的平均值。', '成员甲', '计入 3 份评分表。', '分值汇总计算错误'])
      expect(text).toContain(squeeze(words));
  });
});

test.each(['trimmed', 'weighted'])('under the preset %s it is one page too', async (preset) => {
  const review = await openUnderPreset(preset);
  const { reviewId } = review;
  await review.call('office', 'document.make', { reviewId, kind: 'rule-card', signing: 'paper' });
  const [document] = await review.call('office', 'document.list', { reviewId });
  const bytes = await review.file('office', document?.fileId ?? '');
  await closeSound(review);
  expect(
    Buffer.from(bytes)
      .toString('latin1')
      .match(/\/Type \/Page\b/g),
  ).toHaveLength(1);
});
