import { afterEach, beforeEach, expect, test } from 'vitest';
import { verifyPdf } from '../../electron/signing/pdf/verify.ts';
import { needTool, squeezedText } from '../documents/support.ts';
import { closeSound } from '../support/invariants.ts';
import { conclude, openOpenedReview, type OpenedReview } from '../support/opened-review.ts';

let review: OpenedReview;
beforeEach(async () => {
  review = await openOpenedReview();
  await conclude(review);
});
afterEach(() => closeSound(review));

const make = async (kind: 'minutes-archive' | 'minutes-public') =>
  (await review.call('office', 'document.make', { reviewId: review.reviewId, kind, signing: 'electronic' }))
    .documentId;

async function signAll(documentId: string): Promise<void> {
  for (const seat of review.seats.filter(({ role }) => role !== 'secretary')) {
    const tab = await review.unlock(seat);
    const passphrase = review.passphrase(seat);
    await review.call(tab, 'document.sign', { reviewId: review.reviewId, documentId, passphrase });
  }
}

test('the public version is signed by itself, and only the archive version ends the signing', async () => {
  const publicId = await make('minutes-public');
  await signAll(publicId);
  const { verdict, signatures } = verifyPdf(await review.file('office', `document-${publicId}`), {});
  expect([verdict, signatures.length]).toEqual(['valid', 9]);
  const { phase } = await review.call('office', 'review.overview', { reviewId: review.reviewId });
  expect(phase).toBe('concluded');
});

test('the public version names a decision and not its reason, nor who scored what', async (context) => {
  needTool(context, 'pdftotext');
  const text = squeezedText(await review.file('office', `document-${await make('minutes-public')}`));
  expect(text).toContain('评审组确认在同等条件下优先');
  const { rows } = await review.call('office', 'tally.get', { reviewId: review.reviewId });
  const published = new Set(rows.map(({ score }) => score));
  const forbidden = [
    '稳定运营的海外自有网点',
    '示例意见：材料齐全',
    '评分汇总',
    ...rows.flatMap(({ sheets }) =>
      sheets.flatMap(({ total }) => (total === null || published.has(total) ? [] : [total])),
    ),
  ];
  expect(forbidden.filter((part) => text.includes(part))).toEqual([]);
});

test('attendance changed afterwards supersedes unsigned minutes and can’t touch signed ones', async () => {
  const documentId = await make('minutes-archive');
  const { meetings, seats } = await review.call('office', 'panel.get', { reviewId: review.reviewId });
  const [meeting] = meetings;
  const [seat] = seats;
  if (meeting === undefined || seat === undefined) throw new Error('sample');
  const input = {
    reviewId: review.reviewId,
    meetingId: meeting.meetingId,
    seatId: seat.seatId,
    state: 'leave',
    reason: '公务',
  } as const;
  await review.call('office', 'panel.attend', input);
  const [first] = await review.call('office', 'document.list', { reviewId: review.reviewId });
  expect([first?.documentId, first?.superseded]).toEqual([documentId, true]);
  await signAll(await make('minutes-archive'));
  expect((await review.refused('office', 'panel.attend', input)).values).toEqual({ what: 'minutes-signed' });
});
