import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Conclusion } from '../../shared/schema/result.ts';
import type { Seat } from '../../shared/schema/people.ts';
import { openTestBackend, type TestBackend } from './backend.ts';
import { closeAndOpen, openSampleReview } from './sample-review.ts';

/** A review after the opening, with the secretary unlocked in the tab `office`. */
export interface OpenedReview extends TestBackend {
  readonly reviewId: string;
  readonly seats: readonly Seat[];
  /** Unlocks a seat in a tab of its own and answers the tab's name. */
  readonly unlock: (seat: Seat) => Promise<string>;
  readonly passphrase: (seat: Seat) => string;
}

let prepared: Promise<string> | undefined;

async function prepare(): Promise<string> {
  const sample = await openSampleReview();
  await sample.call('office', 'sample.completeScoring', { reviewId: sample.reviewId });
  await closeAndOpen(sample);
  await sample.close();
  return sample.folder;
}

/** Scored, closed and opened once for each test file; every test works on an own copy of the file. */
export async function openOpenedReview(): Promise<OpenedReview> {
  prepared ??= prepare();
  const folder = mkdtempSync(join(tmpdir(), 'paneldesk-test-'));
  cpSync(join(await prepared, 'paneldesk.db'), join(folder, 'paneldesk.db'));
  return enterOffice(await openTestBackend({ folder }));
}

/** Unlocks the secretary of the review that the folder holds. */
export async function enterOffice(test: TestBackend): Promise<OpenedReview> {
  const { reviewId } = await test.call('office', 'review.openSample', {});
  const tiles = await test.call('office', 'session.tiles', { reviewId });
  const passphraseOf = (personId: string): string =>
    tiles.find((tile) => tile.personId === personId)?.samplePassphrase ?? '';
  const unlock = async (tab: string, personId: string): Promise<string> => {
    await test.call(tab, 'session.unlock', { personId, passphrase: passphraseOf(personId) });
    return tab;
  };
  await unlock('office', tiles.find(({ role }) => role === 'secretary')?.personId ?? '');
  const { seats } = await test.call('office', 'panel.get', { reviewId });
  return {
    ...test,
    reviewId,
    seats,
    unlock: (seat) => unlock(`tab-${seat.seatId}`, seat.personId),
    passphrase: ({ personId }) => passphraseOf(personId),
  };
}

/** Confirms open preferences, writes every opinion and goes to the conclusion. */
export async function conclude(review: Pick<OpenedReview, 'reviewId' | 'call'>): Promise<void> {
  await writeOpinions(review, '示例意见：材料齐全，计划可行。');
  await review.call('office', 'review.advance', { reviewId: review.reviewId, to: 'concluded' });
}

/** Confirms open preferences and chooses every conclusion, with this text. */
export async function writeOpinions(
  review: Pick<OpenedReview, 'reviewId' | 'call'>,
  text: string,
): Promise<void> {
  const { reviewId } = review;
  const { rows, openTies } = await review.call('office', 'tally.get', { reviewId });
  const tied = new Set(openTies.flat());
  for (const { dossierId, preference } of rows) {
    if (!tied.has(dossierId) || !preference.proposed) continue;
    const input = { reviewId, dossierId, confirmed: true, reason: '示例：稳定运营的海外自有网点' };
    await review.call('office', 'tally.confirmPreference', input);
  }
  const { opinions } = await review.call('office', 'opinion.list', { reviewId });
  for (const { dossierId, rank } of opinions) {
    const conclusion: Conclusion = rank !== null && rank <= 5 ? 'recommend' : 'not-recommend';
    const input = { reviewId, dossierId, revision: 0, conclusion, text };
    await review.call('office', 'opinion.save', input);
  }
}
