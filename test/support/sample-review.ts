import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OutputOf } from '../../shared/api/contract.ts';
import type { Seat } from '../../shared/schema/people.ts';
import type { SheetContent } from '../../shared/schema/sheet.ts';
import { openTestBackend, type TestBackend } from './backend.ts';

export interface SampleReview extends TestBackend {
  readonly reviewId: string;
  readonly seats: readonly Seat[];
  /** The 示例口令 of a seat. */
  readonly passphrase: (seat: Seat) => string;
  /** Unlocks a seat in the tab of that name. */
  readonly unlock: (tab: string, seat: Seat) => Promise<void>;
  readonly secretary: Seat;
  readonly recorder: Seat;
  readonly supervisor: Seat;
  readonly chair: Seat;
  readonly deputy: Seat;
  readonly members: readonly Seat[];
  readonly desk: (tab: string) => Promise<OutputOf<'desk.get'>>;
}

function found(seats: readonly Seat[], fits: (seat: Seat) => boolean): Seat {
  const seat = seats.find(fits);
  if (seat === undefined) throw new Error('the sample lacks a seat');
  return seat;
}

type Stage = 'scoring' | 'scored';
const prepared = new Map<Stage, Promise<string>>();

/** Each stage is prepared once for a test file; every test then works on an own copy of the data. */
function preparedFolder(stage: Stage): Promise<string> {
  const known = prepared.get(stage) ?? prepare(stage);
  prepared.set(stage, known);
  return known;
}

async function prepare(stage: Stage): Promise<string> {
  if (stage === 'scored') {
    const sample = await openSampleReview();
    await sample.call('office', 'sample.completeScoring', { reviewId: sample.reviewId });
    await sample.close();
    return sample.folder;
  }
  const test = await openTestBackend();
  await test.call('office', 'review.openSample', {});
  await test.close();
  return test.folder;
}

/**
 * The sample review with the secretary unlocked in the tab `office`; `scored`: every sheet is submitted. `data`
 * opens the folder of an earlier one again.
 */
export async function openSampleReview(stage: Stage = 'scoring', data?: string): Promise<SampleReview> {
  const folder = data ?? mkdtempSync(join(tmpdir(), 'paneldesk-test-'));
  if (data === undefined)
    cpSync(join(await preparedFolder(stage), 'paneldesk.db'), join(folder, 'paneldesk.db'));
  const test = await openTestBackend({ folder });
  const { reviewId } = await test.call('office', 'review.openSample', {});
  const tiles = await test.call('office', 'session.tiles', { reviewId });
  const passphraseOf = (personId: string): string =>
    tiles.find((tile) => tile.personId === personId)?.samplePassphrase ?? '';
  const office = tiles.find((tile) => tile.role === 'secretary')?.personId ?? '';
  await test.call('office', 'session.unlock', { personId: office, passphrase: passphraseOf(office) });
  const { seats } = await test.call('office', 'panel.get', { reviewId });
  return {
    ...test,
    reviewId,
    seats,
    passphrase: (seat) => passphraseOf(seat.personId),
    unlock: async (tab, { personId }) => {
      await test.call(tab, 'session.unlock', { personId, passphrase: passphraseOf(personId) });
    },
    secretary: found(seats, ({ role }) => role === 'secretary'),
    recorder: found(seats, ({ role }) => role === 'recorder'),
    supervisor: found(seats, ({ role }) => role === 'supervisor'),
    chair: found(seats, ({ chair }) => chair),
    deputy: found(seats, ({ deputy }) => deputy),
    members: seats.filter(({ role }) => role === 'member'),
    desk: (tab) => test.call(tab, 'desk.get', { reviewId }),
  };
}

/** A full sheet of the Taiyuan scheme in which every item has the same number of steps below its cap. */
export function fullContent(
  sample: { scheme: OutputOf<'scheme.get'>['scheme'] },
  part = 'cap',
): SheetContent {
  const scores: Record<string, string> = {};
  for (const category of sample.scheme.categories) {
    for (const item of category.items ?? []) scores[item.id] = part === 'cap' ? item.cap : part;
  }
  return { scores, comments: {}, overall: '', confirmedZeros: [] };
}

/** Closes and opens the sheets with the secretary's and the chair's passphrase. */
export async function closeAndOpen(sample: SampleReview): Promise<void> {
  const { reviewId, secretary, chair, passphrase } = sample;
  await sample.call('office', 'review.close', { reviewId });
  await sample.call('office', 'opening.begin', { reviewId, keeperSeatId: chair.seatId });
  await sample.call('office', 'opening.open', {
    reviewId,
    secretaryPassphrase: passphrase(secretary),
    keeperSeatId: chair.seatId,
    keeperPassphrase: passphrase(chair),
  });
}
