import { read } from '@e965/xlsx';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { needTool, runOn, squeeze, squeezedText } from '../documents/support.ts';
import { closeSound } from '../support/invariants.ts';
import { openLawReview } from '../support/law-review.ts';
import { conclude, openOpenedReview, type OpenedReview } from '../support/opened-review.ts';

async function madeFile(review: OpenedReview, kind: 'minutes-archive' | 'results'): Promise<Uint8Array> {
  const { reviewId } = review;
  const { documentId } = await review.call('office', 'document.make', { reviewId, kind, signing: 'paper' });
  const documents = await review.call('office', 'document.list', { reviewId });
  const fileId = documents.find((row) => row.documentId === documentId)?.fileId ?? '';
  return review.file('office', fileId);
}

/** Every text of the sheet 汇总. */
function readWorkbook(bytes: Uint8Array): readonly string[] {
  return Object.values(read(bytes).Sheets['汇总'] ?? {}).map((cell: { readonly v?: unknown }) =>
    String(cell.v),
  );
}

describe('what is printed under another rule', () => {
  const trimmed = { trimmed: { high: 1, low: 1, scope: 'sheet', minimumMembers: 5 } } as const;

  test.each([
    ['median', 'median', '中位数'],
    ['trimmed', trimmed, '去高低后平均'],
  ] as const)('a %s is not called a plain mean', async (name, aggregate, word) => {
    const review = await openLawReview(name, (scheme) => ({
      ...scheme,
      tally: { ...scheme.tally, aggregate },
    }));
    await conclude(review);
    const text = squeezedText(await madeFile(review, 'minutes-archive'));
    const results = readWorkbook(await madeFile(review, 'results'));
    await closeSound(review);
    expect(text).toContain(word);
    expect(text.replaceAll(word, '')).not.toMatch(/平均\d/u);
    expect(results).toContain(`申请试点企业基本条件${word}`);
    expect(results).not.toContain('申请试点企业基本条件平均分');
  });
});

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
    const bytes = await madeFile(review, 'minutes-archive');
    const first = content.scores['basic.capital'] ?? '';
    const line = new RegExp(`资本实力 +${first.replace('.', '\\.')} +1\\s`, 'u');
    expect(runOn(bytes, 'pdftotext', ['-layout', 'FILE', '-'])).toMatch(line);
    const text = squeezedText(bytes);
    expect(text).toContain('平均');
    const { rows } = await review.call('office', 'tally.get', { reviewId });
    const exact = rows.find((row) => row.dossierId === dossierId)?.exact ?? '';
    expect(text).toContain(squeeze('计算过程：计入 7 份评分表；'));
    expect(text).toContain(squeeze(`；各类相加，精确值 ${exact}；四舍五入到 2 位小数`));
    const { scheme } = await review.call('office', 'scheme.get', { reviewId });
    const corrected7 = rows.find((row) => row.dossierId === dossierId);
    for (const [index, category] of (corrected7?.categories ?? []).entries()) {
      const name = scheme.categories[index]?.name ?? '';
      expect(text).toContain(squeeze(`${name}：精确值 ${category.exact}，显示为 ${category.mean}；`));
    }
  });
});
