import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Laptop } from '../support/laptops.ts';
import {
  enrolSeat,
  joinSeat,
  meetingCode,
  openTravellingOffice,
  packageFor,
  seatPin,
  type TravellingOffice,
} from '../support/travelling-review.ts';
import { seatsOf } from '../../electron/database/seats.ts';
import { latestRoster } from '../../electron/database/rosters.ts';
import { brokenInvariants } from '../../electron/database/invariants.ts';

describe('a bureau seat', () => {
  let office: TravellingOffice;
  let seat: Laptop;
  beforeAll(async () => {
    office = await openTravellingOffice();
    const [first] = office.members;
    if (first === undefined) throw new Error('no member');
    seat = await joinSeat(office, first);
    await enrolSeat(office, seat);
  });
  afterAll(() => {
    office.end();
    seat.end();
  });

  it('shows its names only with the meeting code', async () => {
    const uploadId = seat.upload('other', office.joinFile);
    expect(await seat.call('other', 'seat.readJoin', { uploadId, code: meetingCode })).toMatchObject({
      title: '示例评审',
      seats: [{ name: '甲' }, { name: '乙' }, { name: '丙' }],
    });
    expect(
      await seat.refused('other', 'seat.readJoin', { uploadId, code: '1111 1111 1111 1111' }),
    ).toMatchObject({ code: 'data-corrupt', values: { reason: 'code-wrong' } });
  });

  it('becomes a copy of the review by its package', async () => {
    const { reviewId, members } = office;
    const bytes = await packageFor(office, members[0] as never);
    expect(await seat.take('seat', reviewId, bytes)).toMatchObject({ outcome: 'accepted', reason: '' });
    const row = (await seat.call('seat', 'review.list', {})).find((one) => one.reviewId === reviewId);
    expect(row).toMatchObject({ title: '示例评审', organiser: '示例局', phase: 'materials' });
    const names = (laptop: Laptop) =>
      laptop.store.read((db) => seatsOf(db, reviewId).map(({ name, role, code }) => [name, role, code]));
    expect(names(seat)).toEqual(names(office));
    expect(seat.store.read((db) => latestRoster(db, reviewId)?.hash)).toBe(
      office.store.read((db) => latestRoster(db, reviewId)?.hash),
    );
    expect(seat.store.read(brokenInvariants)).toEqual([]);
    expect(await seat.call('seat', 'recusal.names', { reviewId })).toMatchObject({
      declared: false,
      names: [{ name: '示例企业1' }, { name: '示例企业2' }, { name: '示例企业3' }],
    });
  });

  it('takes the same package again as known, and an older one changes nothing', async () => {
    const { reviewId, members } = office;
    const older = await packageFor(office, members[0] as never);
    await office.call('office', 'review.advance', { reviewId, to: 'hearing' });
    const newer = await packageFor(office, members[0] as never);
    expect(await seat.take('seat', reviewId, newer)).toMatchObject({ outcome: 'accepted' });
    expect(await seat.take('seat', reviewId, newer)).toMatchObject({ outcome: 'already', reason: 'already' });
    expect(await seat.take('seat', reviewId, older)).toMatchObject({ reason: 'older-package' });
    const [row] = await seat.call('seat', 'review.list', {});
    expect(row?.phase).toBe('hearing');
  });

  it('unlocks with the PIN', async () => {
    await seat.call('seat', 'session.lock', {});
    const [tile] = await seat.call('seat', 'session.tiles', { reviewId: null });
    expect(tile).toMatchObject({ name: '甲', role: 'member', guard: 'pin' });
    await seat.call('seat', 'session.unlock', { personId: tile?.personId ?? '', passphrase: seatPin });
  });
});
