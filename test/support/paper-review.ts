import type { Seat } from '../../shared/schema/people.ts';
import type { SheetContent } from '../../shared/schema/sheet.ts';
import { fullContent, openSampleReview, type SampleReview } from './sample-review.ts';

/** The sample after the opening, with one member's first sheet on paper; `office` and `recorder` are unlocked. */
export interface PaperReview {
  readonly sample: SampleReview;
  /** Neither chair nor deputy; unlocked in the tab `member`. */
  readonly member: Seat;
  readonly dossierId: string;
  /** What stands on the paper: every score at its cap. */
  readonly content: SheetContent;
}

/** Takes one sheet back, has it typed twice from a scan, and opens all of them. */
export async function openPaperReview(scan: Uint8Array): Promise<PaperReview> {
  const sample = await openSampleReview('scored');
  const { reviewId, chair, secretary, recorder, passphrase } = sample;
  const member = sample.members.find((seat) => !seat.chair && !seat.deputy);
  if (member === undefined) throw new Error('the sample lacks a member');
  await sample.unlock('member', member);
  const dossierId = (await sample.desk('member')).sheets[0]?.dossierId ?? '';
  const own = { reviewId, dossierId, reason: '', passphrase: passphrase(member) };
  await sample.call('member', 'desk.withdraw', own);
  const content = fullContent(await sample.call('office', 'scheme.get', { reviewId }));
  await sample.unlock('recorder', recorder);
  const uploadId = await sample.upload('office', '评分表.pdf', scan);
  const pair = { reviewId, seatId: member.seatId };
  await sample.call('office', 'paper.register', { ...pair, dossierIds: [dossierId], uploadId });
  await sample.call('office', 'review.close', { reviewId });
  for (const [tab, typist] of [
    ['recorder', recorder],
    ['office', secretary],
  ] as const) {
    await sample.call(tab, 'paper.enter', { ...pair, dossierId, content, passphrase: passphrase(typist) });
  }
  await sample.call('office', 'opening.begin', { reviewId, keeperSeatId: chair.seatId });
  await sample.call('office', 'opening.open', {
    reviewId,
    secretaryPassphrase: passphrase(secretary),
    keeperSeatId: chair.seatId,
    keeperPassphrase: passphrase(chair),
  });
  return { sample, member, dossierId, content };
}
