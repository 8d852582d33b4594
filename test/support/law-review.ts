import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Scheme } from '../../shared/domain/scheme.ts';
import { openTestBackend } from './backend.ts';
import { enterOffice, type OpenedReview } from './opened-review.ts';

const shipped = join(import.meta.dirname, '..', '..', 'resources');
const prepared = new Map<string, Promise<string>>();

/** Opens the sample under a shipped scheme before anybody scores, with the secretary unlocked. */
export async function openUnderPreset(preset: string): Promise<OpenedReview> {
  const path = join(shipped, 'schemes', `${preset}.json`);
  const resources = changedResources(() => JSON.parse(readFileSync(path, 'utf8')) as Scheme);
  const test = await openTestBackend({ resources });
  await test.call('office', 'review.openSample', {});
  return enterOffice(test);
}

/** Shipped files in which the sample's scheme is changed before it is frozen. */
function changedResources(change: (scheme: Scheme) => Scheme): string {
  const folder = mkdtempSync(join(tmpdir(), 'paneldesk-resources-'));
  mkdirSync(join(folder, 'sample'));
  for (const part of ['schemes', 'spec', 'sample']) {
    cpSync(join(shipped, part), join(folder, part), { recursive: true });
  }
  const path = join(folder, 'schemes', 'taiyuan.json');
  const scheme = JSON.parse(readFileSync(path, 'utf8')) as Scheme;
  writeFileSync(path, JSON.stringify(change(scheme)));
  return folder;
}

async function prepare(change: (scheme: Scheme) => Scheme): Promise<string> {
  const test = await openTestBackend({ resources: changedResources(change) });
  await test.call('office', 'review.openSample', {});
  const review = await enterOffice(test);
  const { reviewId, seats, passphrase } = review;
  const secretary = seats.find(({ role }) => role === 'secretary');
  const chair = seats.find((seat) => seat.chair);
  if (secretary === undefined || chair === undefined) throw new Error('sample');
  await review.call('office', 'sample.completeScoring', { reviewId });
  await review.call('office', 'review.close', { reviewId });
  await review.call('office', 'opening.begin', { reviewId, keeperSeatId: chair.seatId });
  await review.call('office', 'opening.open', {
    reviewId,
    secretaryPassphrase: passphrase(secretary),
    keeperSeatId: chair.seatId,
    keeperPassphrase: passphrase(chair),
  });
  await review.close();
  return review.folder;
}

/** The sample after the opening under a scheme changed by `change`; made once for each name and test file. */
export async function openLawReview(name: string, change: (scheme: Scheme) => Scheme): Promise<OpenedReview> {
  const known = prepared.get(name) ?? prepare(change);
  prepared.set(name, known);
  const folder = mkdtempSync(join(tmpdir(), 'paneldesk-test-'));
  cpSync(join(await known, 'paneldesk.db'), join(folder, 'paneldesk.db'));
  return enterOffice(await openTestBackend({ folder }));
}
