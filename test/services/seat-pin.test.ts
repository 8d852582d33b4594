import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seatById } from '../../electron/database/seats.ts';
import { guards } from '../../electron/services/documents/minutes-words.ts';
import {
  openTravellingOffice,
  seatPin,
  secretaryPassphrase,
  type TravellingOffice,
} from '../support/travelling-review.ts';

describe('a session PIN on the secretary’s own laptop', () => {
  let office: TravellingOffice;
  let personId: string;
  let seatId: string;
  beforeAll(async () => {
    office = await openTravellingOffice();
    const [first] = office.members;
    personId = first?.person_id ?? '';
    seatId = first?.id ?? '';
  });
  afterAll(() => office.end());

  it('is for members; a passphrase stays possible, and one way is chosen once', async () => {
    await office.call('a', 'session.create', { personId, passphrase: seatPin, guard: 'pin' });
    const [, second] = office.members;
    const own = { personId: second?.person_id ?? '', passphrase: '示例口令-2026-0002' };
    await office.call('b', 'session.create', own);
    expect(await office.refused('c', 'session.create', { ...own, guard: 'pin' })).toMatchObject({
      values: { what: 'profile' },
    });
    const tiles = await office.call('c', 'session.tiles', { reviewId: office.reviewId });
    expect(tiles.filter(({ role }) => role === 'member').map(({ guard }) => guard)).toEqual([
      'pin',
      'passphrase',
      null,
    ]);
  });

  it('is refused to a recorder, and to who organises a review', async () => {
    const person = { name: '丁', organisation: '', title: '', field: '', kind: 'staff', phone: '' } as const;
    const recorder = await office.call('office', 'person.save', { personId: null, person });
    const { reviewId } = office;
    const seat = { reviewId, personId: recorder.personId, role: 'recorder', kind: 'staff' } as const;
    await office.call('office', 'panel.seat', seat);
    const input = { personId: recorder.personId, passphrase: seatPin, guard: 'pin' } as const;
    expect(await office.refused('d', 'session.create', input)).toMatchObject({
      values: { what: 'pin-members-only' },
    });
    const review = { title: '示例', organiser: '示例局', preset: 'taiyuan', secretary: null };
    expect(await office.refused('a', 'review.create', review)).toMatchObject({
      values: { what: 'pin-members-only' },
    });
  });

  it('stops after five wrong tries, also where it is asked again; the secretary lets try again', async () => {
    const { reviewId } = office;
    const wrong = { personId, passphrase: '111112' };
    for (let tries = 0; tries < 5; tries += 1) await office.refused('x', 'session.unlock', wrong);
    const right = { personId, passphrase: seatPin };
    expect(await office.refused('x', 'session.unlock', right)).toMatchObject({
      values: { what: 'pin-locked' },
    });
    // However long one waits.
    office.clock.nowMs += 86_400_000;
    expect((await office.refused('x', 'session.unlock', right)).code).toBe('conflict');
    const allow = { reviewId, seatId };
    expect(
      await office.refused('office', 'panel.allowPin', { ...allow, passphrase: '不对的口令-2026' }),
    ).toMatchObject({ code: 'wrong-passphrase' });
    expect(
      await office.call('office', 'panel.allowPin', { ...allow, passphrase: secretaryPassphrase }),
    ).toEqual({ elsewhere: false });
    await office.call('x', 'session.unlock', right);
  });

  it('is told in the minutes, and only where one was used', () => {
    const seats = office.members.map(({ id }) =>
      office.store.read((db) => seatById(db, office.reviewId, id)),
    );
    expect(guards(seats)[0]).toContain('1名评审组成员使用单位准备的席位');
    expect(guards(seats.slice(1))).toEqual([]);
  });
});
