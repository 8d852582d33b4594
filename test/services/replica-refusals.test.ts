import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { replicaOf } from '../../electron/database/replicas.ts';
import type { SeatRow } from '../../electron/database/seats.ts';
import { readCardFile } from '../../electron/exchange/card.ts';
import { recordWarnings } from '../../electron/services/member/record-warnings.ts';
import { openLaptop, type Laptop } from '../support/laptops.ts';
import {
  enrolSeat,
  enterCard,
  joinSeat,
  meetingCode,
  openTravellingOffice,
  packageFor,
  seatPin,
  secretaryPassphrase,
  type TravellingOffice,
} from '../support/travelling-review.ts';

const ownPassphrase = '示例口令-自带电脑-0001';

describe('what a member’s laptop refuses', () => {
  let office: TravellingOffice;
  let other: TravellingOffice;
  let seat: Laptop;
  let second: Laptop;
  let one: SeatRow;
  let two: SeatRow;
  const version = (): number | undefined => seat.store.read((db) => replicaOf(db, office.reviewId)?.version);

  beforeAll(async () => {
    office = await openTravellingOffice();
    other = await openTravellingOffice();
    [one, two] = office.members as unknown as [SeatRow, SeatRow];
    seat = await joinSeat(office, one);
    second = await joinSeat(office, two);
    await enrolSeat(office, seat);
    await enrolSeat(office, second);
  });
  afterAll(() => {
    for (const laptop of [office, other, seat, second]) laptop.end();
  });

  it('a package for another member, and everything that was changed or cut off; nothing is kept of it', async () => {
    const { reviewId } = office;
    const mine = await packageFor(office, one);
    const theirs = await packageFor(office, two);
    expect(await seat.take('seat', reviewId, theirs)).toMatchObject({ reason: 'not-for-us' });
    expect(await seat.take('seat', reviewId, mine.subarray(0, -5000))).toMatchObject({ reason: 'truncated' });
    const changed = Buffer.from(mine);
    changed[mine.byteLength - 200] = (changed[mine.byteLength - 200] ?? 0) ^ 1;
    expect((await seat.take('seat', reviewId, changed)).outcome).toBe('refused');
    const newer = Buffer.from(mine.toString('latin1').replace('letter/1', 'letter/2'), 'latin1');
    expect(await seat.take('seat', reviewId, newer)).toMatchObject({ reason: 'newer' });
    expect(version()).toBe(0);
    expect(await seat.call('seat', 'desk.get', { reviewId })).toMatchObject({
      sheets: [],
      draftBlockedBy: ['desk.noPackage'],
    });
  });

  it('a package of an authority that isn’t the pinned one', async () => {
    const [member] = other.members;
    if (member === undefined) throw new Error('no member');
    // The other office packs for the keys of this very laptop.
    const keys = seat.sessions.of('seat').person?.keys;
    const card = {
      format: 1,
      kind: 'seat',
      name: member.name,
      organisation: '',
      signing: keys?.signingPublicSpki ?? '',
      recipient: keys?.ageRecipient ?? '',
      review: other.reviewId,
      seat: member.id,
      claimedMs: 0,
    } as const;
    enterCard(other, { card, jws: '', hash: '', fingerprint: '' }, member.id);
    const foreign = await packageFor(other, member);
    expect(await seat.take('seat', office.reviewId, foreign)).toMatchObject({ reason: 'unknown-sender' });
  });

  it('a package after the office entered another key for the seat', async () => {
    const again = await joinSeat(office, one);
    await enrolSeat(office, again);
    const bytes = await packageFor(office, one);
    expect(await seat.take('seat', office.reviewId, bytes)).toMatchObject({ reason: 'not-for-us' });
    expect(await again.take('seat', office.reviewId, bytes)).toMatchObject({ outcome: 'accepted' });
    again.end();
  });

  it('a second person at the same seat once the package is there', async () => {
    const { reviewId } = office;
    await second.take('seat', reviewId, await packageFor(office, two));
    const uploadId = second.upload('late', office.joinFile);
    const seatId = office.members[2]?.id ?? '';
    expect(
      await second.refused('late', 'seat.join', { uploadId, code: meetingCode, seatId, pin: seatPin }),
    ).toMatchObject({ code: 'conflict', values: { what: 'seat-taken-here', name: two.name } });
  });

  it('joins nothing on the office’s own laptop', async () => {
    const uploadId = office.upload('late', office.joinFile);
    const input = { uploadId, code: meetingCode, seatId: one.id, pin: seatPin };
    expect(await office.refused('late', 'seat.join', input)).toMatchObject({
      values: { what: 'review-here' },
    });
  });

  it.each(['12345', '000000', '123456', '987654', 'abcdef'])('%s as a PIN', async (pin) => {
    const laptop = openLaptop();
    const uploadId = laptop.upload('seat', office.joinFile);
    const input = { uploadId, code: meetingCode, seatId: one.id, pin };
    expect(await laptop.refused('seat', 'seat.join', input)).toMatchObject({ values: { what: 'pin' } });
    expect(await laptop.call('seat', 'review.list', {})).toEqual([]);
    laptop.end();
  });

  it('tries of a PIN after the fifth wrong one, until the office’s file comes; each file works once', async () => {
    const { reviewId } = office;
    await second.call('seat', 'session.lock', {});
    const [tile] = await second.call('seat', 'session.tiles', { reviewId: null });
    const personId = tile?.personId ?? '';
    for (const left of [4, 3, 2, 1, 0])
      expect(
        await second.refused('seat', 'session.unlock', { personId, passphrase: '111112' }),
      ).toMatchObject({ code: 'wrong-passphrase', values: { left } });
    const right = { personId, passphrase: seatPin };
    expect(await second.refused('seat', 'session.unlock', right)).toMatchObject({
      values: { what: 'pin-locked' },
    });
    await office.call('office', 'panel.allowPin', {
      reviewId,
      seatId: two.id,
      passphrase: secretaryPassphrase,
    });
    const file = office.outbox(reviewId).findLast(({ kind }) => kind === 'seat-unlock')?.bytes;
    const uploadId = second.upload('seat', file ?? Buffer.alloc(0));
    expect(await second.call('seat', 'seat.takeUnlock', { uploadId })).toEqual({ name: two.name });
    expect(await second.refused('seat', 'seat.takeUnlock', { uploadId })).toMatchObject({
      values: { reason: 'already' },
    });
    await second.call('seat', 'session.unlock', right);
  });

  it('people whose keys are elsewhere can’t be unlocked on the office’s laptop', async () => {
    const { reviewId } = office;
    const tiles = await office.call('any', 'session.tiles', { reviewId });
    const tile = tiles.find(({ name }) => name === one.name);
    expect(tile).toMatchObject({ elsewhere: true, hasProfile: true });
    const input = { personId: tile?.personId ?? '', passphrase: seatPin };
    expect(await office.refused('any', 'session.unlock', input)).toMatchObject({
      values: { what: 'profile-elsewhere', name: one.name },
    });
    expect(await office.refused('any', 'session.create', input)).toMatchObject({
      values: { what: 'profile-elsewhere' },
    });
  });

  it('an own laptop takes its first package only after the digits were compared', async () => {
    const { reviewId, members } = office;
    const third = members[2];
    if (third === undefined) throw new Error('no member');
    const laptop = openLaptop();
    await laptop.call('own', 'member.enrol', {
      name: third.name,
      organisation: '',
      passphrase: ownPassphrase,
    });
    const { text, digits } = await laptop.call('own', 'member.card', {});
    expect(digits.split(' ').map((group) => group.length)).toEqual([4, 4, 4, 4, 4, 4]);
    enterCard(office, readCardFile(Buffer.from(text)), third.id);
    const bytes = await packageFor(office, third);
    expect(await laptop.take('own', reviewId, bytes)).toMatchObject({ reason: 'unknown-sender' });
    const uploadId = laptop.upload('own', bytes);
    const claim = await laptop.call('own', 'member.readFirst', { uploadId });
    expect(claim).toMatchObject({ reviewId, title: '示例评审' });
    // Read, but not believed yet.
    expect(await laptop.take('own', reviewId, bytes)).toMatchObject({ reason: 'unknown-sender' });
    await laptop.call('own', 'member.forget', { reviewId });
    await laptop.call('own', 'member.readFirst', { uploadId });
    await laptop.call('own', 'member.confirm', { reviewId });
    expect(await laptop.take('own', reviewId, bytes)).toMatchObject({ outcome: 'accepted' });
    expect(await laptop.refused('own', 'member.forget', { reviewId })).toMatchObject({
      values: { what: 'review-taken-in' },
    });
    laptop.end();
  });
});

describe('ends of the office’s record', () => {
  const head = (letter: number, size: number, text: string) => ({ letter, size, head: text, seen_ms: 0 });
  it('that grow agree, in whatever letters they came', () => {
    expect(recordWarnings([head(0, 3, 'c'), head(1, 2, 'b'), head(2, 3, 'c'), head(3, 9, 'i')])).toEqual([]);
  });
  it('of one length and different content are a fork', () => {
    expect(recordWarnings([head(1, 5, 'e'), head(2, 5, 'x')])).toEqual([{ kind: 'fork', seen: 5, told: 5 }]);
  });
  it('that shrink in a later letter were rolled back', () => {
    expect(recordWarnings([head(1, 9, 'i'), head(2, 4, 'd')])).toEqual([
      { kind: 'rollback', seen: 9, told: 4 },
    ]);
  });
});
