import { afterAll, describe, expect, test } from 'vitest';
import { currentRoster } from '../../electron/database/rosters.ts';
import { presentRoster } from '../../electron/services/panel/signed-rosters.ts';
import { openJoinFile } from '../../electron/exchange/join-file.ts';
import { openLaptop, type Laptop } from '../support/laptops.ts';
import { joinSeat, openTravellingOffice } from '../support/travelling-review.ts';

const opened: Laptop[] = [];
afterAll(() => {
  for (const laptop of opened) laptop.end();
});

async function start() {
  const office = await openTravellingOffice();
  opened.push(office);
  const [first, second] = office.members;
  if (first === undefined || second === undefined) throw new Error('members');
  return { office, reviewId: office.reviewId, first, second };
}

/** An expert's own laptop with the enrolment file that it made. */
async function ownLaptop(name: string) {
  const laptop = openLaptop();
  opened.push(laptop);
  const passphrase = '示例口令-一二三四五六七';
  await laptop.call('own', 'member.enrol', { name, organisation: '示例大学', passphrase });
  return laptop.call('own', 'member.card', {});
}

describe('登记 by cards', () => {
  test('of an own laptop: the digits read aloud, then a seat whose keys are elsewhere in a new roster', async () => {
    const { office, reviewId, first } = await start();
    const card = await ownLaptop(first.name);
    const take = () =>
      office.call('office', 'enrol.takeCard', {
        reviewId,
        uploadId: office.upload('office', Buffer.from(card.text)),
      });
    expect(await take()).toEqual({ outcome: 'accepted', name: first.name });
    expect((await take()).outcome).toBe('already');
    const { cards } = await office.call('office', 'enrol.list', { reviewId });
    expect(cards).toMatchObject([
      { digits: card.digits, fingerprint: card.fingerprint, kind: 'own', seatId: first.id },
    ]);
    const before = office.store.read((db) => currentRoster(db, reviewId).version);
    const { fingerprint } = card;
    await office.call('office', 'enrol.confirm', { reviewId, fingerprint, seatId: first.id, reason: '' });
    const roster = office.store.read((db) => presentRoster(db, reviewId));
    expect(office.store.read((db) => currentRoster(db, reviewId).version)).toBe(before + 1);
    expect(roster.seats.find(({ seat }) => seat === first.id)?.publicKey).not.toBeNull();
    const { cards: left, seats } = await office.call('office', 'enrol.list', { reviewId });
    expect([left, seats.find(({ seatId }) => seatId === first.id)?.place]).toEqual([[], 'own']);
    // Confirmed once, a second press finds nothing.
    expect(
      (
        await office.refused('office', 'enrol.confirm', {
          reviewId,
          fingerprint,
          seatId: first.id,
          reason: '',
        })
      ).code,
    ).toBe('not-found');
  });

  test('of a bureau seat comes by letter, shows no digits, and is nobody else’s', async () => {
    const { office, reviewId, first, second } = await start();
    const laptop = await joinSeat(office, first);
    opened.push(laptop);
    const [letter] = laptop.outbox(reviewId);
    const bytes = letter?.bytes ?? Buffer.alloc(0);
    expect(await office.take('office', reviewId, bytes)).toMatchObject({
      outcome: 'accepted',
      reason: 'card-waits',
      party: first.name,
    });
    expect((await office.take('office', reviewId, bytes)).outcome).toBe('already');
    const { cards } = await office.call('office', 'enrol.list', { reviewId });
    expect(cards).toMatchObject([{ kind: 'seat', digits: null, seatId: first.id }]);
    const fingerprint = cards[0]?.fingerprint ?? '';
    const other = { reviewId, fingerprint, seatId: second.id, reason: '' };
    expect((await office.refused('office', 'enrol.confirm', other)).values).toMatchObject({
      what: 'card-other-seat',
    });
    await office.call('office', 'enrol.confirm', { ...other, seatId: first.id });
    await office.call('office', 'package.make', { reviewId, seatIds: null, kind: 'package' });
    const { seats } = await office.call('office', 'enrol.list', { reviewId });
    expect(seats.find(({ seatId }) => seatId === first.id)).toMatchObject({
      place: 'seat',
      packageVersion: 1,
      packageWaits: true,
    });
    const [packed] = office.outbox(reviewId).filter(({ kind }) => kind === 'package');
    expect((await laptop.take('seat', reviewId, packed?.bytes ?? Buffer.alloc(0))).outcome).toBe('accepted');
  });

  test('a second one replaces the first, with a reason; the first key is revoked from then on', async () => {
    const { office, reviewId, first } = await start();
    const [one, two] = [await ownLaptop(first.name), await ownLaptop(first.name)];
    for (const card of [one, two]) {
      const uploadId = office.upload('office', Buffer.from(card.text));
      await office.call('office', 'enrol.takeCard', { reviewId, uploadId });
    }
    const confirm = { reviewId, seatId: first.id, reason: '' };
    await office.call('office', 'enrol.confirm', { ...confirm, fingerprint: one.fingerprint });
    const second = { ...confirm, fingerprint: two.fingerprint };
    expect((await office.refused('office', 'enrol.confirm', second)).code).toBe('bad-input');
    await office.call('office', 'enrol.confirm', { ...second, reason: '示例：电脑损坏' });
    const record = await office.call('office', 'record.list', { reviewId });
    expect(record.at(-1)).toMatchObject({ type: 'card-replaced', values: { reason: '示例：电脑损坏' } });
    const uploadId = office.upload('office', Buffer.from(one.text));
    expect((await office.refused('office', 'enrol.takeCard', { reviewId, uploadId })).values).toMatchObject({
      reason: 'card-revoked',
    });
  });

  test('a stranger’s, a damaged one and one of another review: each has its sentence, none comes in', async () => {
    const { office, reviewId, first } = await start();
    const stranger = await ownLaptop('示例路人');
    const reasonOf = async (text: string) => {
      const uploadId = office.upload('office', Buffer.from(text));
      return (await office.refused('office', 'enrol.takeCard', { reviewId, uploadId })).values?.['reason'];
    };
    expect(await reasonOf('别的文件')).toBe('not-ours');
    expect(await reasonOf(stranger.text.slice(0, -3))).toBe('truncated');
    const flipped = stranger.text.replace(/.(?=.{20}\n$)/u, (letter) => (letter === 'A' ? 'B' : 'A'));
    expect(await reasonOf(flipped)).toBe('signature');
    const other = await start();
    const seat = await joinSeat(other.office, other.first);
    opened.push(seat);
    const [letter] = seat.outbox(other.reviewId);
    expect((await office.take('office', reviewId, letter?.bytes ?? Buffer.alloc(0))).outcome).toBe('refused');
    // A stranger's own card is sound; nobody is proposed, and the secretary sets it aside.
    const uploadId = office.upload('office', Buffer.from(stranger.text));
    await office.call('office', 'enrol.takeCard', { reviewId, uploadId });
    const { cards } = await office.call('office', 'enrol.list', { reviewId });
    expect(cards.map(({ seatId }) => seatId)).toEqual([null]);
    const { fingerprint } = stranger;
    await office.call('office', 'enrol.setAside', { reviewId, fingerprint, reason: '不是评审组成员' });
    expect((await office.call('office', 'enrol.list', { reviewId })).cards).toEqual([]);
    expect(
      (
        await office.refused('office', 'enrol.confirm', {
          reviewId,
          fingerprint,
          seatId: first.id,
          reason: '',
        })
      ).code,
    ).toBe('not-found');
  });

  test('the meeting file opens with its code and names the seats', async () => {
    const { office, reviewId } = await start();
    const { code, base64 } = await office.call('office', 'enrol.meeting', { reviewId });
    const content = await openJoinFile(Buffer.from(base64, 'base64'), code);
    expect([content.review, content.seats.map(({ name }) => name)]).toEqual([reviewId, ['甲', '乙', '丙']]);
  });
});
