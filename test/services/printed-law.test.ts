import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { needTool, runOn, squeeze, squeezedText } from '../documents/support.ts';
import { closeSound } from '../support/invariants.ts';
import { conclude, openOpenedReview, type OpenedReview } from '../support/opened-review.ts';

describe('the archive minutes', () => {
  let review: OpenedReview;
  beforeEach(async () => {
    review = await openOpenedReview();
  });
  afterEach(() => closeSound(review));

  test('print a correction with its first value and the steps of every number', async (context) => {
    needTool(context, 'pdftotext');
    const { reviewId, seats, passphrase } = review;
    const chair = seats.find((seat) => seat.chair);
    const member = seats.find((seat) => seat.role === 'member' && !seat.chair);
    if (chair === undefined || member === undefined) throw new Error('sample');
    const tab = await review.unlock(member);
    const { sheets } = await review.call(tab, 'desk.get', { reviewId });
    const sheet = sheets.find(({ content }) => content !== null);
    if (sheet === undefined || sheet.content === null) throw new Error('sample');
    const { dossierId, content } = sheet;
    await review.call('office', 'correction.reopen', {
      reviewId,
      seatId: member.seatId,
      dossierId,
      reason: '分值汇总计算错误',
      note: '示例',
      keeperSeatId: chair.seatId,
      keeperPassphrase: passphrase(chair),
    });
    const scores = { ...content.scores, 'basic.capital': '1' };
    const corrected = { ...content, scores };
    const own = passphrase(member);
    await review.call(tab, 'correction.submit', {
      reviewId,
      dossierId,
      content: corrected,
      passphrase: own,
    });
    await conclude(review);
    const made = { reviewId, kind: 'minutes-archive', signing: 'paper' } as const;
    const { documentId } = await review.call('office', 'document.make', made);
    const documents = await review.call('office', 'document.list', { reviewId });
    const fileId = documents.find((row) => row.documentId === documentId)?.fileId ?? '';
    const bytes = await review.file('office', fileId);
    const first = content.scores['basic.capital'] ?? '';
    const line = new RegExp(`资本实力 +${first.replace('.', '\\.')} +1\\s`, 'u');
    expect(runOn(bytes, 'pdftotext', ['-layout', 'FILE', '-'])).toMatch(line);
    const text = squeezedText(bytes);
    const { rows } = await review.call('office', 'tally.get', { reviewId });
    const exact = rows.find((row) => row.dossierId === dossierId)?.exact ?? '';
    expect(text).toContain(
      squeeze(`计算过程：计入 7 份评分表；各类相加，精确值 ${exact}；四舍五入到 2 位小数`),
    );
  });
});
